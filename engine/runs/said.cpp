#include "runs/said.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/sentences.h"

namespace ipclab {
namespace {

// What the system calls an error (strerror), as far as a run may meet it.
constexpr const char* kErrors[] = {
    QT_TRANSLATE_NOOP("ipclab::Errors", "Operation not permitted"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such file or directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such process"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Interrupted system call"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Input/output error"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Argument list too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Exec format error"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Bad file descriptor"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No child processes"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Resource temporarily unavailable"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Permission denied"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Bad address"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Device or resource busy"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File exists"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such device"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Not a directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Is a directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Invalid argument"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many open files in system"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many open files"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Text file busy"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File too large"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No space left on device"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Illegal seek"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Read-only file system"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Broken pipe"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Resource deadlock avoided"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File name too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Function not implemented"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Directory not empty"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Value too large for defined data type"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Message too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Operation not supported"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Address already in use"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Cannot assign requested address"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection reset by peer"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No buffer space available"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection timed out"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection refused"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Owner died"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "State not recoverable"),
};

QString translated(const char* context, std::string_view english) {
    const QByteArray bytes(english.data(), static_cast<qsizetype>(english.size()));
    return QCoreApplication::translate(context, bytes.constData());
}

// "mq_open: Permission denied" and the like: what was asked stays as it is, unless it is a sentence.
QString saidError(std::string_view text) {
    const std::size_t colon = text.rfind(": ");
    const std::size_t at = colon == text.npos ? 0 : colon + 2;
    const std::string_view error = text.substr(at);
    if (std::ranges::none_of(kErrors, [&](std::string_view known) { return known == error; }))
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const std::string_view asked = text.substr(0, at == 0 ? 0 : colon);
    const QString front = findSentence(asked) ? said(asked) + QStringLiteral(": ")
                                              : QString::fromUtf8(text.data(), static_cast<qsizetype>(at));
    return front + translated("ipclab::Errors", error);
}

// Views ask for the same texts again with every frame, and a text is compared with hundreds of sentences.
const std::optional<SaidSentence>& rememberedSentence(std::string_view english) {
    constexpr std::size_t kMost = 1000;
    thread_local std::unordered_map<std::string, std::optional<SaidSentence>> remembered;
    if (remembered.size() >= kMost) remembered.clear();
    const auto [at, added] = remembered.try_emplace(std::string(english));
    if (added) at->second = findSentence(english);
    return at->second;
}

}  // namespace

QString said(std::string_view english) {
    const auto found = rememberedSentence(english);  // a copy: what it holds is said as well
    if (!found) return saidError(english);
    const std::string sentence =
        translated("ipclab::Sentences", allSentences()[static_cast<std::size_t>(found->sentence)]).toStdString();
    return QString::fromStdString(
        fillSentence(sentence, found->values, [](std::string_view name, const std::string& value) {
            return name.ends_with("why") ? said(value).toStdString() : value;
        }));
}

std::span<const char* const> translatableErrors() { return kErrors; }

}  // namespace ipclab
