#include "window/observer_cost_notice.h"

#include <QLocale>

#include "plot/units.h"
#include "window/notice_bar.h"

namespace ipclab {

ObserverCostNotice::ObserverCostNotice(NoticeBar* notice, QObject* parent) : QObject(parent), m_notice(notice) {}

void ObserverCostNotice::measure(const Experiment& experiment) {
    m_cost.reset();
    m_run = std::make_unique<ObserverCostRun>(experiment);
    connect(m_run.get(), &ObserverCostRun::progressed, this, &ObserverCostNotice::showProgress);
    connect(m_run.get(), &ObserverCostRun::finished, this, &ObserverCostNotice::conclude, Qt::QueuedConnection);
    showProgress();
    emit changed();
    m_run->start();
}

void ObserverCostNotice::stop() {
    if (m_run) m_run->stop();
}

void ObserverCostNotice::abandon() {
    if (!m_run) return;
    m_run.reset();
    emit changed();
}

void ObserverCostNotice::showProgress() {
    m_notice->ask(NoticeBar::Weight::Information,
                  tr("Measuring what observing costs: short run %1 of %2, with and without the observer in turn.")
                      .arg(std::min(m_run->done() + 1, m_run->all()))
                      .arg(m_run->all()),
                  {}, tr("Stop measuring"), [this] { stop(); });
}

QString ObserverCostNotice::text(const ObserverCost& cost) const {
    const auto percent = [](double ratio) { return QLocale().toString(100 * ratio, 'f', 1); };
    const QString paced =
        cost.paced ? tr("A program keeps to a given rate: what observing takes hides in its pauses.") : QString();
    const QString counted = cost.messages ? tr("messages received") : tr("rounds of work");
    const QString measured =
        tr("Observed, this experiment does %1 % of what it does unobserved (%2 to %3 %, median of %4 pairs of runs "
           "of %5 s, counted in %6).")
            .arg(percent(cost.ratio), percent(cost.low), percent(cost.high))
            .arg(cost.pairs)
            .arg(plainDigits(cost.seconds, 3), counted);
    return paced.isEmpty() ? measured : measured + QLatin1Char(' ') + paced;
}

void ObserverCostNotice::conclude(const QString& problem) {
    if (!m_run) return;
    m_cost = m_run->cost();
    m_run.reset();
    if (m_cost) {
        m_notice->show(NoticeBar::Weight::Information, text(*m_cost));
    } else {
        m_notice->show(NoticeBar::Weight::Warning, tr("What observing costs was not measured."), problem);
    }
    emit changed();
}

}  // namespace ipclab
