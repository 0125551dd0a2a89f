// Records of plain data in the content of a message.
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <type_traits>

#include "rpc/call.h"

namespace ipclab {

template <typename Record>
Content contentOfRecord(const Record& record) {
    static_assert(sizeof(Record) == kContentBytes && std::is_trivially_copyable_v<Record>);
    Content content;
    std::memcpy(content.data(), &record, sizeof record);
    return content;
}

// Nothing where the message has no room for both content and its words of its own.
template <typename Record>
std::optional<Record> recordIn(std::span<const std::byte> message) {
    static_assert(sizeof(Record) == kContentBytes && std::is_trivially_copyable_v<Record>);
    if (message.size() < kMessageWithContentBytes) return std::nullopt;
    Record record;
    std::memcpy(&record, message.data() + kMinMessageBytes, sizeof record);
    return record;
}

}  // namespace ipclab
