// Reads the columns of a row one after the other, so that a SELECT and its reading have the same order; what a
// recording cannot hold throws std::runtime_error. Private to recordings.
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/clock.h"
#include "recording/refusal.h"
#include "recording/sqlite.h"

namespace ipclab {

[[noreturn]] inline void refuse(const std::string& what) { throw RecordingRefused(WhyRefused::Damaged, what); }
[[noreturn]] inline void refuse(WhyRefused why, const std::string& what) { throw RecordingRefused(why, what); }

class RecordingRow {
public:
    explicit RecordingRow(const Statement& statement) : m_statement(statement) {}

    std::string text() { return m_statement.text(m_column++); }
    bool flag() { return integer(0, 1) != 0; }
    Nanoseconds time() { return integer(0, kLatest); }
    double real() {
        const double value = m_statement.real(m_column++);
        if (!std::isfinite(value)) refuse("a figure is infinite");
        return value;
    }
    std::int64_t integer(std::int64_t low, std::int64_t high) {
        const std::int64_t value = m_statement.integer(m_column++);
        if (value < low || value > high) refuse("a figure is out of range: " + std::to_string(value));
        return value;
    }
    std::uint64_t count() { return static_cast<std::uint64_t>(integer(0, std::numeric_limits<std::int64_t>::max())); }
    std::uint32_t index(std::size_t size, const char* what) {
        const std::int64_t value = m_statement.integer(m_column++);
        if (value < 0 || static_cast<std::uint64_t>(value) >= size) {
            refuse(std::string("there is no ") + what + " number " + std::to_string(value));
        }
        return static_cast<std::uint32_t>(value);
    }
    template <typename Read>
    auto optional(Read read) -> std::optional<decltype(read())> {
        if (!m_statement.isNull(m_column)) return read();
        ++m_column;
        return std::nullopt;
    }
    template <typename Enum>
    Enum word(std::optional<Enum> (*valueOf)(std::string_view)) {
        const std::string word = text();
        const auto value = valueOf(word);
        if (!value) refuse("unknown word \"" + word.substr(0, 40) + "\"");
        return *value;
    }

private:
    static constexpr Nanoseconds kLatest =
        std::numeric_limits<Nanoseconds>::max() / 4;  // room for arithmetic: 73 years

    const Statement& m_statement;
    int m_column = 0;
};

}  // namespace ipclab
