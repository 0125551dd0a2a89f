#include "sync/primitive.h"

#include <array>

namespace ipclab {

std::string_view id(HolderDeath value) {
    constexpr std::array<std::string_view, 4> words{"nothing-held", "keeps-lock", "released", "reported"};
    return words.at(static_cast<std::size_t>(value));
}

}  // namespace ipclab
