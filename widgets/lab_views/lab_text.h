// The words of an exercise as they are shown.
#pragma once

#include <QString>

namespace ipclab {

// Markdown as a label shows it: lines of code break where there is no room, instead of pushing everything beside them
// out of sight.
QString richTextOf(const QString& markdown);

// A sentence with code between backticks, as a label of rich text shows it; nothing else in it is markup, and a number
// stays with its unit.
QString richLineOf(const QString& sentence);
// The same where no letters of another kind can stand.
QString plainLineOf(const QString& sentence);
// What may be a sentence, inside another one: in quotation marks, and without its full stop.
QString quoted(QString sentence);
// "poller: asks, then waits" among others like it.
QString nameIn(const QString& option);

}  // namespace ipclab
