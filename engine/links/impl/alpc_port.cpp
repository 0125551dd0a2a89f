// A model of the ALPC port of Windows NT on UNIX sockets: a client connects to a port by its name and agrees with the
// server on a section, memory both of them see. A message of up to 256 bytes travels in the port's queue; of a longer
// one only its place in the section does, and the server gives the view back once it has read it.
//
// The connection is a SOCK_SEQPACKET socket, the section a memfd whose descriptor is the client's first packet. Views
// are used in turn and given back in order, so that one counter says which are free.
#include <poll.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/error.h"
#include "core/event_count.h"
#include "core/shared_mapping.h"
#include "links/byte_stream.h"
#include "links/framing.h"
#include "links/refusals.h"
#include "links/rights.h"
#include "links/socket_buffers.h"
#include "links/spin.h"
#include "links/stream_ends.h"
#include "links/unix_family.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "alpc-port",
    .name = TEXT("mechanism", "ALPC port (model)"),
    .family = Family::Model,
    .traits = {.boundaries = Boundaries::Messages,
               .capacity = CapacityKind::None,
               .manyReceivers = false,
               .descriptors = false,
               .connections = true},
    .source = "unix(7)",
    .note =
        TEXT("mechanism",
             "Messages of up to 256 bytes are copied through the port; longer ones lie in a section that client and "
             "server share, and only their place is sent. Its figures are those of this system, not of Windows."),
    .models = TEXT("mechanism", "ALPC ports of Windows NT (NtAlpcSendWaitReceivePort, port sections)"),
};

constexpr std::size_t kInlineBytes = 256;
constexpr std::uint64_t kViews = 8;

struct alignas(64) SectionHeader {
    std::atomic<std::uint64_t> returned;  // views ever given back; written by the server
    EventCount freed;
};

// What is sent in place of a long message.
struct ViewMessage {
    std::uint32_t magic;
    std::uint32_t sizeBytes;  // of this
    std::uint64_t view;       // its number, counted from the first ever used
    std::uint64_t offset;
    std::uint64_t messageBytes;
};
static_assert(sizeof(ViewMessage) == kMinMessageBytes);
constexpr std::uint32_t kViewMagic = 0x57454956;  // "VIEW"

// As the client says it when it connects.
struct ConnectMessage {
    std::uint64_t viewBytes;
};

class Section {
public:
    Section() = default;
    Section(int fd, std::uint64_t viewBytes) : m_viewBytes(viewBytes), m_memory(fd, bytesFor(viewBytes)) {}

    static std::size_t bytesFor(std::uint64_t viewBytes) { return sizeof(SectionHeader) + kViews * viewBytes; }
    [[nodiscard]] SectionHeader& header() const { return *static_cast<SectionHeader*>(m_memory.data()); }
    [[nodiscard]] std::uint64_t offsetOf(std::uint64_t view) const {
        return sizeof(SectionHeader) + view % kViews * m_viewBytes;
    }
    [[nodiscard]] std::byte* at(std::uint64_t offset) const {
        return static_cast<std::byte*>(m_memory.data()) + offset;
    }
    [[nodiscard]] bool holds(const ViewMessage& view) const {
        return view.offset == offsetOf(view.view) && view.messageBytes >= kMinMessageBytes &&
               view.messageBytes <= m_viewBytes;
    }
    explicit operator bool() const { return static_cast<bool>(m_memory); }

private:
    std::uint64_t m_viewBytes = 0;
    SharedMapping m_memory;
};

class AlpcSender final : public Sender {
public:
    AlpcSender(ConnectedSocket socket, const EndOptions& options, const Peers& peers, std::uint64_t maxMessageBytes)
        : m_options(options), m_peers(peers), m_maxBytes(maxMessageBytes) {
        agreeOnSection(socket.fd.get());
        m_stream = ByteStream(std::move(socket.fd), ByteStream::Kind::Packets, waitingOf(options),
                              std::move(socket.connection));
        m_connection = m_stream.connection().slot();
    }

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_maxBytes) return SendStatus::TooLong;
        SendStatus status = trySend(message);
        if (status == SendStatus::WouldBlock) status = sendSlowly(message);
        m_systemCalls += std::exchange(m_stream.systemCalls, 0);
        return status;
    }

    // A free view raises no event: it is looked for.
    WaitResult pollReady(Nanoseconds timeoutNs) override {
        constexpr Nanoseconds kLookAgainNs = 1'000'000;
        const bool full = !viewIsFree();
        if (!full) return m_stream.waitReady(POLLOUT, timeoutNs) ? WaitResult::Ready : WaitResult::TimedOut;
        const timespec pause = toTimespec(std::min(timeoutNs, kLookAgainNs));
        return ::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr) != 0 ? WaitResult::Interrupted
                                                                           : WaitResult::TimedOut;
    }

private:
    // The descriptor may be closed: the packet on its way and our mapping hold the memory.
    void agreeOnSection(int socket) {
        const ConnectMessage connect{(m_maxBytes + 63) / 64 * 64};
        const SharedMemoryFile file = makeSharedMemoryFile("ipclab-section", Section::bytesFor(connect.viewBytes));
        m_section = Section(file.fd.get(), connect.viewBytes);
        const int fd = file.fd.get();
        // A server that has gone is met by the first message.
        if (trySendRights(socket, std::as_bytes(std::span(&connect, 1)), {&fd, 1}) == HandOver::NoRoom)
            throwErrno(EAGAIN, "sendmsg of the section");
    }

    [[nodiscard]] bool viewIsFree() const { return m_nextView - m_section.header().returned.load() < kViews; }

    SendStatus trySend(std::span<const std::byte> message) {
        if (message.size() <= kInlineBytes) return write(message);
        if (!viewIsFree()) return SendStatus::WouldBlock;
        const ViewMessage view{kViewMagic, sizeof(ViewMessage), m_nextView, m_section.offsetOf(m_nextView),
                               message.size()};
        std::memcpy(m_section.at(view.offset), message.data(), message.size());
        const SendStatus status = write(std::as_bytes(std::span(&view, 1)));
        if (status == SendStatus::Sent) ++m_nextView;
        return status;
    }

    SendStatus write(std::span<const std::byte> packet) {
        if (m_stream.writeSome(packet.data(), packet.size()) >= 0) return SendStatus::Sent;
        if (errno == EAGAIN) return SendStatus::WouldBlock;
        if (errno == EINTR) return SendStatus::Interrupted;
        if (errno != EPIPE && errno != ECONNRESET) throwErrno(errno, "send to a port");
        m_stream.connection().noteEnd(errno);
        return SendStatus::PeerClosed;
    }

    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_options.mode == Blocking::NonBlocking)
            return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
        const Deadline deadline(m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return trySend(message); })) return *spun;
        for (;;) {
            const bool waitsForView = message.size() > kInlineBytes;
            const std::uint32_t ticket = waitsForView ? m_section.header().freed.announce() : 0;
            const SendStatus status = trySend(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            const WaitResult waited =
                waitsForView && !viewIsFree() ? waitForView(ticket, deadline) : m_stream.wait(POLLOUT, deadline);
            if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
            if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
        }
    }

    WaitResult waitForView(std::uint32_t ticket, const Deadline& deadline) {
        if (deadline.expired()) return WaitResult::TimedOut;
        ++m_systemCalls;
        const int error = m_section.header().freed.wait(ticket, deadline.sliceNs());
        return error == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
    }

    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_maxBytes;
    Section m_section;
    ByteStream m_stream;
    std::uint64_t m_nextView = 0;
};

class AlpcReceiver final : public Receiver {
public:
    AlpcReceiver(ConnectedSocket socket, const EndOptions& options)
        : m_options(options),
          m_stream(std::move(socket.fd), ByteStream::Kind::Packets, waitingOf(options), std::move(socket.connection)) {
        m_connection = m_stream.connection().slot();
    }

    ReceiveResult receive(std::span<std::byte> buffer) override {
        ReceiveResult result = receiveOnce(buffer);
        if (result.status == ReceiveStatus::WouldBlock && m_options.mode == Blocking::Blocking)
            result = receiveSlowly(buffer);
        m_systemCalls += std::exchange(m_stream.systemCalls, 0);
        return result;
    }
    int descriptor() const override { return m_stream.fd(); }

private:
    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        const Deadline deadline(m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return receiveOnce(buffer); })) return *spun;
        for (;;) {
            const ReceiveResult result = receiveOnce(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
            const WaitResult waited = m_stream.wait(POLLIN, deadline);
            if (waited == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
            if (waited == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        }
    }

    ReceiveResult receiveOnce(std::span<std::byte> buffer) {
        if (!m_section) {
            const ReceiveStatus status = acceptSection();
            if (status != ReceiveStatus::Received) return {status};
        }
        const ssize_t got = m_stream.readSome(m_packet.data(), m_packet.size());
        if (got == 0) return ended();
        if (got < 0) return {failure()};
        const auto packet =
            std::span<const std::byte>(m_packet).first(std::min(static_cast<std::size_t>(got), m_packet.size()));
        if (const auto view = viewOf(packet)) return readView(*view, buffer);
        const ReceiveResult whole = packetResult(m_packet, static_cast<std::size_t>(got));
        return whole.status == ReceiveStatus::Received ? copyOut(packet, buffer) : whole;
    }

    ReceiveResult ended() {
        m_stream.connection().noteEnd(0);
        return {ReceiveStatus::PeerClosed};
    }

    ReceiveStatus failure() {
        if (errno == EAGAIN) return ReceiveStatus::WouldBlock;
        if (errno == EINTR) return ReceiveStatus::Interrupted;
        if (errno != ECONNRESET) throwErrno(errno, "receive from a port");
        m_stream.connection().noteEnd(errno);
        return ReceiveStatus::PeerClosed;
    }

    // The client's first packet was on its way before it could be accepted.
    ReceiveStatus acceptSection() {
        ConnectMessage connect{};
        ++m_systemCalls;
        const auto message = tryReceiveRights(m_stream.fd(), std::as_writable_bytes(std::span(&connect, 1)));
        if (!message) return ReceiveStatus::WouldBlock;
        if (message->sizeBytes == 0) return ended().status;
        const bool sound = message->sizeBytes == sizeof connect && message->descriptors.size() == 1 &&
                           connect.viewBytes >= kMinMessageBytes && connect.viewBytes <= kMaxMessageBytes;
        if (!sound) return ReceiveStatus::Corrupt;
        m_section = Section(message->descriptors.front().get(), connect.viewBytes);
        return ReceiveStatus::Received;
    }

    static std::optional<ViewMessage> viewOf(std::span<const std::byte> packet) {
        ViewMessage view{};
        if (packet.size() != sizeof view) return std::nullopt;
        std::memcpy(&view, packet.data(), sizeof view);
        return view.magic == kViewMagic ? std::optional(view) : std::nullopt;
    }

    ReceiveResult readView(const ViewMessage& view, std::span<std::byte> buffer) {
        if (!m_section || !m_section.holds(view)) return {ReceiveStatus::Corrupt};
        const ReceiveResult result = copyOut({m_section.at(view.offset), view.messageBytes}, buffer);
        m_section.header().returned.store(view.view + 1);
        if (m_section.header().freed.notifyAfterStore()) ++m_systemCalls;
        return result;
    }

    static ReceiveResult copyOut(std::span<const std::byte> message, std::span<std::byte> buffer) {
        const std::size_t fits = std::min(message.size(), buffer.size());
        std::memcpy(buffer.data(), message.data(), fits);
        return {fits < message.size() ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    EndOptions m_options;
    ByteStream m_stream;
    Section m_section;
    std::array<std::byte, kInlineBytes> m_packet{};
};

class AlpcFamily final : public UnixFamily {
public:
    AlpcFamily() : UnixFamily(SOCK_SEQPACKET) {}

    std::unique_ptr<Sender> openSender(ConnectedSocket socket, const EndOptions& options, const Peers& peers,
                                       std::uint64_t maxMessageBytes) const override {
        return std::make_unique<AlpcSender>(std::move(socket), options, peers, maxMessageBytes);
    }
    std::unique_ptr<Receiver> openReceiver(ConnectedSocket socket, const EndOptions& options) const override {
        return std::make_unique<AlpcReceiver>(std::move(socket), options);
    }
    std::uint64_t sendBufferFor(const LinkRequest&) const override { return 0; }
};

const AlpcFamily kFamily;

class AlpcPortMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        if (spec.capacityBytes || spec.capacityMessages) {
            return refusedLink(spec, say(Sentence::PortHasNoSize, {{"views", kViews}}));
        }
        return aboveLaboratory(spec);
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        LinkRequest bounded = spec;
        if (bounded.maxMessageBytes == 0) bounded.maxMessageBytes = 65536;
        return createSocketLink(kFamily, bounded, names);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openSocketSender(kFamily, wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openSocketReceiver(kFamily, wiring, options, peers);
    }
};

}  // namespace

const Mechanism& alpcPortMechanism() {
    static const AlpcPortMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab
