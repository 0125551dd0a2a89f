// What the compiler said of a student's source: a line of it each, with the place that is meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

inline constexpr std::size_t kMostDiagnostics = 200;
inline constexpr std::string_view kSourceFile = "program.c";  // as the compiler calls it, whatever its name was

struct Diagnostic {
    enum class Severity : std::uint8_t { Note, Warning, Error };
    Severity severity = Severity::Note;
    unsigned line = 0, column = 0;  // from 1; 0: of no line of the source
    std::string text{};             // one line that steers no terminal
    bool operator==(const Diagnostic&) const = default;
};
// Of what cc said, the lines of the form `program.c:7:12: error: …`, and those of the linker that name a line.
std::vector<Diagnostic> diagnosticsIn(std::string_view said);

nlohmann::ordered_json toJson(const Diagnostic& diagnostic);
// Throws std::runtime_error: what in it cannot be.
std::vector<Diagnostic> diagnosticsFromJson(const nlohmann::ordered_json& json);

}  // namespace ipclab
