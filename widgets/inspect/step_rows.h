// The instructions of a process that is executed step by step, as rows of a table: those that a person has stepped
// through, or those that the program itself has told of (programs/single_step.cpp).
#pragma once

#include <QCoreApplication>

#include "bridge/step_view.h"
#include "models/detail_rows.h"
#include "results/run_data.h"

namespace ipclab {

class StepRows {
    Q_DECLARE_TR_FUNCTIONS(ipclab::StepRows)
public:
    static constexpr std::size_t kMost = 200;  // the newest of them

    static std::vector<DetailColumn> columns();
    // With where it stands now as the last one.
    static std::vector<DetailRow> rows(const StepView& view);
    static std::vector<DetailRow> told(const RunData& run, std::uint32_t process);
    // How it stood still: whether its registers were the same afterwards.
    static QString standing(const StepView& view);
};

}  // namespace ipclab
