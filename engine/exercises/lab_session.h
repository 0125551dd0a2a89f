// One exercise as a student works on it: the step, what was predicted, the runs that count, the verdicts. Everything is
// kept at once (exercises/work_store.h), so that closing the window loses nothing.
//
// One thread; verdicts are made on another one and come with judged().
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "exercises/library.h"
#include "exercises/submission.h"
#include "exercises/work_store.h"

namespace ipclab {

class LabSession : public QObject {
    Q_OBJECT
public:
    explicit LabSession(std::filesystem::path folder, QObject* parent = nullptr);
    ~LabSession() override;

    // Throws std::runtime_error: there is none of that id, or what is kept of it cannot be read.
    void open(const std::string& id);
    void close();
    [[nodiscard]] bool isOpen() const { return m_lab.has_value(); }
    [[nodiscard]] const Lab& lab() const { return *m_lab; }
    [[nodiscard]] const LabWork& work() const { return m_work; }
    // Of the work as it is; nothing: it is being made.
    [[nodiscard]] const std::optional<LabResult>& result() const { return m_result; }
    [[nodiscard]] const std::vector<std::string>& problems() const { return m_problems; }

    [[nodiscard]] std::size_t stepIndex() const { return m_step; }
    [[nodiscard]] const LabStep& step() const { return m_lab->steps[m_step]; }
    void goTo(std::size_t step);

    // What the step starts with: as it was left by the student, else by its author, and with the student's own program
    // in its node, where there is one. Nothing: it starts nothing.
    [[nodiscard]] std::optional<Experiment> experiment() const;
    // How many runs of the step there are, and how many it takes; 0: it is not run.
    [[nodiscard]] std::size_t runsMade(const LabStep& step) const;
    [[nodiscard]] std::size_t runsWanted(const LabStep& step) const;
    // Before it is run everything has to be predicted, and afterwards no prediction can be changed.
    [[nodiscard]] bool isPredicted(const LabStep& step) const;
    [[nodiscard]] bool isLocked(const LabStep& step) const { return runsMade(step) > 0; }
    // What of that experiment the step does not allow.
    [[nodiscard]] std::vector<std::string> forbidden(const Experiment& now) const;

    void predict(const std::string& id, LabAnswer answer);
    void write(const std::string& question, const std::string& words);
    void readHint(const std::string& check);
    void setStudent(const std::string& name);

    // The student's own program of this step (one that has a node for it): as it stands, or its starter.
    [[nodiscard]] OwnProgram program() const;
    [[nodiscard]] std::filesystem::path programFolder() const;
    void writeSource(const std::string& source);
    // Was compiled, or brought: it runs from now on. Runs that were made before count until there is one of it.
    void takeProgram(const BuiltProgram& program);
    [[nodiscard]] std::string starter() const;
    // For showing; programFile() looks whether it is still so.
    [[nodiscard]] bool hasProgram() const { return !program().built.sha256.empty(); }
    // It runs in the step: there, and just what was compiled or brought. Nothing: not yet.
    [[nodiscard]] std::optional<std::filesystem::path> programFile() const;
    // To have it compiled, or to choose it, was to agree that it runs. Not so of what an exercise from elsewhere brought
    // and nobody has touched.
    [[nodiscard]] bool isProgramOurs() const;
    // The experiment as it stands, so that it is found so again.
    void leave(const Experiment& experiment);
    // A run of the step has ended, and this is its recording.
    void take(const std::filesystem::path& recording);
    // All of it; what there was is kept aside.
    void startAgain();

    // Writes what is handed in, with those files beside it. Throws std::runtime_error.
    void handIn(const std::filesystem::path& path, const std::vector<ArchiveEntry>& others) const;

    // How far one is that may not be open.
    [[nodiscard]] std::optional<LabProgress> progressOf(const std::string& id) const { return m_store.progress(id); }

signals:
    void opened();   // another exercise, or none
    void changed();  // anything of the work
    void judged();
    void notKept(const QString& why);

private:
    void keep();
    void judge();
    [[nodiscard]] std::optional<Experiment> begun() const;
    void ranProgramNow();
    void keepProgram(OwnProgram program);

    WorkStore m_store;
    std::optional<Lab> m_lab;
    LabWork m_work;
    std::size_t m_step = 0;
    std::optional<LabResult> m_result;
    std::vector<std::string> m_problems;
    struct Judging;
    std::shared_ptr<Judging> m_judging;  // of the newest verdicts asked for
};

}  // namespace ipclab
