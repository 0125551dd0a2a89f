#include "export/quantities_json.h"

#include <nlohmann/json.hpp>

namespace ipclab {

using Json = nlohmann::ordered_json;

namespace {

void put(Json& json, std::string_view path, Json value) {
    Json* at = &json;
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
        const std::string group(path.substr(0, slash));
        if (at->contains(group) && (*at)[group].is_null()) return;
        at = &(*at)[group];
        path.remove_prefix(slash + 1);
    }
    (*at)[std::string(path)] = std::move(value);
}

}  // namespace

Json toJson(const MaybeQuantity& value) {
    return value ? std::visit([](auto number) { return Json(number); }, *value) : Json();
}

void addQuantities(Json& json, const RunData& data, const QuantityOf& of) {
    for (const Quantity& quantity : quantitiesOf(of.owner)) put(json, quantity.json, toJson(quantity.get(data, of)));
}

}  // namespace ipclab
