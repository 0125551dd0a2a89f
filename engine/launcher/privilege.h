// The right to observe that an administrator may give the launcher's file alone (setcap cap_perfmon=ep), and how it is
// given up again. Rules of the kernel this rests on (capabilities(7), prctl(2), ld.so(8)):
//   - a file capability is effective from the first instruction and would be kept over fork, but not over exec of an
//     ordinary program;
//   - executing such a file makes the process non-dumpable: its /proc files belong to root, and nobody else may look
//     into it. A fork'd child inherits that, so it is taken back once the capabilities are gone;
//   - it also clears the parent-death signal, which is set after this, and makes the dynamic linker distrust the
//     environment (AT_SECURE): LD_LIBRARY_PATH and TMPDIR do not reach the commands of a run.
// The bounding set stays as it was, for taking from it needs a capability of its own; and no_new_privs is not set: a
// command of a run may be a set-user-ID program, as anywhere else.
#pragma once

namespace ipclab {

// Were capabilities gained by executing this file?
bool hasGainedPrivilege();

// Empties the permitted, effective, inheritable and ambient sets for good and makes the process dumpable again. Only
// where privilege was gained: what root or an ambient set gives is the user's own. Call when the event descriptors are
// open and before anybody is forked. Throws std::system_error when the capabilities cannot be given up: better no run.
void dropGainedPrivilege();

}  // namespace ipclab
