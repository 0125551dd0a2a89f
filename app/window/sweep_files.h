// Where sweeps of the window are kept, and what is saved of them.
#pragma once

#include <QString>

namespace ipclab {

class Sweep;

// A name for a new one among the last twenty, of which the oldest go; empty: none are kept.
QString freshSweepFile(const QString& privateFolder);
// By its first bytes.
bool isSweepFile(const QString& path);
// What is wrong with its document or axes, for people.
QString problemText(const Sweep& sweep);

}  // namespace ipclab
