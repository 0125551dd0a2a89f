// What is to be seen of a verdict: the recording of the trial it is about, where in it, and which chart shows it.
#pragma once

#include <QMetaType>
#include <QString>
#include <filesystem>

#include "labs/measure_interval.h"

namespace ipclab {

struct LabSighting {
    QString chart{};  // an id of run_charts/charts.def; empty: none in particular
    std::filesystem::path recording{};
    std::size_t trial = 0, of = 1;  // trial: from 0
    LabInterval from{};
};

}  // namespace ipclab

Q_DECLARE_METATYPE(ipclab::LabSighting)
