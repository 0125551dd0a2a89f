#include "core/byte_units.h"

#include <atomic>

namespace ipclab {
namespace {

std::atomic<ByteUnits> g_byteUnits{ByteUnits::Binary};

}  // namespace

ByteUnits byteUnits() { return g_byteUnits.load(std::memory_order_relaxed); }
void setByteUnits(ByteUnits units) { g_byteUnits.store(units, std::memory_order_relaxed); }

}  // namespace ipclab
