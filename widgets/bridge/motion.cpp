#include "bridge/motion.h"

namespace ipclab {
namespace {

bool g_motionReduced = false;

}  // namespace

bool isMotionReduced() { return g_motionReduced; }
void setMotionReduced(bool reduced) { g_motionReduced = reduced; }

}  // namespace ipclab
