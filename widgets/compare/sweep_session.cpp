#include "compare/sweep_session.h"

#include <QFile>
#include <cassert>

#include "core/clock.h"
#include "runs/said.h"

namespace ipclab {
namespace {

std::filesystem::path fileOf(const QString& path) { return QFile::encodeName(path).toStdString(); }

QString reasonOf(const std::exception& error) { return said(std::string_view(error.what())); }

// Of a document that is sound on the whole; what a cell cannot do stands with the cell.
QString gravestOf(const Sweep& sweep) {
    if (exitStatus(sweep.problems()) == 0) return {};
    for (const Problem& problem : sweep.problems()) {
        if (problem.severity != Severity::Warning) return said(problem.message);
    }
    return {};
}

}  // namespace

SweepSession::SweepSession(QObject* parent) : QObject(parent) {}
SweepSession::~SweepSession() = default;

QString SweepSession::begin(SweepOptions options, const QString& path) {
    try {
        return take(KeptSweep::begin(std::move(options), fileOf(path)), path);
    } catch (const std::exception& error) {
        return reasonOf(error);
    }
}

QString SweepSession::open(const QString& path) {
    try {
        return take(KeptSweep::open(fileOf(path)), path);
    } catch (const std::exception& error) {
        return reasonOf(error);
    }
}

QString SweepSession::take(KeptSweep kept, const QString& path) {
    assert(!isMeasuring());
    if (QString problem = gravestOf(*kept.sweep); !problem.isEmpty()) return problem;
    m_kept = std::move(kept);
    m_path = path;
    m_notKept.clear();
    emit opened();
    return {};
}

QString SweepSession::saveAs(const QString& path) const {
    try {
        m_kept->saveAs(fileOf(path));
        return {};
    } catch (const std::exception& error) {
        return reasonOf(error);
    }
}

void SweepSession::start(SweepRunner runner) {
    if (isMeasuring() || !m_kept) return;
    m_notKept.clear();
    const auto keep = [this](std::size_t cell) {
        try {
            if (m_kept->file && m_notKept.isEmpty()) m_kept->file->keep(*m_kept->sweep, cell);
        } catch (const std::exception& error) {
            m_notKept = reasonOf(error);
        }
    };
    m_plan = std::make_unique<SweepPlan>(*m_kept->sweep, keep, std::move(runner));
    m_batch = std::make_unique<Batch>(*m_plan);
    connect(m_batch.get(), &Batch::progressed, this, [this] {
        emit progressed();
        if (!m_notKept.isEmpty()) stop();  // it would be lost if anything were killed
    });
    connect(m_batch.get(), &Batch::finished, this, &SweepSession::conclude, Qt::QueuedConnection);
    m_since.start();
    m_batch->start();
}

void SweepSession::stop() {
    if (m_batch) m_batch->stop();
}

void SweepSession::conclude(bool complete) {
    m_batch.reset();
    m_plan.reset();
    emit finished(complete);
}

std::size_t SweepSession::measureAgain(std::span<const std::size_t> figures) {
    return m_kept && !isMeasuring() ? m_kept->measureAgain(figures) : 0;
}

std::size_t SweepSession::doubtful(std::span<const std::size_t> figures) const {
    return m_kept ? m_kept->doubtful(figures) : 0;
}

Nanoseconds SweepSession::leftNs() const { return m_plan ? m_plan->expectedNs(m_since.nsecsElapsed()) : 0; }

}  // namespace ipclab
