#include "report/notes_file.h"

#include <QStringList>
#include <chrono>

#include "core/utf8.h"
#include "core/whole_file.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::chrono::milliseconds kPatience{2000};

struct HeadField {
    const char* name;
    QString ReportNotes::*member;
};
constexpr HeadField kHead[] = {
    {"title", &ReportNotes::title}, {"author", &ReportNotes::author}, {"question", &ReportNotes::question}};

const QString kFence = QStringLiteral("---");

// How many lines the head has with its fences; 0: there is none. One line that is no field, and it is all text.
qsizetype readHead(const QStringList& lines, ReportNotes& notes) {
    if (lines.isEmpty() || lines.front().trimmed() != kFence) return 0;
    ReportNotes read;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed() == kFence) {
            notes = read;
            return i + 1;
        }
        const qsizetype colon = lines[i].indexOf(QLatin1Char(':'));
        const QString name = lines[i].left(std::max<qsizetype>(colon, 0)).trimmed();
        bool known = false;
        for (const HeadField& field : kHead) {
            if (name != QLatin1String(field.name)) continue;
            read.*field.member = lines[i].mid(colon + 1).trimmed();
            known = true;
        }
        if (!known) return 0;
    }
    return 0;
}

}  // namespace

ReportNotes notesOfText(const QString& fileText) {
    ReportNotes notes;
    QStringList lines = QString(fileText).remove(QLatin1Char('\r')).split(QLatin1Char('\n'));
    const qsizetype head = readHead(lines, notes);
    notes.text = lines.mid(head).join(QLatin1Char('\n')).trimmed();
    return notes;
}

QString textOfNotes(const ReportNotes& notes) {
    QString head;
    for (const HeadField& field : kHead) {
        const QString value = (notes.*field.member).simplified();
        if (!value.isEmpty()) head += QStringLiteral("%1: %2\n").arg(QLatin1String(field.name), value);
    }
    // Text that begins like a head has an empty one before it.
    const bool needsHead = !head.isEmpty() || notes.text.startsWith(kFence);
    return (needsHead ? kFence + QLatin1Char('\n') + head + kFence + QLatin1Char('\n') : QString()) +
           notes.text.trimmed() + QLatin1Char('\n');
}

std::filesystem::path notesBeside(const std::filesystem::path& file) { return file.string() + ".notes.md"; }

ReportNotes readNotes(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return {};
    const std::string text = readWholeFile(path, kMostBytes + 1, kPatience);
    const std::string name = printable(path.string());
    if (text.size() > kMostBytes) throw FileError(name + ": notes have at most 1 MiB; this file is longer", 0);
    if (firstInvalidUtf8(text) != std::string::npos || text.find('\0') != std::string::npos)
        throw FileError(name + ": this is no text in UTF-8; notes are Markdown", 0);
    return notesOfText(QString::fromStdString(text));
}

void writeNotes(const std::filesystem::path& path, const ReportNotes& notes) {
    if (notes.isEmpty()) {
        std::error_code error;
        std::filesystem::remove(path, error);
        if (error) throw FileError(printable(path.string()) + ": " + error.message(), error.value());
        return;
    }
    writeWholeFile(path, textOfNotes(notes).toStdString());
}

}  // namespace ipclab
