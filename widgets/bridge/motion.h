// Whether the one who looks wants nothing to glide, blink or scroll by itself (desktops call it reduced motion): views
// that move something show at once where it ends.
#pragma once

namespace ipclab {

// GUI thread. False until it is set.
bool isMotionReduced();
void setMotionReduced(bool reduced);

}  // namespace ipclab
