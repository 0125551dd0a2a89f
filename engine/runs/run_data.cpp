#include "runs/run_data.h"

namespace ipclab {

double RunData::durationS() const {
    if (startNs == 0) return 0;
    return toSeconds((endNs != 0 ? endNs : sampledNs) - startNs);
}

}  // namespace ipclab
