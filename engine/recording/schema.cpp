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
         "observer_cost TEXT, result TEXT)",
         "the run itself, one row"},
        {"process",
         "CREATE TABLE process (id INTEGER PRIMARY KEY, name TEXT NOT NULL, program TEXT NOT NULL, "
         "is_foreign INTEGER NOT NULL, pid INTEGER NOT NULL, ppid INTEGER NOT NULL, born_ns INTEGER NOT NULL, "
         "ended_ns INTEGER NOT NULL, exit_code INTEGER, exit_signal INTEGER, core_dumped INTEGER NOT NULL, "
         "failure TEXT NOT NULL, state TEXT NOT NULL, interval_source TEXT NOT NULL)",
         "one row a process, in the order of the experiment"},
        {"link",
         "CREATE TABLE link (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mechanism TEXT NOT NULL, "
         "counted INTEGER NOT NULL, requested TEXT NOT NULL, effective TEXT NOT NULL, stamp_every INTEGER NOT NULL, "
         "depth_unit TEXT NOT NULL, depth_capacity INTEGER)",
         "one row a link, in the order of the experiment"},
        {"port",
         "CREATE TABLE port (id INTEGER PRIMARY KEY, link INTEGER NOT NULL, process INTEGER NOT NULL, "
         "role TEXT NOT NULL)",
         "one row for each end a process has of a link, as that process counts"},
        {"shared",
         "CREATE TABLE shared (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, sync TEXT NOT NULL)",
         "one row for each object that processes share, in the order of the experiment"},
        {"party", "CREATE TABLE party (id INTEGER PRIMARY KEY, shared INTEGER NOT NULL, process INTEGER NOT NULL)",
         "one row for each process's part in a shared object"},
        {"quantity",
         "CREATE TABLE quantity (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, meaning TEXT NOT "
         "NULL)",
         "what is counted and measured of processes, links and the others, as totals so far"},
        {"total",
         "CREATE TABLE total (quantity INTEGER NOT NULL, owner INTEGER NOT NULL, t_ns INTEGER NOT NULL, value, "
         "PRIMARY KEY (quantity, owner, t_ns)) WITHOUT ROWID",
         "a row for each time one of them had changed; the newest is what it came to: process_totals, link_totals … "
         "show those side by side"},
        {"series",
         "CREATE TABLE series (id INTEGER PRIMARY KEY, process INTEGER, link INTEGER, name TEXT NOT NULL, "
         "meaning TEXT NOT NULL, shared INTEGER, cpu INTEGER)",
         "what was sampled, of a process, a link, a shared object or a CPU"},
        {"sample",
         "CREATE TABLE sample (series INTEGER NOT NULL, t_ns INTEGER NOT NULL, place INTEGER NOT NULL, value REAL, "
         "PRIMARY KEY (series, t_ns, place)) WITHOUT ROWID",
         "the values of a series over time"},
        {"latency",
         "CREATE TABLE latency (link INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "bin INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (link, end_ns, bin)) WITHOUT ROWID",
         "how many messages of an interval took how long: a row for each bin in which there was one"},
        {"interval",
         "CREATE TABLE interval (process INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "state TEXT NOT NULL, cpu INTEGER, reason INTEGER NOT NULL, PRIMARY KEY (process, end_ns)) WITHOUT ROWID",
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
         "state TEXT NOT NULL, cpu INTEGER, reason INTEGER NOT NULL, PRIMARY KEY (task, end_ns)) WITHOUT ROWID",
         "the states of those over time; of the document's processes as a whole they are in interval"},
        {"cpu_interval",
         "CREATE TABLE cpu_interval (cpu INTEGER NOT NULL, start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, "
         "state TEXT NOT NULL, pid INTEGER, tid INTEGER, PRIMARY KEY (cpu, end_ns)) WITHOUT ROWID",
         "who of this run was on each CPU; between the rows it was idle or ran somebody else"},
        {"queue",
         "CREATE TABLE queue (queue TEXT NOT NULL, t_ns INTEGER NOT NULL, place INTEGER NOT NULL, length REAL, "
         "PRIMARY KEY (queue, t_ns, place)) WITHOUT ROWID",
         "how many were in each queue of the scheduler, mean over the tenth of a second before"},
        {"sample_level",
         "CREATE TABLE sample_level (series INTEGER NOT NULL, span INTEGER NOT NULL, begin_ns INTEGER NOT NULL, "
         "end_ns INTEGER NOT NULL, first INTEGER NOT NULL, last_place INTEGER NOT NULL, min REAL, max REAL, "
         "first_value REAL, last_value REAL, sum REAL NOT NULL, count INTEGER NOT NULL, gaps INTEGER NOT NULL, "
         "PRIMARY KEY (series, span, begin_ns, first)) WITHOUT ROWID",
         "the samples of a series in groups of 16, 64, 256 …, so that a chart of a long time needs few rows"},
        {"lane_level",
         "CREATE TABLE lane_level (kind TEXT NOT NULL, owner INTEGER NOT NULL, span INTEGER NOT NULL, "
         "begin_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, new_ns INTEGER NOT NULL, ready_ns INTEGER NOT NULL, "
         "running_ns INTEGER NOT NULL, waiting_ns INTEGER NOT NULL, stopped_ns INTEGER NOT NULL, "
         "zombie_ns INTEGER NOT NULL, terminated_ns INTEGER NOT NULL, runnable_ns INTEGER NOT NULL, "
         "ready_estimated_ns INTEGER NOT NULL, switching_ns INTEGER NOT NULL, "
         "PRIMARY KEY (kind, owner, span, end_ns)) WITHOUT ROWID",
         "likewise the intervals of a process, a task or a CPU: the time spent in each state"},
        {"latency_level",
         "CREATE TABLE latency_level (link INTEGER NOT NULL, span INTEGER NOT NULL, begin_ns INTEGER NOT NULL, "
         "end_ns INTEGER NOT NULL, bin INTEGER NOT NULL, count INTEGER NOT NULL, "
         "PRIMARY KEY (link, span, end_ns, bin)) WITHOUT ROWID",
         "the rows of latency added up in groups of 16, 64, 256 … intervals"},
        {"interval_sum",
         "CREATE TABLE interval_sum (process INTEGER NOT NULL, end_ns INTEGER NOT NULL, intervals INTEGER NOT NULL, "
         "state TEXT NOT NULL, admitted INTEGER NOT NULL, dispatch INTEGER NOT NULL, interrupt INTEGER NOT NULL, "
         "wait INTEGER NOT NULL, wake_up INTEGER NOT NULL, exit INTEGER NOT NULL, stop INTEGER NOT NULL, "
         "continue INTEGER NOT NULL, not_seen INTEGER NOT NULL, new_ns INTEGER NOT NULL, ready_ns INTEGER NOT NULL, "
         "running_ns INTEGER NOT NULL, waiting_ns INTEGER NOT NULL, stopped_ns INTEGER NOT NULL, "
         "zombie_ns INTEGER NOT NULL, terminated_ns INTEGER NOT NULL, runnable_ns INTEGER NOT NULL, "
         "ready_estimated_ns INTEGER NOT NULL, switching_ns INTEGER NOT NULL, slices TEXT NOT NULL, "
         "longest_ns INTEGER NOT NULL, longest_since_ns INTEGER NOT NULL, PRIMARY KEY (process, end_ns)) "
         "WITHOUT ROWID",
         "what the intervals of each process had come to from the first one on, every 256 of them"},
        {"event",
         "CREATE TABLE event (id INTEGER PRIMARY KEY, t_ns INTEGER NOT NULL, process INTEGER, link INTEGER, "
         "what TEXT NOT NULL, details TEXT NOT NULL)",
         "what happened, in order"},
        {"warning", "CREATE TABLE warning (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
         "what a reader of the figures should know"},
    });
    return all;
}

std::span<const RecordingTable> recordingIndices() {
    static constexpr auto all =
        std::to_array<RecordingTable>({{"event_time", "CREATE INDEX event_time ON event (t_ns)", "events by time"}});
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
        {"process", "interval_source", "where its intervals come from: none, sampled or switch-records"},
        {"link", "id", "its place in the experiment, from 0; what other tables call link"},
        {"link", "name", "as in the experiment, or SENDER→RECEIVER"},
        {"link", "mechanism", "an id of `ipclab list mechanisms`"},
        {"link", "counted", "0: an end is a foreign command, which counts nothing; what is known says the result"},
        {"link", "requested", "what the document asked for, JSON"},
        {"link", "effective", "what the system gave, JSON"},
        {"link", "depth_capacity", "how much the system holds for it; NULL: it does not say"},
        {"link", "depth_unit", "of depth_capacity, system_depth_max and the series system_depth"},
        {"link", "stamp_every", "one message in this many carries its send time"},
        {"port", "id", "its number among the ends of all links, in their order, senders first; total's owner"},
        {"port", "link", "the link it is an end of"},
        {"port", "process", "the process whose end it is"},
        {"port", "role", "sender or receiver"},
        {"shared", "id", "its place in the experiment, from 0; what party calls shared"},
        {"shared", "name", "as in the experiment"},
        {"shared", "kind", "counter, hand-off or barrier"},
        {"shared", "sync", "the primitive that synchronises it"},
        {"party", "id", "its number among those of all objects, in their order; total's owner"},
        {"party", "shared", "the object"},
        {"party", "process", "the process"},
        {"quantity", "id", "what total calls quantity"},
        {"quantity", "owner",
         "whose: a process, link, port, shared object or party by its id, a cpu by its number, or the run (0)"},
        {"quantity", "name", "with its unit"},
        {"quantity", "meaning", "of the quantity"},
        {"total", "quantity", "the quantity"},
        {"total", "owner", "whose it is"},
        {"total", "t_ns", "when it was found so; 0: before anything was sampled"},
        {"total", "value", "what it came to by then; NULL: not known"},
        {"series", "id", "what sample calls series"},
        {"series", "process", "the process it is of, or NULL"},
        {"series", "link", "the link it is of, or NULL"},
        {"series", "shared", "the shared object it is of, or NULL"},
        {"series", "cpu", "the number of the CPU it is of, or NULL"},
        {"series", "name", "of the quantity, with its unit; as in series.csv"},
        {"series", "meaning", "of the quantity"},
        {"sample", "series", "the series it is of"},
        {"sample", "t_ns", "when"},
        {"sample", "place", "of several at the same moment, their order; mostly 0"},
        {"sample", "value", "NULL: nothing to measure, the curve is interrupted"},
        {"latency", "link", "the link"},
        {"latency", "start_ns", "since when"},
        {"latency", "end_ns", "until when"},
        {"latency", "bin", "from 10^(bin/20) to 10^((bin+1)/20) ns, from when they were due until they were received"},
        {"latency", "count", "so many messages that came in that time"},
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
         "14 page-fault, 15 traced, 16 stranded, 17 futex (a lock or a condition), 18 semaphore, 19 file-lock, "
         "20 thread"},
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
        {"queue", "place", "of several at the same moment, their order; mostly 0"},
        {"queue", "length", "mean over the tenth of a second before; NULL: not known"},
        {"sample_level", "series", "series.id"},
        {"sample_level", "span", "how many samples each group of this level holds: 16, 64, 256 …"},
        {"sample_level", "begin_ns", "when its first sample was taken"},
        {"sample_level", "end_ns", "when its last one was taken"},
        {"sample_level", "first", "the number of its first sample in the series, from 0"},
        {"sample_level", "last_place", "sample.place of its last one"},
        {"sample_level", "min", "the smallest value; NULL: all of them are interruptions"},
        {"sample_level", "max", "the largest; likewise"},
        {"sample_level", "first_value", "of its first sample; NULL: an interruption"},
        {"sample_level", "last_value", "of its last one; likewise"},
        {"sample_level", "sum", "of all values"},
        {"sample_level", "count", "how many are values"},
        {"sample_level", "gaps", "how many are interruptions"},
        {"lane_level", "kind", "process, task or cpu: whose intervals, of interval, task_interval or cpu_interval"},
        {"lane_level", "owner", "which of them: interval.process, task_interval.task or cpu_interval.cpu"},
        {"lane_level", "span", "how many intervals each group of this level holds: 16, 64, 256 …"},
        {"lane_level", "begin_ns", "when its first interval began"},
        {"lane_level", "end_ns", "when its last one ended"},
        {"lane_level", "new_ns", "time in this state between the two; with the other nine it is all that is known"},
        {"lane_level", "ready_ns", "likewise"},
        {"lane_level", "running_ns", "likewise"},
        {"lane_level", "waiting_ns", "likewise"},
        {"lane_level", "stopped_ns", "likewise"},
        {"lane_level", "zombie_ns", "likewise"},
        {"lane_level", "terminated_ns", "likewise"},
        {"lane_level", "runnable_ns", "likewise"},
        {"lane_level", "ready_estimated_ns", "likewise"},
        {"lane_level", "switching_ns", "likewise"},
        {"latency_level", "link", "the link"},
        {"latency_level", "span", "how many intervals each group of this level holds: 16, 64, 256 …"},
        {"latency_level", "begin_ns", "when its first interval began"},
        {"latency_level", "end_ns", "when its last one ended"},
        {"latency_level", "bin", "as in latency"},
        {"latency_level", "count", "how many messages lay in that bin"},
        {"interval_sum", "process", "the process"},
        {"interval_sum", "end_ns", "until when: the end of the last interval that is counted"},
        {"interval_sum", "intervals", "how many that are, from the first one on"},
        {"interval_sum", "state", "of the last one"},
        {"interval_sum", "admitted", "how often it had gone along this arc of the state diagram, from new to ready"},
        {"interval_sum", "dispatch", "likewise from ready to running"},
        {"interval_sum", "interrupt", "likewise from running to ready"},
        {"interval_sum", "wait", "likewise from running to waiting"},
        {"interval_sum", "wake_up", "likewise from waiting to ready"},
        {"interval_sum", "exit", "likewise from running to its end"},
        {"interval_sum", "stop", "likewise from running to stopped"},
        {"interval_sum", "continue", "likewise from stopped to ready"},
        {"interval_sum", "not_seen", "changes of state of which one side is not known"},
        {"interval_sum", "new_ns", "time spent in this state until then"},
        {"interval_sum", "ready_ns", "likewise"},
        {"interval_sum", "running_ns", "likewise"},
        {"interval_sum", "waiting_ns", "likewise"},
        {"interval_sum", "stopped_ns", "likewise"},
        {"interval_sum", "zombie_ns", "likewise"},
        {"interval_sum", "terminated_ns", "likewise"},
        {"interval_sum", "runnable_ns", "likewise"},
        {"interval_sum", "ready_estimated_ns", "likewise"},
        {"interval_sum", "switching_ns", "likewise"},
        {"interval_sum", "slices",
         "how often it had run how long at a time, JSON: the first is below 1 µs, the next half an octave each, 1 to "
         "1.41 µs, 1.41 to 2 µs …"},
        {"interval_sum", "longest_ns", "how long it had run at most at a time"},
        {"interval_sum", "longest_since_ns", "likewise, since the row before"},
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
