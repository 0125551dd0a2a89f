#include "cli/batch_loop.h"

#include <QEventLoop>

#include "cli/interrupts.h"
#include "cli/progress.h"

namespace ipclab {

void runInLoop(Batch& batch, const std::function<void()>& progressed) {
    QEventLoop loop;
    Interrupts interrupts;
    QObject::connect(&batch, &Batch::progressed, &loop, progressed);
    QObject::connect(&batch, &Batch::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    // The second time at once: the batch ends what is left of it.
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, [&](int times) {
        batch.stop();
        if (times > 1) loop.quit();
    });
    batch.start();
    loop.exec();
    clearProgress();
}

}  // namespace ipclab
