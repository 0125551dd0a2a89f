// The private folder in which runs keep their journals and named objects: $XDG_RUNTIME_DIR/ipclab, and without that
// variable one in /tmp. There everybody may make a name first, so none that could be guessed is relied upon: the folder
// is made exclusively with an unpredictable name, and known again by its owner and mode.
#pragma once

#include <filesystem>
#include <vector>

namespace ipclab {

// Made with mode 0700 where it is missing. Throws std::runtime_error, with what to do, when $XDG_RUNTIME_DIR/ipclab is
// not this user's own private folder.
std::filesystem::path runtimeDirectory();

// All that may hold folders of runs, that one included: several programs may have made theirs in /tmp at the same time.
std::vector<std::filesystem::path> runtimeDirectories();

// In a folder that others may write to as well: this user's own private folders of that kind, and the first of them,
// which is made where there is none. Whatever else has such a name is passed over.
std::vector<std::filesystem::path> privateFoldersIn(const std::filesystem::path& shared);
std::filesystem::path privateFolderIn(const std::filesystem::path& shared);

}  // namespace ipclab
