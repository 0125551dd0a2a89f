// The window's end of the launcher: starts it with QProcess, hands it the segment and the order, and turns its
// packets into a signal. Lives on one thread.
#pragma once

#include <QObject>
#include <QProcess>
#include <QSocketNotifier>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/packet_queue.h"
#include "core/segment.h"
#include "core/unique_fd.h"
#include "protocol/launch_order.h"
#include "protocol/messages.h"
#include "runs/window_children.h"

namespace ipclab {

class LauncherProcess : public QObject {
    Q_OBJECT
public:
    explicit LauncherProcess(QObject* parent = nullptr);
    ~LauncherProcess() override;

    // Throws std::system_error when descriptors or the order cannot be made. That the executable cannot be started
    // is told by ended().
    void start(const QString& executable, const LaunchOrder& order, const Segment& segment);
    // Never blocks; arrives in the order of the calls, as long as the launcher lives.
    void send(const Message& message) { sendWith(message, {}); }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    // Closes the socket: the launcher ends the run at once. Waits for it, and kills it after the timeout.
    void abandon(std::chrono::milliseconds timeout);

    // The descriptors that came with the newest ObserverOpened; once.
    [[nodiscard]] std::vector<UniqueFd> takeDescriptors() { return std::move(m_descriptors); }

signals:
    void received(const ipclab::Message& message);
    // It has exited and everything it sent has been received. The problem is empty when it ended in order.
    void ended(const QString& problem);

private:
    void readPackets();
    void readSome();
    bool readPacket();
    void sendWith(const Message& message, UniqueFd descriptor);
    void sendUnsent();
    void reportEnd();

    QProcess m_process;
    UniqueFd m_socket;
    UniqueFd m_order;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QSocketNotifier> m_writable;
    PacketQueue m_unsent;
    std::unique_ptr<WindowChildren> m_children;  // of the window itself
    std::vector<UniqueFd> m_descriptors;
    bool m_ended = false;
};

}  // namespace ipclab
