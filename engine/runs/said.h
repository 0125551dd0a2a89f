// What the engine says (core/sentences.h), in the language of the program. The command line has none but English:
// results, recordings and exports do not come here.
#pragma once

#include <QString>
#include <span>
#include <string_view>

namespace ipclab {

// TEXT(of, english), as core/text.h marks it; what has no translation is shown as it is.
QString translated(const char* of, std::string_view english);

// A sentence of the engine with the sentences and errors in it; what is none is shown as it is.
QString said(std::string_view english);
inline QString said(const std::string& english) { return said(std::string_view(english)); }

std::span<const char* const> translatableErrors();

}  // namespace ipclab
