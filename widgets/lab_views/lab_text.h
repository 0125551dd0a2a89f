// The Markdown of an exercise as a label shows it: lines of code break where there is no room, instead of pushing
// everything beside them out of sight.
#pragma once

#include <QString>

namespace ipclab {

QString richTextOf(const QString& markdown);

}  // namespace ipclab
