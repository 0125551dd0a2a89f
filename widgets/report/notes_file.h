// The author's words about a recording, a sweep or a document: title, author, question and notes. They stand in a file
// of their own beside it, FILE.notes.md, so that what was measured stays as it was, byte for byte, and so does its
// SHA-256. Any Markdown program opens it; the first lines between --- are what does not belong into the text:
//
//   ---
//   title: Pipes under load
//   author: Kim Minji
//   question: When does the producer wait?
//   ---
//   What I saw …
#pragma once

#include <QString>
#include <filesystem>

namespace ipclab {

struct ReportNotes {
    QString title{}, author{}, question{}, text{};

    [[nodiscard]] bool isEmpty() const { return title.isEmpty() && question.isEmpty() && text.isEmpty(); }
    bool operator==(const ReportNotes&) const = default;
};

ReportNotes notesOfText(const QString& fileText);
QString textOfNotes(const ReportNotes& notes);

// Where those of a file are: "first.ipclab.notes.md".
std::filesystem::path notesBeside(const std::filesystem::path& file);

// Empty where there is no such file. Throws std::runtime_error where it cannot be read, or is no text.
ReportNotes readNotes(const std::filesystem::path& path);
// Empty notes leave no file. Throws std::runtime_error.
void writeNotes(const std::filesystem::path& path, const ReportNotes& notes);

}  // namespace ipclab
