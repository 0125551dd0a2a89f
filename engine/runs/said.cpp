#include "runs/said.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/sentences.h"
#include "core/text.h"

namespace ipclab {
namespace {

// What the system calls an error (strerror), as far as a run may meet it.
constexpr const char* kErrors[] = {
    TEXT("error", "Operation not permitted"),
    TEXT("error", "No such file or directory"),
    TEXT("error", "No such process"),
    TEXT("error", "Interrupted system call"),
    TEXT("error", "Input/output error"),
    TEXT("error", "Argument list too long"),
    TEXT("error", "Exec format error"),
    TEXT("error", "Bad file descriptor"),
    TEXT("error", "No child processes"),
    TEXT("error", "Resource temporarily unavailable"),
    TEXT("error", "Cannot allocate memory"),
    TEXT("error", "Permission denied"),
    TEXT("error", "Bad address"),
    TEXT("error", "Device or resource busy"),
    TEXT("error", "File exists"),
    TEXT("error", "Invalid cross-device link"),
    TEXT("error", "No such device"),
    TEXT("error", "Not a directory"),
    TEXT("error", "Is a directory"),
    TEXT("error", "Invalid argument"),
    TEXT("error", "Too many open files in system"),
    TEXT("error", "Too many open files"),
    TEXT("error", "Text file busy"),
    TEXT("error", "File too large"),
    TEXT("error", "No space left on device"),
    TEXT("error", "Illegal seek"),
    TEXT("error", "Read-only file system"),
    TEXT("error", "Broken pipe"),
    TEXT("error", "Resource deadlock avoided"),
    TEXT("error", "File name too long"),
    TEXT("error", "Function not implemented"),
    TEXT("error", "Directory not empty"),
    TEXT("error", "Too many levels of symbolic links"),
    TEXT("error", "Value too large for defined data type"),
    TEXT("error", "Message too long"),
    TEXT("error", "Operation not supported"),
    TEXT("error", "Address already in use"),
    TEXT("error", "Cannot assign requested address"),
    TEXT("error", "Connection reset by peer"),
    TEXT("error", "No buffer space available"),
    TEXT("error", "Transport endpoint is not connected"),
    TEXT("error", "Connection timed out"),
    TEXT("error", "Connection refused"),
    TEXT("error", "Disk quota exceeded"),
    TEXT("error", "Owner died"),
    TEXT("error", "State not recoverable"),
};

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
    return front + translated("error", error);
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

QString translated(const char* of, std::string_view english) {
    if (english.empty()) return {};
    const QByteArray bytes(english.data(), static_cast<qsizetype>(english.size()));
    return QCoreApplication::translate(of, bytes.constData());
}

QString said(std::string_view english) {
    const auto found = rememberedSentence(english);  // a copy: what it holds is said as well
    if (!found) return saidError(english);
    const std::string sentence =
        translated("sentence", allSentences()[static_cast<std::size_t>(found->sentence)]).toStdString();
    return QString::fromStdString(
        fillSentence(sentence, found->values, [](std::string_view name, const std::string& value) {
            return name.ends_with("why") ? said(value).toStdString() : value;
        }));
}

std::span<const char* const> translatableErrors() { return kErrors; }

}  // namespace ipclab
