// What is selected: a process, a link, or nothing. One word of it for canvas, tables and inspector, by what the part is
// called while the document is open, so that it stays selected when others are added, removed or renamed
// (RunSource::inView() tells where it is in a run).
#pragma once

#include "document/parts.h"

namespace ipclab {

using Selection = Part;

}  // namespace ipclab
