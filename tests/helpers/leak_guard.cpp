#include "helpers/leak_guard.h"

#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <mqueue.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace ipclab::test {

namespace fs = std::filesystem;

namespace {

bool shmExists(const std::string& name) {
    const UniqueFd fd(::shm_open(name.c_str(), O_RDONLY | O_CLOEXEC, 0));
    return static_cast<bool>(fd);
}

bool queueExists(const std::string& name) {
    const UniqueFd fd(::mq_open(name.c_str(), O_RDONLY | O_CLOEXEC));
    return static_cast<bool>(fd);
}

bool semaphoreExists(const std::string& name) {
    sem_t* semaphore = ::sem_open(name.c_str(), 0);
    if (semaphore == SEM_FAILED) return false;
    ::sem_close(semaphore);
    return true;
}

// Of a System V object, which a journal names by "key-" and its key; -1: there is none.
int sysvId(const std::string& kind, const std::string& name) {
    const key_t key = std::stoi(name.substr(4));
    if (kind == "sysv-shm") return ::shmget(key, 0, 0);
    return kind == "sysv-mq" ? ::msgget(key, 0) : ::semget(key, 0, 0);
}

}  // namespace

bool objectExists(const std::string& kind, const std::string& name) {
    if (kind == "file" || kind == "control-group") return fs::exists(fs::symlink_status(name));
    if (kind == "posix-shm") return shmExists(name);
    if (kind == "posix-mq") return queueExists(name);
    if (kind == "posix-sem") return semaphoreExists(name);
    if (!kind.starts_with("sysv-")) return false;
    const int id = sysvId(kind, name);
    struct shmid_ds shm {};
    struct msqid_ds queue {};
    struct semid_ds semaphores {};
    if (kind == "sysv-shm") return ::shmctl(id, IPC_STAT, &shm) == 0;
    if (kind == "sysv-mq") return ::msgctl(id, IPC_STAT, &queue) == 0;
    return kind == "sysv-sem" && ::semctl(id, 0, IPC_STAT, &semaphores) == 0;
}

RuntimeFolder::RuntimeFolder() {
    std::string pattern = "/tmp/ipclab-test-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp " + pattern);
    m_path = pattern;
    if (const char* before = std::getenv("XDG_RUNTIME_DIR")) {
        m_before = before;
        m_wasSet = true;
    }
    ::setenv("XDG_RUNTIME_DIR", m_path.c_str(), 1);
}

RuntimeFolder::~RuntimeFolder() {
    if (m_wasSet) {
        ::setenv("XDG_RUNTIME_DIR", m_before.c_str(), 1);
    } else {
        ::unsetenv("XDG_RUNTIME_DIR");
    }
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::set<std::string> openDescriptors() {
    std::set<std::string> open;
    DIR* folder = ::opendir("/proc/self/fd");
    if (folder == nullptr) return open;
    while (const dirent* entry = ::readdir(folder)) {
        const std::string number = entry->d_name;
        if (number.starts_with('.') || number == std::to_string(::dirfd(folder))) continue;
        std::error_code gone;
        open.insert(number + " → " + fs::read_symlink("/proc/self/fd/" + number, gone).string());
    }
    ::closedir(folder);
    return open;
}

LeakGuard::LeakGuard() : m_descriptors(openDescriptors()) {}

LeakGuard::~LeakGuard() {
    for (const std::string& leak : leaks()) ADD_FAILURE() << "left behind: " << leak;
}

void LeakGuard::remember(const RunDirectory& run) {
    std::ifstream journal(run.path() / "journal");
    std::string kind, name, line;
    std::getline(journal, line);  // the owner
    while (journal >> kind && std::getline(journal >> std::ws, name)) m_objects.emplace_back(kind, name);
}

std::vector<std::string> LeakGuard::leaks() const {
    std::vector<std::string> found;
    for (const std::string& fd : openDescriptors()) {
        if (!m_descriptors.contains(fd)) found.push_back("descriptor " + fd);
    }
    for (const auto& [kind, name] : m_objects) {
        if (objectExists(kind, name)) found.push_back(kind + ' ' + name);
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_folder.path())) {
        if (entry.path() != m_folder.path() / "ipclab") found.push_back("file " + entry.path().string());
    }
    const pid_t child = ::waitpid(-1, nullptr, WNOHANG);
    if (child >= 0) found.push_back(child == 0 ? "a child still running" : "zombie " + std::to_string(child));
    return found;
}

}  // namespace ipclab::test
