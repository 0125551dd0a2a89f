#include "recording/schema.h"

#include <array>

namespace ipclab {

std::span<const RecordingTable> recordingTables() {
    static constexpr auto all = std::to_array<RecordingTable>({
        {"description", "CREATE TABLE description (table_name TEXT NOT NULL, column_name TEXT, meaning TEXT NOT NULL)",
         "what every table and column of this file means"},
        {"run",
         "CREATE TABLE run (program_version TEXT NOT NULL, recorded_at TEXT NOT NULL, experiment TEXT NOT NULL, "
         "host TEXT NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, sampled_ns INTEGER NOT NULL, "
         "observe_asked TEXT NOT NULL, observe_level TEXT NOT NULL, observe_reason TEXT NOT NULL, "
         "lost_events INTEGER NOT NULL, dropped_samples INTEGER NOT NULL, sampler_cpu_s REAL NOT NULL, "
         "observer_cost TEXT, result TEXT)",
         "the run itself, one row"},
        {"process",
         "CREATE TABLE process (id INTEGER PRIMARY KEY, name TEXT NOT NULL, program TEXT NOT NULL, "
         "is_foreign INTEGER NOT NULL, pid INTEGER NOT NULL, ppid INTEGER NOT NULL, born_ns INTEGER NOT NULL, "
         "ended_ns INTEGER NOT NULL, exit_code INTEGER, exit_signal INTEGER, core_dumped INTEGER NOT NULL, "
         "failure TEXT NOT NULL, state TEXT NOT NULL, state_source TEXT NOT NULL, interval_source TEXT NOT NULL, "
         "running_s REAL NOT NULL, ready_s REAL NOT NULL, waiting_s REAL NOT NULL, interrupted_s REAL NOT NULL, "
         "thread_running_s REAL, thread_ready_s REAL, thread_ready_complete INTEGER NOT NULL, "
         "switching_s REAL NOT NULL, switches_to INTEGER NOT NULL, user_s REAL NOT NULL, system_s REAL NOT NULL, "
         "voluntary_switches INTEGER NOT NULL, involuntary_switches INTEGER NOT NULL, "
         "max_resident_bytes INTEGER NOT NULL, iterations INTEGER NOT NULL, "
         "largest_resident_bytes INTEGER, descendant_user_s REAL NOT NULL, descendant_system_s REAL NOT NULL, "
         "descendant_voluntary INTEGER, descendant_involuntary INTEGER, wait_samples TEXT NOT NULL)",
         "one row a process, in the order of the experiment"},
        {"link",
         "CREATE TABLE link (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mechanism TEXT NOT NULL, "
         "counted INTEGER NOT NULL, requested TEXT NOT NULL, effective TEXT NOT NULL, sent INTEGER NOT NULL, "
         "received INTEGER NOT NULL, bytes INTEGER NOT NULL, lost INTEGER NOT NULL, duplicated INTEGER NOT NULL, "
         "reordered INTEGER NOT NULL, corrupted INTEGER NOT NULL, stamp_every INTEGER NOT NULL, "
         "depth_unit TEXT NOT NULL, depth_capacity INTEGER, depth_mean REAL NOT NULL, depth_max INTEGER NOT NULL, "
         "system_depth_max INTEGER, latency_p50_ns INTEGER NOT NULL, latency_p90_ns INTEGER NOT NULL, "
         "latency_p99_ns INTEGER NOT NULL, latency_p999_ns INTEGER NOT NULL, latency_max_ns INTEGER NOT NULL, "
         "latency_count INTEGER NOT NULL, transit_p50_ns INTEGER NOT NULL, transit_p90_ns INTEGER NOT NULL, "
         "transit_p99_ns INTEGER NOT NULL, transit_p999_ns INTEGER NOT NULL, transit_max_ns INTEGER NOT NULL, "
         "transit_count INTEGER NOT NULL, paced INTEGER NOT NULL, first_message_ns INTEGER, "
         "first_received_ns INTEGER NOT NULL, last_received_ns INTEGER NOT NULL, timed_messages INTEGER NOT NULL, "
         "timed_bytes INTEGER NOT NULL)",
         "one row a link, in the order of the experiment"},
        {"port",
         "CREATE TABLE port (link INTEGER NOT NULL, place INTEGER NOT NULL, process INTEGER NOT NULL, "
         "role TEXT NOT NULL, messages INTEGER NOT NULL, bytes INTEGER NOT NULL, system_calls INTEGER NOT NULL, "
         "would_block INTEGER NOT NULL, blocked_s REAL NOT NULL, from_senders TEXT NOT NULL, "
         "first_receives TEXT NOT NULL, PRIMARY KEY (link, "
         "place)) WITHOUT ROWID",
         "one row for each end a process has of a link, as that process counts"},
        {"shared",
         "CREATE TABLE shared (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, sync TEXT NOT NULL, "
         "value INTEGER NOT NULL, early INTEGER NOT NULL, lock_waits INTEGER NOT NULL, survived INTEGER NOT NULL, "
         "holder INTEGER, holder_died INTEGER, wait_p50_ns INTEGER NOT NULL, wait_p90_ns INTEGER NOT NULL, "
         "wait_p99_ns INTEGER NOT NULL, wait_p999_ns INTEGER NOT NULL, wait_max_ns INTEGER NOT NULL, "
         "wait_count INTEGER NOT NULL)",
         "one row for each object that processes share, in the order of the experiment"},
        {"party",
         "CREATE TABLE party (shared INTEGER NOT NULL, place INTEGER NOT NULL, process INTEGER NOT NULL, "
         "rounds INTEGER NOT NULL, waited_s REAL NOT NULL, PRIMARY KEY (shared, place)) WITHOUT ROWID",
         "one row for each process's part in a shared object"},
        {"series",
         "CREATE TABLE series (id INTEGER PRIMARY KEY, process INTEGER, link INTEGER, name TEXT NOT NULL, "
         "meaning TEXT NOT NULL)",
         "what was sampled, of a process or of a link"},
        {"sample", "CREATE TABLE sample (series INTEGER NOT NULL, t_ns INTEGER NOT NULL, value REAL)",
         "the values of a series over time"},
        {"interval",
         "CREATE TABLE interval (process INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "state TEXT NOT NULL, cpu INTEGER, reason INTEGER NOT NULL)",
         "the states of each process over time"},
        {"family",
         "CREATE TABLE family (launcher_pid INTEGER NOT NULL, ancestors TEXT NOT NULL, tasks_not_kept INTEGER NOT "
         "NULL)",
         "where the processes come from, one row"},
        {"task",
         "CREATE TABLE task (id INTEGER PRIMARY KEY, pid INTEGER NOT NULL, tid INTEGER NOT NULL, "
         "born_of INTEGER NOT NULL, parent INTEGER NOT NULL, process INTEGER, name TEXT NOT NULL, "
         "execs TEXT NOT NULL, born_ns INTEGER NOT NULL, birth_seen INTEGER NOT NULL, ended_ns INTEGER NOT NULL, "
         "reaped_ns INTEGER NOT NULL, exit_code INTEGER, exit_signal INTEGER, core_dumped INTEGER NOT NULL, "
         "state TEXT NOT NULL)",
         "one row for each process and thread there was, in the order they were born"},
        {"task_interval",
         "CREATE TABLE task_interval (task INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "state TEXT NOT NULL, cpu INTEGER, reason INTEGER NOT NULL)",
         "the states of those over time; of the document's processes as a whole they are in interval"},
        {"cpu_interval",
         "CREATE TABLE cpu_interval (cpu INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "state TEXT NOT NULL, pid INTEGER, tid INTEGER)",
         "who of this run was on each CPU; between the rows it was idle or ran somebody else"},
        {"queue", "CREATE TABLE queue (t_ns INTEGER NOT NULL, queue TEXT NOT NULL, length REAL)",
         "how many were in each queue of the scheduler, mean over the tenth of a second before"},
        {"event",
         "CREATE TABLE event (id INTEGER PRIMARY KEY, t_ns INTEGER NOT NULL, process INTEGER, link INTEGER, "
         "what TEXT NOT NULL, details TEXT NOT NULL)",
         "what happened, in order"},
        {"warning", "CREATE TABLE warning (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
         "what a reader of the figures should know"},
    });
    return all;
}

std::span<const ColumnMeaning> recordingColumns() {
    static constexpr auto all = std::to_array<ColumnMeaning>({
        {"description", "table_name", "the table"},
        {"description", "column_name", "the column of it; NULL: the table itself"},
        {"description", "meaning", "what it means"},
        {"run", "program_version", "of the ipclab that wrote this"},
        {"run", "recorded_at", "wall-clock time of the start, ISO 8601, UTC"},
        {"run", "experiment", "the experiment document, JSON, as in *.ipclab.json"},
        {"run", "host", "the machine, JSON"},
        {"run", "start_ns", "when everybody was ready and let go; 0: never"},
        {"run", "end_ns", "when the last process had ended; 0: the recording was cut off before"},
        {"run", "sampled_ns", "the newest sample in this file"},
        {"run", "observe_asked", "how the document asked for process states to be observed"},
        {"run", "observe_level", "how process states were observed: off, sampled or exact"},
        {"run", "observe_reason", "why it is not what was asked, and how to get it; empty: it is"},
        {"run", "lost_events", "switch records the kernel dropped"},
        {"run", "dropped_samples", "samples this program was too slow to take"},
        {"run", "sampler_cpu_s", "CPU time the sampling thread itself used"},
        {"run", "observer_cost", "what observing costs, JSON, as in the result; NULL: nobody has measured it"},
        {"run", "result", "what `ipclab run --json` prints; NULL: the recording was cut off before the end"},
        {"process", "id", "its place in the experiment, from 0; what other tables call process"},
        {"process", "name", "as in the experiment"},
        {"process", "program", "what it runs: an id of `ipclab list programs`"},
        {"process", "is_foreign", "1: a command of the user's, which counts nothing itself"},
        {"process", "pid", "its process number; 0: not launched"},
        {"process", "ppid", "that of its parent; 0: not launched"},
        {"process", "born_ns", "when it was launched; 0: not launched"},
        {"process", "ended_ns", "0: alive when this was written"},
        {"process", "exit_code", "NULL where a signal ended it, or it had not ended"},
        {"process", "exit_signal", "the number of the signal that ended it, or NULL"},
        {"process", "core_dumped", "1: the kernel wrote a core file"},
        {"process", "failure", "why it could not be launched; empty: it could"},
        {"process", "state", "when this was written; words as in interval"},
        {"process", "state_source",
         "where running_s, ready_s and waiting_s come from: none, sampled (/proc), switch-records (perf), or "
         "schedstat: "
         "the kernel's own accounting"},
        {"process", "running_s", "time on a CPU"},
        {"process", "ready_s", "time it waited for a CPU"},
        {"process", "waiting_s", "time it waited for anything else"},
        {"process", "interval_source", "where its intervals come from: none, sampled or switch-records"},
        {"process", "interrupted_s", "on its core, but interrupts or the hypervisor had it: in none of the states"},
        {"process", "thread_running_s", "sum over all its threads, by the kernel's accounting; NULL: not known"},
        {"process", "thread_ready_s", "likewise"},
        {"process", "thread_ready_complete",
         "0: thread_ready_s is missing what ended threads spent after they were last looked at"},
        {"process", "switching_s",
         "of the time its threads ran: switches to them directly from another thread, in all"},
        {"process", "switches_to", "how many those were"},
        {"process", "user_s", "CPU time of its own in its program, without that of descendants"},
        {"process", "system_s", "CPU time of its own in the kernel on its behalf"},
        {"process", "voluntary_switches", "times it gave up the CPU, to wait"},
        {"process", "involuntary_switches", "times the CPU was taken from it"},
        {"process", "max_resident_bytes", "of its own program (VmHWM); 0: not known"},
        {"process", "iterations", "units of the program's own work done"},
        {"process", "largest_resident_bytes",
         "the largest of it, its descendants and the programs it was before (ru_maxrss), or NULL"},
        {"process", "wait_samples",
         "how many samples there were of it, and how many found it waiting for each reason, as interval.reason: JSON"},
        {"process", "descendant_user_s", "CPU time of descendants it has waited for, beside its own"},
        {"process", "descendant_system_s", "likewise, in the kernel"},
        {"process", "descendant_voluntary", "context switches of those, or NULL where nobody told them"},
        {"process", "descendant_involuntary", "times the CPU was taken from those, or NULL"},
        {"link", "id", "its place in the experiment, from 0; what other tables call link"},
        {"link", "name", "as in the experiment, or SENDER→RECEIVER"},
        {"link", "mechanism", "an id of `ipclab list mechanisms`"},
        {"link", "counted", "0: an end is a foreign command, which counts nothing; what is known says the result"},
        {"link", "requested", "what the document asked for, JSON"},
        {"link", "effective", "what the system gave, JSON"},
        {"link", "sent", "messages, as the senders count"},
        {"link", "received", "messages, as the receivers count"},
        {"link", "bytes", "received; where a command receives: sent, or by /proc/PID/io"},
        {"link", "lost", "messages sent that never arrived"},
        {"link", "duplicated", "messages that arrived more than once"},
        {"link", "reordered", "messages that arrived after a later one of the same sender"},
        {"link", "corrupted", "messages whose bytes were not those sent"},
        {"link", "depth_capacity", "how much the system holds for it; NULL: it does not say"},
        {"link", "depth_unit", "of depth_capacity, system_depth_max and the series system_depth"},
        {"link", "depth_mean", "messages sent and not yet received, mean over time"},
        {"link", "depth_max", "messages sent and not yet received, the most seen"},
        {"link", "system_depth_max", "the most the system said was queued; NULL: it does not say"},
        {"link", "latency_p90_ns", "90 % were no slower"},
        {"link", "latency_p99_ns", "99 % were no slower"},
        {"link", "latency_p999_ns", "99.9 % were no slower"},
        {"link", "latency_max_ns", "the slowest"},
        {"link", "latency_count", "how many messages these are of; 0: no latency is known"},
        {"link", "stamp_every", "one message in this many carries its send time"},
        {"link", "first_message_ns", "how long the first message was under way; NULL: none arrived, or not known"},
        {"link", "latency_p50_ns", "response time: from when a message was due to be sent until it was received"},
        {"link", "transit_p50_ns", "transit time: from when it was really sent"},
        {"link", "transit_p90_ns", "as transit_p50_ns: 90 % were no slower"},
        {"link", "transit_p99_ns", "as transit_p50_ns: 99 % were no slower"},
        {"link", "transit_p999_ns", "as transit_p50_ns: 99.9 % were no slower"},
        {"link", "transit_max_ns", "as transit_p50_ns: the slowest"},
        {"link", "transit_count", "how many messages these are of"},
        {"link", "paced", "messages that said when they were due; 0: both times are the same"},
        {"link", "first_received_ns", "when the first message was received; 0: none was"},
        {"link", "last_received_ns", "when the newest timed message was received: throughput is taken in between"},
        {"link", "timed_messages", "received up to and with that one"},
        {"link", "timed_bytes", "likewise"},
        {"port", "link", "the link it is an end of"},
        {"port", "place", "its place among the ends of that link, senders first"},
        {"port", "process", "the process whose end it is"},
        {"port", "messages", "sent or received here"},
        {"port", "bytes", "sent or received here"},
        {"port", "system_calls", "made to send or receive"},
        {"port", "would_block", "times a message could not be moved at once"},
        {"port", "first_receives", "of a receiver: [called, returned, completed] of its first receives, ns, JSON"},
        {"port", "from_senders", "of a receiver: messages by sender of the link, in their order, JSON"},
        {"port", "role", "sender or receiver"},
        {"port", "blocked_s", "time spent waiting in calls"},
        {"shared", "id", "its place in the experiment, from 0; what party calls shared"},
        {"shared", "name", "as in the experiment"},
        {"shared", "kind", "counter, hand-off or barrier"},
        {"shared", "sync", "the primitive that synchronises it"},
        {"shared", "value", "of a counter; what its parties' rounds are above it was lost"},
        {"shared", "early", "barrier: passed before all had arrived; hand-off: had the token out of turn"},
        {"shared", "lock_waits", "times its lock was found taken"},
        {"shared", "survived", "times the lock was taken over from a holder who had died, and told so"},
        {"shared", "holder", "the process that held the lock when this was written, or NULL"},
        {"shared", "holder_died", "the process that died holding the lock, or NULL"},
        {"shared", "wait_p50_ns",
         "hand-off: from passing on to running; barrier: waiting there; counter: for the lock"},
        {"shared", "wait_p90_ns", "as wait_p50_ns: 90 % were no longer"},
        {"shared", "wait_p99_ns", "as wait_p50_ns: 99 % were no longer"},
        {"shared", "wait_p999_ns", "as wait_p50_ns: 99.9 % were no longer"},
        {"shared", "wait_max_ns", "as wait_p50_ns: the longest"},
        {"shared", "wait_count", "how many waits these are of"},
        {"party", "shared", "the object"},
        {"party", "place", "its place among the processes of that object"},
        {"party", "process", "the process"},
        {"party", "waited_s", "time it waited there"},
        {"party", "rounds", "increments stored, tokens passed on, or phases arrived at"},
        {"series", "id", "what sample calls series"},
        {"series", "process", "the process it is of, or NULL"},
        {"series", "link", "the link it is of, or NULL"},
        {"series", "name", "of the quantity, with its unit; as in series.csv"},
        {"series", "meaning", "of the quantity"},
        {"sample", "series", "the series it is of"},
        {"sample", "t_ns", "when"},
        {"sample", "value", "NULL: nothing to measure, the curve is interrupted"},
        {"interval", "process", "the process"},
        {"interval", "start_ns", "since when"},
        {"interval", "end_ns", "until when"},
        {"interval", "state",
         "new, ready, running, waiting, stopped, zombie, terminated; runnable: ready or running; "
         "ready-estimated: woken and not yet on a core, its beginning estimated from the kernel's run delay"},
        {"interval", "cpu", "where it ran; NULL: not known"},
        {"interval", "reason",
         "why it waited, as it said itself or the kernel function it slept in tells: 0 not known, 1 full, 2 empty, 3 "
         "lock, "
         "4 sleep, 5 paused, 6 start, 7 connect, 8 child, 9 disk, 10 turn, 11 events, 12 signal, 13 network, "
         "14 page-fault, 15 traced"},
        {"family", "launcher_pid", "the parent of the document's processes"},
        {"family", "ancestors", "of the launcher, up to process 1: [pid, name], the nearest first, JSON"},
        {"family", "tasks_not_kept", "born beyond the first 20,000"},
        {"task", "id", "its place in the order of birth, from 0; what task_interval calls task"},
        {"task", "pid", "its process number"},
        {"task", "tid", "of a thread; 0: the process as a whole"},
        {"task", "born_of", "the process that made it; 0: not known"},
        {"task", "parent", "the one that is told of its end, at the end another than born_of for an orphan"},
        {"task", "process", "which one of the document it is, or whose thread; NULL: neither"},
        {"task", "name", "of its program, as the kernel has it"},
        {"task", "execs", "the programs it has executed: [t_ns, name], JSON"},
        {"task", "born_ns", "when it was born, or first seen"},
        {"task", "birth_seen", "0: it was there before, or its birth was not recorded"},
        {"task", "ended_ns", "0: alive when this was written"},
        {"task", "reaped_ns", "a zombie until then, as far as /proc was looked at; 0: not known"},
        {"task", "exit_code", "NULL where a signal ended it, or nobody told the launcher"},
        {"task", "exit_signal", "the number of the signal that ended it, or NULL"},
        {"task", "core_dumped", "1: the kernel wrote a core file"},
        {"task", "state", "when this was written; words as in interval"},
        {"task_interval", "task", "the process or thread"},
        {"task_interval", "start_ns", "since when"},
        {"task_interval", "end_ns", "until when"},
        {"task_interval", "state", "words as in interval"},
        {"task_interval", "cpu", "where it ran; NULL: not known"},
        {"task_interval", "reason", "as in interval"},
        {"cpu_interval", "cpu", "the number of the CPU"},
        {"cpu_interval", "start_ns", "since when"},
        {"cpu_interval", "end_ns", "until when"},
        {"cpu_interval", "state", "running; switching: from the thread before to this one"},
        {"cpu_interval", "pid", "NULL: more than 32,767 have run"},
        {"cpu_interval", "tid", "of the thread that ran; NULL as pid"},
        {"queue", "t_ns", "when"},
        {"queue", "queue", "running, ready, waiting, runnable (sampled: running or ready), or waiting for one reason"},
        {"queue", "length", "mean over the tenth of a second before; NULL: not known"},
        {"event", "id", "its place in the order of what happened, from 0"},
        {"event", "t_ns", "when"},
        {"event", "process", "whom it happened to, or NULL"},
        {"event", "link", "what link it is about, or NULL"},
        {"event", "what", "a word for the kind of event, as in the JSON result"},
        {"event", "details", "an array of [name, value], JSON"},
        {"warning", "id", "its place in the list, from 0"},
        {"warning", "text", "for people, English"},
    });
    return all;
}

}  // namespace ipclab
