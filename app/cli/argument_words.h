// What the words of the command line may be: each check turns a word into what it stands for, or says what it is not.
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/suggestion.h"

namespace ipclab {

using Words = std::vector<std::string>;

// A value out of a list of words, with the closest one suggested.
std::function<std::string(const std::string&)> oneOf(std::vector<std::string_view> known);

// In plain decimal notation: strtod, which reads it later, would take 0x10, and 010 is eight to it. So it gets the
// number written anew.
template <typename Number>
CLI::Validator between(Number low, Number high, const std::string& what) {
    const auto read = [=](std::string& word) {
        Number value{};
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        const bool whole = error == std::errc() && end == word.data() + word.size();
        if (!whole || !(value >= low && value <= high)) return quote(word) + " is not " + what;
        std::array<char, 32> digits{};
        word.assign(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
        return std::string();
    };
    return CLI::Validator(read, "");
}

// At its commas.
Words partsOf(std::string_view list);

// Of a list with commas between; CLI11 alone would pass over a part that is empty.
template <typename Check>
CLI::Validator each(Check check) {
    const auto read = [check](std::string& list) {
        std::string result;
        for (std::string& part : partsOf(list)) {
            const std::string mistake = check(part);
            if (!mistake.empty()) return mistake;
            result += (result.empty() ? "" : ",") + part;
        }
        list = result;
        return std::string();
    };
    return CLI::Validator(read, "");
}

// The numbers of a list that was checked.
std::vector<std::uint32_t> sizesOf(const std::string& list);

// Checks: "" where the word is one.
std::string named(const std::string& word);
std::string isSize(const std::string& word);  // WIDTHxHEIGHT, in pixels

void addJson(CLI::App& app, bool& json);

std::vector<std::string_view> claimIds();
std::vector<std::string_view> mechanismIds();
std::vector<std::string_view> strategyIds();

}  // namespace ipclab
