// SIGINT, SIGTERM and SIGHUP as an event of Qt's loop. A handler and an eventfd instead of signalfd(2), because that
// would need the signals blocked, and children inherit what is blocked.
#pragma once

#include <QObject>
#include <memory>

class QSocketNotifier;

namespace ipclab {

class Interrupts : public QObject {
    Q_OBJECT
public:
    // At most one at a time. Throws std::system_error.
    Interrupts();
    ~Interrupts() override;  // what the signals did before

    [[nodiscard]] static bool happened();

signals:
    void interrupted(int times);  // how often so far

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace ipclab
