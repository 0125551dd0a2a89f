// D-Bus as sd-bus' examples have it: an object with a table of methods, and calls that wait. The bus is one of its own.
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "bare_stacks.h"
#include "core/error.h"
#include "core/unique_fd.h"

namespace ipclab::bench {

namespace {

constexpr const char* kName = "org.ipclab.Bare";
constexpr const char* kPath = "/org/ipclab/Bare";

struct Served {
    const Work& work;
    Pattern pattern;
    Result& result;
    std::uint64_t done = 0;
    Nanoseconds sinceNs = 0;
};

int onCall(sd_bus_message* message, void* data, sd_bus_error*) {
    Served& served = *static_cast<Served*>(data);
    const void* bytes = nullptr;
    std::size_t size = 0;
    sd_bus_message* reply = nullptr;
    if (sd_bus_message_read_array(message, 'y', &bytes, &size) < 0) ::_exit(1);
    if (sd_bus_message_new_method_return(message, &reply) < 0) ::_exit(1);
    if (served.pattern == Pattern::OneWay) size = 0;
    if (sd_bus_message_append_array(reply, 'y', bytes, size) < 0 || sd_bus_send(nullptr, reply, nullptr) < 0)
        ::_exit(1);
    sd_bus_message_unref(reply);
    if (served.done++ == 0) served.sinceNs = monotonicNow();
    if (served.done == served.work.messages && served.pattern == Pattern::OneWay)
        served.result.tookNs = monotonicNow() - served.sinceNs;
    return 1;
}

sd_bus* join(const std::string& address) {
    sd_bus* bus = nullptr;
    if (sd_bus_new(&bus) < 0 || sd_bus_set_address(bus, address.c_str()) < 0 || sd_bus_set_bus_client(bus, 1) < 0 ||
        sd_bus_start(bus) < 0)
        ::_exit(1);
    return bus;
}

void serve(const std::string& address, int readyOut, const Work& work, Pattern pattern, Result& result) {
    static const sd_bus_vtable methods[] = {SD_BUS_VTABLE_START(0),
                                            SD_BUS_METHOD("Call", "ay", "ay", onCall, SD_BUS_VTABLE_UNPRIVILEGED),
                                            SD_BUS_VTABLE_END};
    Served served{work, pattern, result};
    sd_bus* bus = join(address);
    if (sd_bus_add_object_vtable(bus, nullptr, kPath, kName, methods, &served) < 0 ||
        sd_bus_request_name(bus, kName, 0) < 0 || ::write(readyOut, "x", 1) != 1)
        ::_exit(1);
    while (served.done < work.messages) {
        const int worked = sd_bus_process(bus, nullptr);
        if (worked < 0 || (worked == 0 && sd_bus_wait(bus, UINT64_MAX) < 0)) ::_exit(1);
    }
    // The bus goes with who serves, and carries out in order what it is asked: the last reply has left it by then.
    for (int i = 0; i < 2; ++i)
        sd_bus_call_method(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId",
                           nullptr, nullptr, "");
    sd_bus_flush_close_unref(bus);
}

void ask(const std::string& address, int readyIn, const Work& work, Pattern pattern, Result& result) {
    char ready = 0;
    if (::read(readyIn, &ready, 1) != 1) ::_exit(1);
    sd_bus* bus = join(address);
    const std::vector<std::byte> bytes = makeMessage(work.sizeBytes);
    const auto askOne = [&] {
        sd_bus_message *call = nullptr, *reply = nullptr;
        if (sd_bus_message_new_method_call(bus, &call, kName, kPath, kName, "Call") < 0 ||
            sd_bus_message_append_array(call, 'y', bytes.data(), bytes.size()) < 0 ||
            sd_bus_call(bus, call, UINT64_MAX, nullptr, &reply) < 0)
            ::_exit(1);
        sd_bus_message_unref(call);
        sd_bus_message_unref(reply);
    };
    if (pattern == Pattern::RoundTrip) {
        timeReceiving(work, result, askOne);
    } else {
        for (std::uint64_t i = 0; i < work.messages; ++i) askOne();
    }
    sd_bus_flush_close_unref(bus);
}

class Folder {
public:
    Folder() : m_path((std::filesystem::temp_directory_path() / "ipclab-bench-XXXXXX").string()) {
        if (::mkdtemp(m_path.data()) == nullptr) throwErrno(errno, "mkdtemp");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string busAddress() const { return "unix:path=" + m_path + "/bus"; }

private:
    std::string m_path;
};

// A bus of its own for one measurement, a child of who serves, as the laboratory's is.
class Daemon {
public:
    explicit Daemon(const Folder& place) {
        const std::string& folder = place.path();
        std::ofstream(folder + "/bus.conf") << "<busconfig><listen>" << place.busAddress()
                                            << "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                                               "<allow own=\"*\"/><allow receive_sender=\"*\"/></policy></busconfig>";
        std::array<int, 2> said{};
        check(::pipe(said.data()), "pipe");
        const UniqueFd in(said[0]);
        UniqueFd out(said[1]);
        m_pid = check(::fork(), "fork");
        if (m_pid == 0) become(folder, out.get());
        out.reset();
        char address = 0;
        if (::read(in.get(), &address, 1) != 1) throwErrno(ENOENT, "dbus-daemon");
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;
    ~Daemon() {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

private:
    [[noreturn]] static void become(const std::string& folder, int out) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        cpu_set_t everywhere;
        std::memset(&everywhere, 0xff, sizeof everywhere);
        ::sched_setaffinity(0, sizeof everywhere, &everywhere);
        if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(1);
        const std::string file = "--config-file=" + folder + "/bus.conf";
        const std::string address = "--print-address=" + std::to_string(out);
        ::execlp("dbus-daemon", "dbus-daemon", file.c_str(), address.c_str(), "--nofork", "--nosyslog", nullptr);
        ::_exit(1);
    }

    pid_t m_pid = -1;
};

}  // namespace

double bareDbus(const Work& work, Pattern pattern, Result& result) {
    const Folder folder;
    std::array<int, 2> ready{};
    check(::pipe(ready.data()), "pipe");
    const UniqueFd in(ready[0]), out(ready[1]);
    const auto serving = [&] {
        const Daemon daemon(folder);
        serve(folder.busAddress(), out.get(), work, pattern, result);
    };
    const auto asking = [&] { ask(folder.busAddress(), in.get(), work, pattern, result); };
    return pattern == Pattern::OneWay ? inTwoProcesses(work, result, asking, serving)
                                      : inTwoProcesses(work, result, serving, asking);
}

}  // namespace ipclab::bench
