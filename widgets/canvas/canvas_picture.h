// An experiment as the canvas draws it, as a picture for a report: programs and links with what was set of them,
// nothing measured. No widget is needed.
#pragma once

#include "document/experiment.h"
#include "plot/painted_picture.h"

namespace ipclab {

// As the canvas lays it out for this width, smaller where it is wider. Texts are in the language of the application as
// it is now; colours are light.
PaintedPicture canvasPicture(const Experiment& experiment, int widthPx);

}  // namespace ipclab
