// What a run says of itself in sentences: how it was measured, and what follows from its figures.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "report/report.h"
#include "results/run_data.h"

namespace ipclab {

class RunWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunWords)
public:
    static ReportFacts method(const RunData& data);
    // Of its messages, its shared objects, its ends and its observer.
    static std::vector<ReportBlock> verdicts(const RunData& data);

private:
    static QString observerText(const ObserverFacts& observer);
    static QString costText(const ObserverFacts& observer);
    static QString sourcesText(const RunData& data);
    static ReportVerdict ofLink(const LinkData& link);
    static ReportVerdict ofShared(const SharedData& shared);
    static ReportVerdict ofEnds(const RunData& data);
};

}  // namespace ipclab
