// A folder of the user's that nobody else can look into or write to, for what the window keeps beside its settings.
#pragma once

#include <QString>

#include "core/unique_fd.h"

namespace ipclab {

// Made with the mode 0700 where there is none. Empty: it is no such folder (somebody else's, open to others, a link),
// and nothing is to be kept in it.
QString privateFolder(const QString& path);

// Opens a plain file of the user's own in it, which others cannot write, made with the mode 0600 where there is none;
// not open: it is none.
UniqueFd openPrivate(const QString& path, int flags);

}  // namespace ipclab
