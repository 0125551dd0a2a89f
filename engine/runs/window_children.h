// The children of the window itself (launch method qprocess): started with QProcess for the launcher, which prepared
// their links and hands over their descriptors. What they need is let through in QProcess's child-process modifier.
//
// The kernel ends them when the thread that started them ends (parent-death signal), the launcher while it lives, and
// this when it does not. Lives on one thread.
#pragma once

#include <QObject>
#include <QProcess>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/unique_fd.h"
#include "protocol/messages.h"

namespace ipclab {

class WindowChildren : public QObject {
    Q_OBJECT
public:
    // To the launcher, with a descriptor (-1: none). It must arrive.
    using Send = std::function<void(const Message& message, UniqueFd descriptor)>;

    WindowChildren(int segmentFd, std::string token, Send send, QObject* parent);
    ~WindowChildren() override;

    // The descriptors: the plan, the report pipe, and those whose numbers in the launcher the message has.
    void start(const WindowStartAsked& asked, std::vector<UniqueFd> descriptors);
    // Whoever is left. Nothing more is told.
    void killAll();

private:
    void tellStarted(std::uint32_t process, const QProcess& child);
    void tellEnded(std::uint32_t process, const QProcess& child);

    int m_segmentFd;
    std::string m_token;
    Send m_send;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

}  // namespace ipclab
