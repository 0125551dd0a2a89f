// The application object a command needs, made on demand: only charts need a QApplication, and that offscreen, so
// that a command never needs a display.
#pragma once

#include <QCoreApplication>
#include <memory>

namespace ipclab {

std::unique_ptr<QCoreApplication> makeApplication(bool withCharts);

}  // namespace ipclab
