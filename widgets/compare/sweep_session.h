// The sweep that a window shows and measures: begun from a matrix or opened from its file, stopped and gone on with,
// doubtful cells measured anew; kept in its file run by run.
//
// GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <memory>

#include "sweep/kept_sweep.h"
#include "sweep/sweep_plan.h"

namespace ipclab {

class SweepSession : public QObject {
    Q_OBJECT
public:
    explicit SweepSession(QObject* parent = nullptr);
    ~SweepSession() override;

    [[nodiscard]] bool hasSweep() const { return m_kept.has_value(); }
    // Expects that there is one, as do those below.
    [[nodiscard]] const Sweep& sweep() const { return *m_kept->sweep; }
    [[nodiscard]] const nlohmann::ordered_json& host() const { return m_kept->host; }
    [[nodiscard]] const std::string& startedAt() const { return m_kept->startedAt; }
    // Empty: it is not kept.
    [[nodiscard]] const QString& path() const { return m_path; }

    // Each returns what is wrong, for people; empty: this is the sweep now. Not while it is measured.
    [[nodiscard]] QString begin(SweepOptions options, const QString& path);
    [[nodiscard]] QString open(const QString& path);
    // As a file elsewhere; the one it is kept in stays.
    [[nodiscard]] QString saveAs(const QString& path) const;

    void start(SweepRunner runner);  // what is still to be measured
    void stop();
    // Doubtful cells begin anew, to be started: how many.
    std::size_t measureAgain(std::span<const std::size_t> figures);
    [[nodiscard]] std::size_t doubtful(std::span<const std::size_t> figures) const;
    [[nodiscard]] std::size_t unfinished() const { return m_kept ? m_kept->unfinished() : 0; }

    [[nodiscard]] bool isMeasuring() const { return m_batch != nullptr; }
    [[nodiscard]] const SweepPlan* plan() const { return m_plan.get(); }  // while it is measured
    [[nodiscard]] Nanoseconds leftNs() const;
    // Why it could not be kept, which ended the measuring; empty: it was.
    [[nodiscard]] const QString& notKept() const { return m_notKept; }

signals:
    void opened();  // another sweep
    void progressed();
    void finished(bool complete);

private:
    QString take(KeptSweep kept, const QString& path);
    void conclude(bool complete);

    std::optional<KeptSweep> m_kept;
    QString m_path, m_notKept;
    QElapsedTimer m_since;
    std::unique_ptr<SweepPlan> m_plan;
    std::unique_ptr<Batch> m_batch;  // last: it ends before its plan
};

}  // namespace ipclab
