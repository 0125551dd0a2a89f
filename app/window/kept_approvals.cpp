#include "window/kept_approvals.h"

#include <fcntl.h>

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include "window/private_folder.h"

namespace ipclab {
namespace {

constexpr qint64 kMostListBytes = 1 << 20;
constexpr qsizetype kHexDigits = 64;  // of SHA-256

}  // namespace

KeptApprovals::KeptApprovals(QString path) : m_path(std::move(path)) {
    if (m_path.isEmpty() || !QFileInfo::exists(m_path)) return;
    if (privateFolder(QFileInfo(m_path).absolutePath()).isEmpty()) return;
    const UniqueFd fd = openPrivate(m_path, O_RDONLY);
    QFile file;
    if (!fd || !file.open(fd.get(), QIODevice::ReadOnly)) return;
    for (const QByteArray& line : file.read(kMostListBytes).split('\n')) {
        if (line.size() == kHexDigits) m_hashes.insert(line);
    }
}

QByteArray KeptApprovals::hashOf(const std::string& text) {
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex();
}

bool KeptApprovals::has(const std::string& text) const { return m_hashes.contains(hashOf(text)); }

void KeptApprovals::add(const std::vector<std::string>& texts) {
    QByteArray lines;
    for (const std::string& text : texts) {
        const QByteArray hash = hashOf(text);
        if (m_hashes.insert(hash).second) lines += hash + '\n';
    }
    if (m_path.isEmpty() || lines.isEmpty() || privateFolder(QFileInfo(m_path).absolutePath()).isEmpty()) return;
    const UniqueFd fd = openPrivate(m_path, O_WRONLY | O_CREAT | O_APPEND);
    QFile file;
    if (fd && file.open(fd.get(), QIODevice::WriteOnly | QIODevice::Append)) file.write(lines);
}

}  // namespace ipclab
