// The launcher's session, which its children share. Where the system groups by session (sched(7), autogroup) it is a
// scheduling group of its own: however many workers compute, the window keeps its share of the cores.
//
// That share alone does not bring the window's threads onto a core in time: beside busy groups of the same weight, one
// that only wakes now and then waited up to a second on Linux 6.18, and a second of switch records does not fit into
// their rings. So the group takes a nice value of 5 (a weight of 335 instead of 1,024). It counts only against other
// sessions that compute at the same time; among the processes of a run nothing changes.
#pragma once

namespace ipclab {

class OwnSession {
public:
    static constexpr int kNice = 5;

    // Makes the caller the leader of a session, or at least of a process group where it leads one already.
    OwnSession();

    // Call it again and again: of all groups the system changes one in a tenth of a second. Once that is done, or there
    // is no group to be changed, it does nothing.
    void lower();

private:
    bool m_settled = false;
};

}  // namespace ipclab
