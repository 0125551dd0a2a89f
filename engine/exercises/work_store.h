// A student's work, kept from day to day: a folder for each exercise in a private one, with the work as JSON and the
// recordings that are judged. Whatever is killed, what was saved before is there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "exercises/lab_work.h"

namespace ipclab {

// Points got and points there are, as they were judged last.
struct LabProgress {
    double points = 0, most = 0;
    bool complete = false;
};

class WorkStore {
public:
    // folder: the user's own, made where it is missing (0700).
    explicit WorkStore(std::filesystem::path folder);

    // Nothing: not begun. Throws std::runtime_error where there is work that cannot be read: it is not overwritten
    // then, but set aside (setAside()) when the student agrees.
    [[nodiscard]] std::optional<LabWork> load(const std::string& lab) const;
    // At once and whole. Throws std::runtime_error.
    void save(const LabWork& work) const;

    // Copies the recording to the others of the step and says where it is now; the oldest beyond `trials` go.
    std::filesystem::path keepRun(LabWork& work, const std::string& step, const std::filesystem::path& recording,
                                  unsigned trials) const;
    static void forgetRuns(LabStepWork& step);
    // For lists; nothing: not begun, or not judged yet.
    [[nodiscard]] std::optional<LabProgress> progress(const std::string& lab) const;
    void keepProgress(const std::string& lab, const LabProgress& progress) const;
    // As the student has called themselves last, in whatever exercise; empty: not yet.
    [[nodiscard]] std::string name() const;
    void keepName(const std::string& name) const;
    // Where the student's own programs of it are, made where it is missing (0700). Throws std::filesystem::filesystem_error.
    [[nodiscard]] std::filesystem::path programFolder(const std::string& lab) const;
    [[nodiscard]] bool hasPrograms(const std::string& lab) const;
    // Begins anew: what there was is kept beside it, as LAB.before.
    void setAside(const std::string& lab) const;

private:
    [[nodiscard]] std::filesystem::path folderOf(const std::string& lab) const;
    std::filesystem::path m_folder;
};

}  // namespace ipclab
