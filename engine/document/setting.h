// `--set POINTER=VALUE`: one value of a document, changed before it is read.
//
//   /processes/0/rate_per_s=5000     a JSON pointer into the document
//   producer.rate_per_s=5000         a field of the process of that name,
//   pipe-link.capacity.bytes=4096    or of the link of that name, or of the link called "from→to" by default
//   counter.sync=spin                or of the shared object of that name
//   duration_s=3                     a field of the document itself
//
// Names may contain dots: the longest name that fits wins, processes before links before shared objects, all before
// the document's own fields. A list is walked by index: consumer.command.1=-c, steps.0.at_s=2. The value is JSON where
// it parses as JSON (5000, true, ["ls","-l"], "text"), else a text as it stands.
//
// A missing field is created, with the objects on the way to it (capacity.bytes where there is no capacity); an
// element of an array must be there. null removes a field, which must be there. Whether the field exists and the value
// fits is the reader's to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "document/problem.h"

namespace ipclab {

struct SettingResult {
    std::string pointer;             // what was written to
    std::optional<Problem> problem;  // the document is then unchanged
};

// As a message names it: on one line and not too long.
std::string shownSetting(std::string_view assignment);

SettingResult applySetting(nlohmann::ordered_json& document, std::string_view assignment);

}  // namespace ipclab
