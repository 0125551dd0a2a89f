// What can be opened: a preset by its id, a file, a new one, or what a window that was killed has left. Reading gives
// the experiment and everything that is wrong with it.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "document/experiment.h"
#include "document/problem.h"

namespace ipclab {

struct KeptDocument;

struct WindowDocument {
    QString source;  // a path, or the id of a preset; empty: it is new
    bool isPreset = false;
    bool isRecovered = false;   // it has changes that were never saved
    bool isOfExercise = false;  // what is changed in it is kept with the exercise
    QString step{};             // of an exercise: which step of which one
    QStringList charts{};       // to begin with, unless others were chosen for it; by RunCharts::idOf
    std::optional<Experiment> experiment;
    std::vector<Problem> problems;

    [[nodiscard]] QString fileName() const;
    [[nodiscard]] bool isSound() const { return experiment && exitStatus(problems) == 0; }
};

WindowDocument readPresetDocument(const QString& presetId);
WindowDocument readFileDocument(const QString& path);
// With nothing on it, and with the parts of a preset.
WindowDocument newDocument();
WindowDocument newFromTemplate(const QString& presetId);
WindowDocument readKeptDocument(const KeptDocument& kept);
// A preset if there is one of that name, else a file.
WindowDocument readAnyDocument(const QString& source);

// Problems that keep it from running in the window, where Stop can end what would never end by itself. atMost is then
// the longest duration there is.
std::vector<Problem> problemsOf(const Experiment& experiment, std::optional<Nanoseconds>& atMost);

// The command lines of these processes, as a shell would show them.
QStringList commandsOf(const Experiment& experiment, const std::vector<std::uint32_t>& processes);

// The safety limits that it raises above the usual ones, each as the document has it and with what is usual here.
QStringList raisedLimitsOf(const Experiment& experiment);

}  // namespace ipclab
