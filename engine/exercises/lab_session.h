// One exercise as a student works on it: the step, what was predicted, the runs that count, the verdicts. Everything is
// kept at once (exercises/work_store.h), so that closing the window loses nothing. What is typed is known at once too, and
// kept when the hand rests: a disk takes longer than a key may.
//
// It comes with the program, or is one of the user's own: a folder or a zip archive. A folder is watched, and read
// again when its files change, so that its author sees at once what a student will see, and what is wrong with it.
//
// One thread; verdicts are made on another one and come with judged().
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "exercises/library.h"
#include "exercises/own_labs.h"
#include "exercises/submission.h"
#include "exercises/work_store.h"
#include "labs/lab_needs.h"

namespace ipclab {

class LabSession : public QObject {
    Q_OBJECT
public:
    explicit LabSession(std::filesystem::path folder, QObject* parent = nullptr);
    ~LabSession() override;

    // Throws std::runtime_error: there is none of that id, or what is kept of it cannot be read.
    void open(const std::string& id);
    // One of the user's own, which is kept in the list of them. Throws std::runtime_error: nothing of it can be read.
    // What is wrong with it is in faults(); where it cannot be shown because of that isOpen() is false.
    void openAt(const std::filesystem::path& path);
    void close();
    // Where it was opened from; empty: it comes with the program, or none is open.
    [[nodiscard]] const std::filesystem::path& source() const { return m_source; }
    // A folder that is looked at again and again.
    [[nodiscard]] bool isWatched() const { return !m_watcher.directories().empty(); }
    // Of one of the user's own, as its files are now. What is open is the last version that could be shown.
    [[nodiscard]] const std::vector<LabProblem>& faults() const { return m_faults; }
    [[nodiscard]] const OwnLabs& ownLabs() const { return m_own; }
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
    // What this machine lacks of what the exercise needs: it is skipped then, and can be read. Looked for when it is
    // opened.
    [[nodiscard]] const std::vector<MissingNeed>& missing() const { return m_missing; }
    // How many runs of the step there are, and how many it takes; 0: it is not run.
    [[nodiscard]] std::size_t runsMade(const LabStep& step) const;
    [[nodiscard]] std::size_t runsWanted(const LabStep& step) const;
    // Before it is run everything has to be predicted, and afterwards no prediction can be changed.
    [[nodiscard]] bool isPredicted(const LabStep& step) const;
    [[nodiscard]] bool isLocked(const LabStep& step) const { return runsMade(step) > 0; }
    // Everything that is to be run was run, and every verdict is there.
    [[nodiscard]] bool isDone() const;
    // What of that experiment the step does not allow.
    [[nodiscard]] std::vector<std::string> forbidden(const Experiment& now) const;

    void predict(const std::string& id, LabAnswer answer);
    void write(const std::string& question, const std::string& words);
    void readHint(const std::string& check);
    void setStudent(const std::string& name);

    // What was typed and waits for a pause: whoever does what may end badly (a compiler, a run) has it kept before.
    void keepPending();
    [[nodiscard]] bool isPending() const { return m_isPending; }

    // The student's own program of this step (one that has a node for it): as it stands, or its starter.
    [[nodiscard]] OwnProgram program() const;
    [[nodiscard]] std::filesystem::path programFolder() const;
    // Kept at a pause, as all that is typed.
    void writeSource(const std::string& source);
    // What the compiler said last, at the lines where it stands now. Kept at a pause.
    void moveDiagnostics(const std::vector<Diagnostic>& now);
    // The compiler has ended. What it made runs from now on; where it made nothing, what was made before does. Runs that
    // were made before count until there is one of it.
    void takeCompilation(LastCompilation compiled, const std::optional<BuiltProgram>& made);
    // Another text stands there than the one it was of.
    void forgetCompilation();
    // An executable was brought: it runs from now on.
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
    // A run of the step has ended, and this is its recording. Of a step of several runs those with other settings go.
    void take(const std::filesystem::path& recording);
    // All of it; what there was is kept aside. Throws std::runtime_error: it cannot be, or cannot be read any more.
    void startAgain();

    // Writes what is handed in, with the files beside it that are made of the verdicts. Throws std::runtime_error.
    using Others = std::function<std::vector<ArchiveEntry>(const LabResult& result)>;
    void handIn(const std::filesystem::path& path, const Others& others);

    // How far one is that may not be open.
    [[nodiscard]] std::optional<LabProgress> progressOf(const std::string& id) const { return m_store.progress(id); }
    [[nodiscard]] std::optional<LabProgress> progressOf(const OwnLab& own) const;

signals:
    void opened();   // another exercise, or none
    void changed();  // anything of the work
    void judged();
    void reread();  // the files of the user's own have changed; faults() and what is open may be others
    void notKept(const QString& why);

private:
    void keep();
    void keepSoon();
    void keptAll();
    void judge();
    [[nodiscard]] std::optional<Experiment> begun() const;
    void ranProgramNow();
    void forgetRunsOfOthers(const std::filesystem::path& recording);
    void keepProgram(OwnProgram program);
    void clearUnneeded() const;
    void forgetJudging();
    void judgeAgain();  // with what is known until then
    void begin(const LabTexts& texts, LabReadResult read);
    static LabReadResult readOwnLab(const LabTexts& texts, bool forAuthor);
    void watch();
    void readAgain();
    void forgetChangedExperiments(const Lab& before);
    [[nodiscard]] std::filesystem::path folderOf(const std::filesystem::path& source) const;
    [[nodiscard]] const WorkStore& store() const { return m_ownStore ? *m_ownStore : m_store; }

    std::filesystem::path m_folder;
    WorkStore m_store;
    OwnLabs m_own;
    std::optional<WorkStore> m_ownStore;  // of the one that is open
    std::filesystem::path m_source;
    std::string m_print;  // of what was read last
    std::vector<LabProblem> m_faults;
    std::vector<MissingNeed> m_missing;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QTimer m_rests, m_latest;  // what is pending is kept at the first of both
    bool m_isPending = false;
    bool m_isNamed = false;  // the student has just written their name
    std::optional<Lab> m_lab;
    LabWork m_work;
    std::size_t m_step = 0;
    std::optional<LabResult> m_result;
    std::vector<std::string> m_problems;
    struct Judging;
    std::shared_ptr<Judging> m_judging;  // of the newest verdicts asked for
};

}  // namespace ipclab
