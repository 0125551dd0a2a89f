// Values that may be absent, as JSON has them: null.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace ipclab {

template <typename T>
nlohmann::ordered_json orNull(const std::optional<T>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

inline nlohmann::ordered_json orNull(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

}  // namespace ipclab
