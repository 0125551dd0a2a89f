// The quantities of one owner in its object of the result, each at its place (results/quantity.h).
#pragma once

#include <nlohmann/json.hpp>

#include "results/quantity.h"

namespace ipclab {

// Null where one is not known. A group that is null stays so: it does not apply to this owner.
void addQuantities(nlohmann::ordered_json& json, const RunData& data, const QuantityOf& of);

nlohmann::ordered_json toJson(const MaybeQuantity& value);

}  // namespace ipclab
