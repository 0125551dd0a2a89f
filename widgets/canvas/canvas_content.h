// What a node and a link's box show at a moment: what the document says of them, and over it the figures of a run, as
// far as it has them. Compared with what is on the screen, so that only what has changed is painted again.
#pragma once

#include <QString>
#include <array>

#include "core/process_state.h"
#include "results/run_data.h"

namespace ipclab {

// Of what the validation says of it.
enum class PartMark : std::uint8_t { None, Warning, Error };

struct NodeContent {
    QString name;
    QString detail;  // state or end, in words
    QString reason;  // what it waits for, or what went wrong
    QString pid;
    ProcessState state = ProcessState::New;
    bool launched = false;
    bool ended = false;
    bool trouble = false;
    PartMark mark = PartMark::None;
    bool isGroup = false;  // of several equal processes
    // Of a group: how many members are in each state; those that have not been launched are in none.
    std::array<int, kProcessStateCount> members{};
    // Of a group the mean of its members. Permille of the last second in each state, by ProcessState; all zero where
    // nothing is observed.
    std::array<int, kProcessStateCount> shares{};

    bool operator==(const NodeContent&) const = default;
};

struct LinkContent {
    QString name;  // where the document gives one
    QString mechanism;
    QString fill;       // "48 of 64 KiB"
    QString flow;       // "12.3k messages/s"
    int permille = -1;  // of the capacity, -1: not known
    bool trouble = false;
    PartMark mark = PartMark::None;
    QString source;   // of the flow, where a command is at an end; in the tip
    QString problem;  // "1.2k lost: 34 %"

    bool operator==(const LinkContent&) const = default;
};

// Processes: those of the run that stand for it, several where they are equal; none: it was not there when the run
// began. Figures of a link that had another mechanism then are not its own (nullptr: likewise).
NodeContent lookOf(const ProcessSpec& spec, const std::vector<const ProcessData*>& processes, const RunData& run);
LinkContent lookOf(const LinkSpec& plan, const LinkData* link, const RunData& run);

}  // namespace ipclab
