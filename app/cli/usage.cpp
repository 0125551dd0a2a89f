#include "cli/usage.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/utf8.h"
#include "document/suggestion.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

constexpr std::size_t kLongestMessage = 1000;  // of CLI11's, which quotes words whole

// Qt's own options take their value from the next word unless it is given with '='. Anything else is ours.
bool isQtOption(std::string word, bool& takesValue) {
    static constexpr auto kWithValue = std::to_array<std::string_view>(
        {"platform", "platformpluginpath", "platformtheme", "plugin", "style", "stylesheet", "display", "geometry",
         "qwindowgeometry", "qwindowicon", "qwindowtitle", "icon", "title", "session", "fontengine"});
    if (!word.starts_with('-')) return false;
    word.erase(0, word.starts_with("--") ? 2 : 1);
    const std::size_t equals = word.find('=');
    takesValue = equals == std::string::npos;
    const std::string name = word.substr(0, equals);
    if (name == "reverse" || name == "nograb" || name == "dograb" || name == "sync") {
        takesValue = false;
        return true;
    }
    return std::ranges::find(kWithValue, name) != kWithValue.end();
}

std::vector<std::string> optionNames(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::string suggestionAmong(const std::string& word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view near = closest(word, known);
    return near.empty() ? std::string() : "; did you mean \"" + std::string(near) + "\"?";
}

std::string unexpected(const CLI::App& app, const std::string& word) {
    if (word.starts_with('-')) return "there is no option " + quote(word) + suggestionAmong(word, optionNames(app));
    std::vector<std::string> names;
    for (const CLI::App* sub : app.get_subcommands(nullptr)) names.push_back(sub->get_name());
    return (names.empty() ? "unexpected argument " : "there is no command ") + quote(word) +
           suggestionAmong(word, names);
}

}  // namespace

std::vector<std::string> withoutQtOptions(const std::vector<std::string>& words) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool takesValue = false;
        if (rest.empty() && isQtOption(words[i], takesValue)) {
            if (takesValue) ++i;
        } else {
            rest.push_back(words[i]);
        }
    }
    return rest;
}

std::string usageError(const CLI::App& root, const CLI::ParseError& error) {
    const auto chosen = root.get_subcommands();
    const CLI::App& app = chosen.empty() ? root : *chosen.front();
    const std::string name = chosen.empty() ? "ipclab" : "ipclab " + app.get_name();
    const auto rest = app.remaining();
    const bool isExtra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !rest.empty();
    const std::string why = isExtra ? unexpected(app, rest.front()) : error.what();
    return name + ": " + printable(excerpt(why, kLongestMessage)) + "\nTry `" + name + " --help`.\n";
}

// A mistyped command looks like a file to open; a file has a dot or a slash in it, or is there. The id of a preset
// opens it.
std::string mistypedCommand(const CLI::App& root, const std::string& word) {
    std::error_code ignored;
    if (word.empty() || word.find_first_of("./") != std::string::npos || std::filesystem::exists(word, ignored))
        return {};
    if (presetText(word)) return {};
    return "ipclab: " + unexpected(root, word) + "\nTry `ipclab --help`.\n";
}

}  // namespace ipclab
