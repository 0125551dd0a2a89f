// What a sweep varies: one place of a document, or the same place in several of its parts, and the values it takes.
//
//   producer.rate_per_s=1000,5000       a place as `--set` names it (document/setting.h), values as it takes them
//   links.*.mechanism=pipe,fifo         * stands for every element of a list: all get the same value
//   links.*.mechanism=all               every mechanism there is
//   producer.message_bytes=64..65536*4  64, 256, 1024 … 65536; 1..8: each whole number; 0..100+25: in steps
//   pin=same,apart,free                 no place but where the processes may run: all on one CPU, one after the other
//                                       on the CPUs there are, or as the document says
//   loop=ipclab,bare                    no place either but what is measured: a benchmark's programs as they are, or a
//                                       bare loop of the same system calls in their place (programs/bare_program.h)
//
// A comma inside of [], {} or "" parts no values.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/experiment.h"

namespace ipclab {

struct SweepAxis {
    std::string path;
    std::vector<std::string> values;
    // What else is set where it has that value: what one mechanism cannot do without, as a launch by exec.
    std::map<std::string, std::vector<std::string>> with{};
    bool operator==(const SweepAxis&) const = default;
};

struct ParsedAxis {
    SweepAxis axis;
    std::string mistake;  // empty: there is none
};

ParsedAxis parseAxis(std::string_view vary);
// What is wrong with its values; empty: nothing.
std::string mistakeIn(const SweepAxis& axis);

[[nodiscard]] bool isPin(const SweepAxis& axis);
[[nodiscard]] bool isLoop(const SweepAxis& axis);

// What `--set` would be told for that value in that document: one assignment, with * one for each element. Of a pin
// and a loop none. Nothing where * stands for no list of the document, or for an empty one.
std::vector<std::string> assignmentsOf(const SweepAxis& axis, std::size_t value,
                                       const nlohmann::ordered_json& document);

// Where its processes may run. False: that needs a CPU more than there is.
bool pin(Experiment& experiment, std::string_view where);
// Why no bare loop can stand for its programs; empty: one can.
std::string whyNotBare(const Experiment& experiment);

}  // namespace ipclab
