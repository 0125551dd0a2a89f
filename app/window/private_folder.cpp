#include "window/private_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

namespace ipclab {

QString privateFolder(const QString& path) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST) return {};
    struct stat facts {};
    const bool isOurs = ::lstat(name.constData(), &facts) == 0 && S_ISDIR(facts.st_mode) &&
                        facts.st_uid == ::geteuid() && (facts.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return isOurs ? path : QString();
}

UniqueFd openPrivate(const QString& path, int flags) {
    UniqueFd fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    struct stat facts {};
    const bool isOurs = fd && ::fstat(fd.get(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid() &&
                        (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    return isOurs ? std::move(fd) : UniqueFd();
}

}  // namespace ipclab
