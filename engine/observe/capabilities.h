// What this machine allows the laboratory, for `ipclab doctor`: each fact with its value or why it could not be read,
// what it means, and what to do where it limits. Reading takes a few milliseconds and changes nothing (switch events
// are opened and closed again). Any thread; never throws but std::bad_alloc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

struct Capability {
    std::string id;  // stable, for JSON: "perf_event_paranoid"
    std::optional<std::string> value;
    std::string reason;  // why there is no value; empty otherwise
    std::string meaning;
    bool limits = false;     // the laboratory can do less because of it
    std::string suggestion;  // a command; empty when nothing is to be done or can be
};

struct Capabilities {
    std::vector<Capability> facts;
    bool switchEvents = false;  // can be opened right now, by this process

    [[nodiscard]] const Capability* find(std::string_view id) const;
};

[[nodiscard]] Capabilities readCapabilities();

}  // namespace ipclab
