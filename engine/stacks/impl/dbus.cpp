// D-Bus by sd-bus, over a bus of the run's own: a dbus-daemon that the receiver starts. It inherits the socket in the
// private folder of the run that listens already, and its configuration never is a file. It is killed with its
// receiver, whatever kills that. A message is a method call with an array of bytes; the token is shown by a first call.
#include <systemd/sd-bus.h>

#include <array>
#include <cctype>
#include <cstring>
#include <set>

#include "core/error.h"
#include "stacks/dbus/bus_daemon.h"
#include "stacks/framed/framed_socket.h"

namespace ipclab {

namespace {

constexpr const char* kObject = "/org/ipclab/Link";
constexpr const char* kOpen = "Open";  // (s token)
constexpr const char* kCall = "Call";  // (ay) → ay
constexpr const char* kBusItself = "org.freedesktop.DBus";
constexpr const char* kGone = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg2=''";
constexpr std::uint64_t kForEver = UINT64_MAX;

// As sd-bus reports errors: negative.
int checkBus(int result, std::string_view what) {
    if (result < 0) throwErrno(-result, what);
    return result;
}

struct BusCloser {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
struct MessageRelease {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using Bus = std::unique_ptr<sd_bus, BusCloser>;
using Message = std::unique_ptr<sd_bus_message, MessageRelease>;

// As the specification wants a value of an address: everything unusual as %xx.
std::string busAddress(const std::string& path) {
    std::string address = "unix:path=";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::strchr("-_/.\\*", c) != nullptr) {
            address += c;
        } else {
            std::array<char, 4> code{};
            std::snprintf(code.data(), code.size(), "%%%02x", byte);
            address += code.data();
        }
    }
    return address;
}

// As sd_bus_start() returns.
int startBus(const std::string& path, Bus& bus) {
    sd_bus* raw = nullptr;
    checkBus(sd_bus_new(&raw), "sd_bus_new");
    bus.reset(raw);
    checkBus(sd_bus_set_address(raw, busAddress(path).c_str()), "sd_bus_set_address");
    checkBus(sd_bus_set_bus_client(raw, 1), "sd_bus_set_bus_client");
    return sd_bus_start(raw);
}

// Empty: nobody listens there. Where others fill the queue of those who are to be accepted (EAGAIN of a UNIX socket,
// connect(2)), until there is room: whoever is silent there is dropped after a time (bus_daemon.cpp).
Bus joinBus(const std::string& path) {
    constexpr int kPauseMs = 5;
    const Deadline deadline(kBusSilenceNs + kNsPerSecond);
    for (;;) {
        Bus bus;
        const int started = startBus(path, bus);
        if (started == -ENOENT || started == -ECONNREFUSED || started == -ECONNRESET) return nullptr;
        if (started != -EAGAIN || deadline.expired()) {
            checkBus(started, "sd_bus_start");
            return bus;
        }
        ::poll(nullptr, 0, kPauseMs);
    }
}

// Until the bus has something to do, or so long.
WaitResult waitForBus(sd_bus* bus, Nanoseconds atMostNs) {
    pollfd entry{.fd = sd_bus_get_fd(bus), .events = 0, .revents = 0};
    const int events = sd_bus_get_events(bus);
    if (entry.fd < 0 || events < 0) return WaitResult::Ready;  // closed: the next step finds out
    entry.events = static_cast<short>(events);
    return pollDescriptors(std::span(&entry, 1), atMostNs);
}

// Lets the bus work until `done`, or nothing is left that needs no waiting.
template <typename Done>
StackStep stepBus(sd_bus* bus, StackPatience patience, Done done) {
    bool mayWait = patience == StackPatience::MayWait;
    for (;;) {
        if (done()) return StackStep::Done;
        const int worked = sd_bus_process(bus, nullptr);
        if (worked < 0) return StackStep::Gone;
        if (worked > 0) continue;
        if (!mayWait) return StackStep::Later;
        const WaitResult waited = waitForBus(bus, kWaitSliceNs);
        if (waited != WaitResult::Ready) return StackStep::Interrupted;
    }
}

std::span<const std::byte> arrayOf(sd_bus_message* message, bool& ok) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    ok = sd_bus_message_read_array(message, 'y', &bytes, &size) >= 0;
    return {static_cast<const std::byte*>(bytes), ok ? size : 0};
}

class DbusClient final : public StackClient {
public:
    DbusClient(const StackPlace& place, Bus bus) : m_token(place.token), m_bus(std::move(bus)) {}

    StackStep call(std::span<const std::byte> request) override {
        if (const StackStep step = open(); step != StackStep::Done) return step;
        m_reply.reset();
        const Message message = newCall(kCall);
        if (sd_bus_message_append_array(message.get(), 'y', request.data(), request.size()) < 0) return StackStep::Gone;
        const int sent = sd_bus_call_async(m_bus.get(), nullptr, message.get(), answered, this, kForEver);
        return sent < 0 ? StackStep::Gone : StackStep::Done;
    }

    StackStep answer(std::span<const std::byte>& reply, StackPatience patience) override {
        const StackStep step = stepBus(m_bus.get(), patience, [&] { return m_reply != nullptr; });
        if (step != StackStep::Done) return step;
        if (sd_bus_message_is_method_error(m_reply.get(), nullptr) > 0) return StackStep::Gone;
        bool ok = false;
        reply = arrayOf(m_reply.get(), ok);
        return ok ? StackStep::Done : StackStep::Corrupt;
    }

    WaitResult wait(StackWait, Nanoseconds atMostNs) override {
        // Whether the server has its name yet, the bus does not tell: it is asked again.
        return waitForBus(m_bus.get(), m_phase == Phase::New ? std::min(atMostNs, kStackSliceNs) : atMostNs);
    }

private:
    // Opens: the token is on its way.
    enum class Phase : std::uint8_t { New, Opens, Open, Refused };

    StackStep open() {
        if (m_phase == Phase::New) {
            const Message shown = newCall(kOpen);
            if (sd_bus_message_append(shown.get(), "s", m_token.c_str()) < 0 ||
                sd_bus_call_async(m_bus.get(), nullptr, shown.get(), opened, this, kForEver) < 0)
                return StackStep::Gone;
            m_phase = Phase::Opens;
        }
        const StackStep step = stepBus(m_bus.get(), StackPatience::None, [&] { return m_phase != Phase::Opens; });
        if (step != StackStep::Done || m_phase == Phase::Open) return step;
        return m_phase == Phase::New ? StackStep::Later : StackStep::Gone;
    }

    static int opened(sd_bus_message* reply, void* client, sd_bus_error*) {
        Phase& phase = static_cast<DbusClient*>(client)->m_phase;
        const bool failed = sd_bus_message_is_method_error(reply, nullptr) > 0;
        const bool early = sd_bus_message_is_method_error(reply, SD_BUS_ERROR_SERVICE_UNKNOWN) > 0 ||
                           sd_bus_message_is_method_error(reply, SD_BUS_ERROR_NAME_HAS_NO_OWNER) > 0;
        phase = early ? Phase::New : failed ? Phase::Refused : Phase::Open;
        return 1;
    }
    static int answered(sd_bus_message* reply, void* client, sd_bus_error*) {
        static_cast<DbusClient*>(client)->m_reply.reset(sd_bus_message_ref(reply));
        return 1;
    }

    Message newCall(const char* member) {
        sd_bus_message* raw = nullptr;
        checkBus(sd_bus_message_new_method_call(m_bus.get(), &raw, kBusService, kObject, kBusService, member),
                 "sd_bus_message_new_method_call");
        return Message(raw);
    }

    std::string m_token;
    Bus m_bus;
    Message m_reply;
    Phase m_phase = Phase::New;
};

class DbusServer final : public StackServer {
public:
    DbusServer(const StackPlace& place, const UniqueFd& listener)
        : m_place(place), m_daemon(place, listener), m_bus(joinBus(place.address)) {
        if (m_bus == nullptr) throwErrno(ECONNREFUSED, "the bus of the run");
        checkBus(sd_bus_add_match(m_bus.get(), nullptr, kGone, nameChanged, this), "sd_bus_add_match");
        checkBus(sd_bus_add_object(m_bus.get(), nullptr, kObject, called, this), "sd_bus_add_object");
        checkBus(sd_bus_request_name(m_bus.get(), kBusService, 0), "sd_bus_request_name");
    }

    // The bus goes with the server: what was answered last is to have left it. It carries out what it is asked in
    // order.
    ~DbusServer() override {
        sd_bus_flush(m_bus.get());
        for (int i = 0; i < 2; ++i)
            sd_bus_call_method(m_bus.get(), kBusItself, "/org/freedesktop/DBus", kBusItself, "GetId", nullptr, nullptr,
                               "");
    }

    StackStep next(std::span<const std::byte>& request, StackPatience patience) override {
        const StackStep step = arrive(patience);
        if (step != StackStep::Done) return step;
        m_asked = std::move(m_arrived);
        bool ok = false;
        request = arrayOf(m_asked.get(), ok);
        return ok ? StackStep::Done : StackStep::Corrupt;
    }

    StackStep answer(std::span<const std::byte> reply) override {
        if (m_asked == nullptr) return StackStep::Gone;
        sd_bus_message* raw = nullptr;
        if (sd_bus_message_new_method_return(m_asked.get(), &raw) < 0) return StackStep::Gone;
        const Message message(raw);
        m_asked.reset();
        const bool sent = sd_bus_message_append_array(raw, 'y', reply.data(), reply.size()) >= 0 &&
                          sd_bus_send(m_bus.get(), raw, nullptr) >= 0;
        return sent ? StackStep::Done : StackStep::Gone;
    }

    WaitResult wait(StackWait, Nanoseconds atMostNs) override { return waitForBus(m_bus.get(), atMostNs); }

    // What a sender had sent when it was killed may still be on its way through the bus.
    bool ended(bool sendersGone) override {
        if (!sendersGone && (m_came < m_place.clients || !m_clients.empty())) return false;
        static_cast<void>(waitForBus(m_bus.get(), kStackSliceNs));
        return arrive(StackPatience::None) != StackStep::Done;
    }
    // Written where the socket had room at once.
    StackStep flush() override {
        const int events = sd_bus_get_events(m_bus.get());
        if (events < 0 || (events & POLLOUT) == 0) return StackStep::Done;
        static_cast<void>(arrive(StackPatience::None));
        return StackStep::Later;
    }
    std::uint64_t refused() const override { return m_refused; }

private:
    static int called(sd_bus_message* message, void* server, sd_bus_error* error) {
        return static_cast<DbusServer*>(server)->take(message, error);
    }

    // A connection has no name any more: arguments are the name, its old owner and its new one.
    static int nameChanged(sd_bus_message* message, void* server, sd_bus_error*) {
        const char *name = nullptr, *before = nullptr, *after = nullptr;
        if (sd_bus_message_read(message, "sss", &name, &before, &after) < 0) return 0;
        auto& clients = static_cast<DbusServer*>(server)->m_clients;
        const auto known = clients.find(name);
        if (known != clients.end() && *after == '\0') clients.erase(known);
        return 0;
    }

    StackStep arrive(StackPatience patience) {
        return stepBus(m_bus.get(), patience, [&] { return m_arrived != nullptr; });
    }

    int take(sd_bus_message* message, sd_bus_error* error) {
        const char* sender = sd_bus_message_get_sender(message);
        if (sd_bus_message_is_method_call(message, kBusService, kOpen) > 0) {
            const char* token = nullptr;
            if (sd_bus_message_read(message, "s", &token) < 0 || m_place.token != token) return refuse(error);
            if (m_clients.insert(sender).second) ++m_came;
            return sd_bus_reply_method_return(message, nullptr);
        }
        const bool call = sd_bus_message_is_method_call(message, kBusService, kCall) > 0;
        if (!call || !m_clients.contains(sender) || sd_bus_message_has_signature(message, "ay") <= 0)
            return refuse(error);
        m_arrived.reset(sd_bus_message_ref(message));
        return 1;
    }

    int refuse(sd_bus_error* error) {
        ++m_refused;
        return sd_bus_error_set(error, SD_BUS_ERROR_ACCESS_DENIED, "not a client of this link");
    }

    StackPlace m_place;
    BusDaemon m_daemon;
    Bus m_bus;
    std::set<std::string, std::less<>> m_clients;  // as the bus names them, each name once
    unsigned m_came = 0;
    Message m_arrived, m_asked;  // not given yet; given, not answered yet
    std::uint64_t m_refused = 0;
};

}  // namespace

const Stack& dbusStack() {
    static const Stack stack{.id = "dbus",
                             .connect = [](const StackPlace& place) -> std::unique_ptr<StackClient> {
                                 Bus bus = joinBus(place.address);
                                 if (bus == nullptr) return nullptr;
                                 return std::make_unique<DbusClient>(place, std::move(bus));
                             },
                             .serve = [](const StackPlace& place, UniqueFd listener) -> std::unique_ptr<StackServer> {
                                 return std::make_unique<DbusServer>(place, listener);
                             }};
    return stack;
}

}  // namespace ipclab
