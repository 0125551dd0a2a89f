#include "core/whole_file.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "core/error.h"
#include "core/sentences.h"
#include "core/unique_fd.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& why, int error = 0) { throw FileError(why, error); }

// O_NONBLOCK: opening a FIFO would wait for a writer (fifo(7)).
UniqueFd openToRead(const fs::path& path, struct stat& status) {
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (const int error = errno; !fd)
        refuse(
            error == ENOENT ? say(Sentence::FileMissing) : say(Sentence::FileUnreadable, {{"why", errorText(error)}}),
            error);
    check(::fstat(fd.get(), &status), "fstat");
    if (S_ISDIR(status.st_mode)) refuse(say(Sentence::FileIsFolder));
    if (S_ISBLK(status.st_mode)) refuse(say(Sentence::FileIsDevice));
    return fd;
}

// A person at a terminal may take any time.
void waitForMore(int fd, std::chrono::milliseconds patience) {
    pollfd wanted{fd, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, ::isatty(fd) == 1 ? -1 : static_cast<int>(patience.count()));
    if (ready == 0) refuse(say(Sentence::FileIsSilent));
}

// Returns how many bytes came; 0: the end.
std::size_t readSome(int fd, char* into, std::size_t room, std::chrono::milliseconds patience) {
    for (;;) {
        const ssize_t count = ::read(fd, into, room);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno == EAGAIN) {
            waitForMore(fd, patience);
        } else if (errno != EINTR) {
            refuse(say(Sentence::FileUnreadable, {{"why", errorText(errno)}}));
        }
    }
}

// Not named after the file, whose name may be as long as a name can be. One that somebody was killed with stays.
UniqueFd createBeside(const fs::path& target, fs::path& part) {
    static std::atomic<unsigned> next{0};
    for (;;) {
        part =
            target.parent_path() / (".ipclab-" + std::to_string(::getpid()) + '-' + std::to_string(next++) + ".part");
        UniqueFd fd(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (fd || errno != EEXIST) return fd;
    }
}

std::string withAdvice(int error) {
    const std::string why = errorText(error);
    if (error == ENOSPC || error == EDQUOT) return say(Sentence::FreeSpace, {{"why", why}});
    return error == EFBIG ? say(Sentence::FileLimit, {{"why", why}}) : why;
}

[[noreturn]] void refuseToWrite(const fs::path& path, const std::string& why, int error = 0) {
    refuse(say(Sentence::FileUnwritable, {{"path", path.string()}, {"why", why}}), error);
}

// A file that is not there when its owner goes, unless it has got its name.
class PartFile {
public:
    explicit PartFile(const fs::path& target) : m_target(target), m_fd(createBeside(target, m_path)) {
        if (!m_fd) fail();
        m_there = true;
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile() { remove(); }

    void append(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::write(m_fd.get(), bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) fail();
            if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    void replace() {
        reachDisk();
        if (::rename(m_path.c_str(), m_target.c_str()) != 0) fail();
        m_there = false;
    }

    // Where the file system knows no RENAME_NOREPLACE (rename(2)), a second name does the same.
    void takeFreeName() {
        reachDisk();
        if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE) == 0) {
            m_there = false;
        } else if (errno != EINVAL || ::link(m_path.c_str(), m_target.c_str()) != 0) {
            fail();
        }
    }

private:
    [[noreturn]] void fail() const {
        const int error = errno;
        if (error == EEXIST) throwErrno(error, m_target.string());
        refuseToWrite(m_target, withAdvice(error), error);
    }

    void reachDisk() const {
        if (::fsync(m_fd.get()) != 0) fail();
    }

    void remove() {
        if (std::exchange(m_there, false)) ::unlink(m_path.c_str());
    }

    fs::path m_target, m_path;
    UniqueFd m_fd;
    bool m_there = false;
};

// What a symbolic link leads to is replaced, not the link; a device or a pipe never is.
fs::path placeOf(const fs::path& path) {
    std::error_code error;
    const fs::path place = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    const fs::file_status status = fs::status(place, error);
    if (fs::is_directory(status)) refuseToWrite(path, say(Sentence::NameOfFolder));
    if (fs::exists(status) && !fs::is_regular_file(status)) refuseToWrite(path, say(Sentence::NoRegularFile));
    return place;
}

}  // namespace

std::string readWholeFile(const fs::path& path, std::size_t mostBytes, std::chrono::milliseconds patience) {
    struct stat status {};
    const UniqueFd fd = openToRead(path, status);
    constexpr std::size_t kAtOnce = 65'536;
    std::string text;
    while (text.size() < mostBytes) {
        const std::size_t had = text.size();
        text.resize(std::min(mostBytes, had + kAtOnce));
        const std::size_t count = readSome(fd.get(), text.data() + had, text.size() - had, patience);
        text.resize(had + count);
        if (count == 0) break;
    }
    if (text.empty() && S_ISFIFO(status.st_mode)) refuse(say(Sentence::PipeIsEmpty));
    return text;
}

void writeWholeFile(const fs::path& path, std::string_view bytes, Existing existing) {
    PartFile file(existing == Existing::Refuse ? path : placeOf(path));
    file.append(bytes);
    existing == Existing::Refuse ? file.takeFreeName() : file.replace();
}

void streamWholeFile(const fs::path& path, const std::function<void(const AppendBytes& append)>& produce) {
    PartFile file(placeOf(path));
    produce([&file](std::string_view bytes) { file.append(bytes); });
    file.replace();
}

}  // namespace ipclab
