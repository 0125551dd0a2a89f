#include "window/document.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "core/error.h"
#include "core/system_room.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "document/limits.h"
#include "document/validation.h"
#include "runs/presets.h"
#include "runs/said.h"
#include "window/autosave.h"

namespace ipclab {
namespace {

constexpr Nanoseconds kNewDurationNs = 10 * kNsPerSecond;  // so that what is built first ends

struct DocumentWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::DocumentWords)
};

void read(WindowDocument& document, std::string_view text) {
    ReadResult result = readExperiment(text, document.fileName().toStdString());
    document.experiment = std::move(result.experiment);
    document.problems = std::move(result.problems);
}

void refuse(WindowDocument& document, const QString& message) {
    Problem problem;
    problem.message = message.toStdString();
    document.problems.push_back(std::move(problem));
}

QString quoted(const QString& word) {
    const bool plain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("-_./=:,+@%").contains(c);
    });
    if (plain) return word;
    QString inner = word;
    return QLatin1Char('\'') + inner.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

}  // namespace

QString WindowDocument::fileName() const {
    if (source.isEmpty()) return DocumentWords::tr("The new experiment");
    return isPreset ? source + QStringLiteral(".ipclab.json") : QFileInfo(source).fileName();
}

WindowDocument readPresetDocument(const QString& presetId) {
    WindowDocument document;
    document.source = presetId;
    document.isPreset = true;
    if (const auto text = presetText(presetId.toStdString())) {
        read(document, *text);
    } else {
        refuse(document, DocumentWords::tr("There is no experiment called \"%1\" in the library.").arg(presetId));
    }
    return document;
}

WindowDocument readFileDocument(const QString& path) {
    WindowDocument document;
    document.source = path;
    try {
        // One byte more than allowed: the reader says that it is too long. The window waits for no pipe.
        const QByteArray name = QFile::encodeName(path);
        const std::string text =
            readWholeFile(name.toStdString(), limits::kFileBytes + 1, std::chrono::milliseconds(0));
        if (text.starts_with("SQLite format 3")) {
            refuse(document, DocumentWords::tr("This is a recording, not an experiment. The command \"ipclab export %1 "
                                               "--to DIR\" writes what is in it: charts, data and the experiment.")
                                 .arg(quoted(path)));
        } else {
            read(document, text);
        }
    } catch (const FileError& error) {
        const std::string why = error.error() == 0 ? error.what() : errorText(error.error());
        refuse(document, DocumentWords::tr("The file cannot be read: %1.").arg(said(why)));
    }
    return document;
}

WindowDocument newDocument() {
    WindowDocument document;
    document.experiment.emplace();
    document.experiment->durationNs = kNewDurationNs;
    return document;
}

WindowDocument newFromTemplate(const QString& presetId) {
    WindowDocument document = readPresetDocument(presetId);
    document.source.clear();
    document.isPreset = false;
    if (!document.experiment) return document;
    document.experiment->id.clear();
    document.experiment->row.reset();
    return document;
}

WindowDocument readKeptDocument(const KeptDocument& kept) {
    WindowDocument document;
    document.source = kept.source;
    document.isPreset = kept.isPreset && presetText(kept.source.toStdString());
    document.isRecovered = true;
    read(document, kept.text.toStdString());
    // It was being built: what is wrong stands on its parts, as it did.
    if (document.experiment) document.problems.clear();
    return document;
}

WindowDocument readAnyDocument(const QString& source) {
    return !QFile::exists(source) && presetText(source.toStdString()) ? readPresetDocument(source)
                                                                      : readFileDocument(source);
}

std::vector<Problem> problemsOf(const Experiment& experiment, std::optional<Nanoseconds>& atMost) {
    atMost.reset();
    std::vector<Problem> problems = validate(experiment);
    if (exitStatus(problems) == 0 || experiment.durationNs) return problems;
    Experiment endless = experiment;
    endless.durationNs = limits::kDurationNs;
    std::vector<Problem> others = validate(endless);
    if (exitStatus(others) != 0) return problems;
    atMost = limits::kDurationNs;
    return others;
}

QStringList commandsOf(const Experiment& experiment, const std::vector<std::uint32_t>& processes) {
    QStringList lines;
    for (const std::uint32_t index : processes) {
        const ProcessSpec& process = experiment.processes[index];
        QStringList words;
        for (const std::string& word : process.command) words << quoted(QString::fromStdString(word));
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(process.name), words.join(QLatin1Char(' ')));
    }
    return lines;
}

QStringList raisedLimitsOf(const Experiment& experiment) {
    QStringList lines;
    const auto compare = [&](const char* field, const std::optional<std::uint64_t>& asked, std::uint64_t usual) {
        if (!asked || *asked <= usual) return;
        lines << DocumentWords::tr("safety.%1: %2 (usual here: %3)")
                     .arg(QLatin1String(field), QString::number(*asked), QString::number(usual));
    };
    compare("processes", experiment.safety.processes, kUsualSafetyProcesses);
    compare("memory_bytes", experiment.safety.memoryBytes, availableMemoryBytes() / 2);
    return lines;
}

}  // namespace ipclab
