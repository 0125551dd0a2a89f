// What programs have told of bytes: the forms a record was written in (R4), and the steps of calls (R3), with what each
// byte is. Read from a run's events, of whatever source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "results/run_data.h"

namespace ipclab {

struct ByteRange {
    std::string name;  // of a field or a mark, a TEXT of "fact" or "mark"
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string value = {};  // what stands there, where it was told
};

struct MarkedBytes {
    std::vector<std::byte> bytes;
    std::vector<ByteRange> ranges;

    // The range the byte belongs to; nothing: it is of none.
    [[nodiscard]] std::optional<std::size_t> rangeAt(std::size_t offset) const;
};

struct WrittenForm {
    std::string form;
    std::uint64_t sizeBytes = 0;
    Nanoseconds encodeNs = 0, decodeNs = 0;
    MarkedBytes content;
    std::string package;  // not built in, needs it
};

struct MisreadNumber {
    std::string field, written, read, bytesHex;
};

// Of the newest process that has told of each.
std::vector<WrittenForm> writtenForms(const RunData& run);
std::vector<MisreadNumber> misreadNumbers(const RunData& run);

struct TakenStep {
    bool server = false;
    std::string step;  // a TEXT of "fact"
    Nanoseconds beginNs = 0, endNs = 0;
    std::uint64_t sizeBytes = 0;  // of which content may hold the first ones alone
    MarkedBytes content;
    std::string remark;  // a TEXT of "mark"
};

struct TakenCall {
    std::uint64_t number = 0;
    std::vector<TakenStep> steps;  // by their begin
};

// A client and the server it calls, by their places among the processes.
struct CallPair {
    std::uint32_t client = 0, server = 0;
    std::vector<TakenCall> calls;  // those of which both sides have told
};

std::vector<CallPair> callPairs(const RunData& run);

}  // namespace ipclab
