// Where a setting of an experiment is, as the inspector names it: "root: Held for (s)".
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

#include "document/experiment.h"

namespace ipclab {

class FieldPlaces {
    Q_DECLARE_TR_FUNCTIONS(ipclab::FieldPlaces)
public:
    // Of a JSON pointer; empty: the inspector has nothing there.
    static QString ofPointer(const Experiment& experiment, const std::string& pointer);
    // Of a setting as changesBetween() of labs/allowed.h names it; empty: the experiment has it no more.
    static QString ofChange(const Experiment& experiment, const std::string& change);
};

}  // namespace ipclab
