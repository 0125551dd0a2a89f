// What is wrong with a document, said so that it can be mended: where, what was found, what was expected, what to
// do. Reading and validation return lists of these; nothing in them throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// Error: the document is invalid (exit status 2). MachineLacks: it is sound, but this machine cannot run it (exit
// status 3). Warning: it runs, though perhaps not as its author thinks.
enum class Severity : std::uint8_t { Error, MachineLacks, Warning };

struct Problem {
    std::string pointer;  // JSON pointer (RFC 6901); empty: the whole document
    unsigned line = 0;    // from 1; 0: not from a file
    unsigned column = 0;  // from 1, in characters
    std::string message;
    Severity severity = Severity::Error;

    bool operator==(const Problem&) const = default;
};

// The gravest of them: Error before MachineLacks before Warning.
std::optional<Severity> worst(const std::vector<Problem>& problems);

// As in CONTRACT.md: 0, 2 for an invalid document, 3 where the machine lacks something. Warnings do not count.
int exitStatus(const std::vector<Problem>& problems);

// Keeps the gravest `most` in their order and says how many were left out.
void limitProblems(std::vector<Problem>& problems, std::size_t most);

// `file.json:12: /links/0/mechanism: there is no mechanism "pipes"; …`, with `warning: ` before the message of one.
std::string formatProblem(std::string_view fileName, const Problem& problem);

}  // namespace ipclab
