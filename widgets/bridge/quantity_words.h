// What a quantity (results/quantity.h) is called in the language of the program, what it is and how it is had.
#pragma once

#include <QString>

#include "results/quantity.h"

namespace ipclab {

class QuantityWords {
public:
    static QString title(const Quantity& quantity);  // "Latency, p50"
    static QString tip(const Quantity& quantity);    // its meaning and its source
    // The end of a link, as far as the link is clear: "sender a"; else as nameOf().
    static QString owner(const RunData& data, const QuantityOf& of);
};

}  // namespace ipclab
