// The texts of the registries, which are in English because the engine links no Qt, in the language of the interface.
// They are listed once more here so that they can be translated; one that is not listed is shown in English.
#pragma once

#include <QString>
#include <span>
#include <string_view>

namespace ipclab {

struct RegistryWords {
    // A name, summary, note or reason as a registry has it.
    static QString text(std::string_view english);
    // The same as a tool tip, which breaks into lines where it is long.
    static QString tip(std::string_view english);
    // Those that are translated, reasons aside.
    static std::span<const char* const> listed();
};

}  // namespace ipclab
