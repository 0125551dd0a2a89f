// A run as a file that the user has named: whole or not at all, in place of what was there.
#pragma once

#include <QString>

namespace ipclab {

struct RunData;

// By its first bytes, or its name where there is no such file.
bool isRecordingFile(const QString& path);

// Each returns why it could not be done; empty: it is done.
QString copyRecording(const QString& from, const QString& to);
// Of a run that is over.
QString writeRecording(const RunData& run, const QString& to);

}  // namespace ipclab
