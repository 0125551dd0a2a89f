// How people want sizes to be written, everywhere in the program: with powers of 1,024 (KiB), or of 1,000 (kB). Files,
// results and what goes over sockets are plain numbers of bytes and do not ask.
#pragma once

#include <cstdint>

namespace ipclab {

enum class ByteUnits : std::uint8_t { Binary, Decimal };

// Any thread. Binary until it is set.
ByteUnits byteUnits();
void setByteUnits(ByteUnits units);

}  // namespace ipclab
