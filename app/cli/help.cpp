#include "cli/help.h"

namespace ipclab::help {

const char* const kProgram =
    "ipclab - a laboratory for processes and interprocess communication.\n"
    "Runs real processes over real mechanisms and shows what happens.\n"
    "Without a command it opens its window.\n";

const char* const kProgramFooter = R"(Examples:
  ipclab                          the window
  ipclab list presets             what there is to run
  ipclab run first                run one experiment, print its result
  ipclab run first --export out   the same; charts and data into the folder out
  ipclab bench --mechanism pipe,unix-stream
  ipclab sweep first --vary links.*.mechanism=pipe,fifo
  ipclab report FILE.ipclab --to report.pdf
  ipclab doctor                   what this machine offers, and what is missing

Exit status: 0 done, 1 failed, 2 wrong usage or an invalid document, 3 this
machine lacks what was asked for, 130 interrupted.
`ipclab COMMAND --help` says more about a command.)";

const char* const kRun = "Run an experiment from start to result.";

const char* const kRunFooter = R"(Ctrl+C ends the run in order: the processes finish, the result so far is
printed. A second Ctrl+C ends it at once.

Examples:
  ipclab run first
  ipclab run first --set producer.rate_per_s=5000 --duration 10
  ipclab run first --set /links/0/mechanism=tcp --json | jq .links[0].throughput
  ipclab run mine.ipclab.json --record today.ipclab --export results

--set takes a JSON pointer (/processes/0/rate_per_s), or the name of a process
or link and a field (producer.rate_per_s), or a field of the document itself
(sample_hz). `ipclab show PRESET` prints a document with its fields.

NAME.FIELD=null takes the field away.

--export writes run.json, experiment.ipclab.json, series.csv, figures.csv,
latency.csv, states.csv, events.csv, trace.json for Perfetto, the charts as SVG,
PNG and PDF, index.html and a README.txt that lists the files and explains every
column. Files of these names are replaced.

--all prints every figure of the run below its result; `ipclab list quantities`
says what each is and how it is had.

--calibrate runs the experiment ten times for at most a second before, observed
and unobserved in turn, and says what share of its work is left when it is
observed: observer.cost in JSON.

In the tables `calls` are system calls of both ends per message received,
`ready` is waiting for a CPU, `end` is how a process ended.

A rate is taken between the first message received and the newest timed one
(first_s, last_s and active_s in JSON); in series.csv each over its
rate_window_s. Where a command receives it counts what was sent; bytes by
/proc/PID/io from the start to when they grew last. latency_ns counts from when
a message was due to be sent (response time), transit_ns from when it was
really sent; without a pace they are the same.

In JSON null stands for what is not known, such as the messages between two
commands, or the states of processes not observed; each link's `source` says
where its figures come from, and why one is not known. Of a link's depth, mean
and max are messages counted by the ends; capacity and system_max are the
system's own figures in `unit`.)";

const char* const kBench = "Measure mechanisms against each other.";

const char* const kBenchFooter = R"(Two processes, no observation, every message checked. Repeats are interleaved
across the rows (A B C A B C ...), a first round is thrown away; printed is the
median with its 95 % interval, or with the least and the largest where there
are fewer than six repeats: no interval of them reaches 95 % (five: 93.8 %).

Examples:
  ipclab bench
  ipclab bench --mechanism pipe,posix-shm --size 64,4096 --pin apart
  ipclab bench --pattern ping-pong --pin same --size 64 --json
  ipclab bench --mechanism pipe,tcp,posix-shm --reference --repeat 9

one-way: a rate counts messages received and checked; one message in 64 carries
its time, and its latency is that of a link which is always full.
ping-pong: a rate counts round trips, latency is that of a round trip.
95 % is the interval of the median, in per cent of it, `min max` the least and
the largest (coverage in JSON says what they are worth); ! marks rows whose
repeats disagree by more than 15 %. CPU/M is CPU time of both ends for a million
messages, `calls` are system calls of both ends per message.

--reference measures beside each row a bare loop of the same system calls: the
same processes, launched and placed alike, on a link made alike, with no header,
no check and no counters; in turns, and every second round the other way round.
`bare/s` is its median, `cost` what a message takes longer with the laboratory
(with ping-pong: a round trip), `ratio` the laboratory's rate to the bare one,
each with the interval of the pairs. In shared memory the bare loop copies each
message in and out, which the laboratory need not always: it may be the faster.

A figure without the placement of both ends means little, and this kind of
machine drifts: compare rows of one run only.)";

const char* const kCosts = "Measure what it costs to make a process and to switch to another.";

const char* const kCostsFooter = R"(Making one: from the call until its end is known, by a thread, vfork, fork, and
by those that start a program (vfork + exec, posix_spawn, fork + exec), each
with a parent that has 1, 16, 64 and 256 MiB of resident memory, whose page
tables fork copies. Switching: half of what a round trip of a byte by two pipes
takes beyond its four system calls, between processes and between threads, on
the same core and on two (there it is above all the waking of a core that
sleeps).

Examples:
  ipclab costs
  ipclab costs --repeat 200 --export costs/
  ipclab costs --json | jq '.creation[] | select(.method == "fork")'

The methods alternate; printed is the median with its 95 % interval.)";

const char* const kWaiting = "Measure what waiting costs a server, against its connections.";

const char* const kWaitingFooter = R"(For each strategy a server with 1, 10, 100, 1,000 and 10,000 connections over
UNIX sockets, of which one asks and the others are silent. CPU is that of the
server a request, without opening and closing connections; `looked` are
descriptors the kernel looked at one by one, a request.

Examples:
  ipclab waiting --strategy select,poll,epoll-level,io-uring
  ipclab waiting --connections 10,10000 --repeat 9 --export waiting/
  ipclab waiting --json | jq '.rows[] | select(.strategy == "poll") | .cpu_ns'

The rows alternate; printed are the medians, of CPU with the 95 % interval or,
with fewer than six repeats, the least and the largest. What cannot be measured
here is named with the reason.)";

const char* const kSweep = "Run an experiment again and again while its properties change.";

const char* const kSweepFooter = R"(Every combination of the values is a cell; each cell is warmed up once, then run
--repeat times, the repeats of all cells interleaved. Printed are medians with
their 95 % intervals (bootstrap). With --baseline also the ratio to it, and
whether the difference is real (Mann and Whitney's test).

--vary takes what --set takes, with commas between the values. A * stands for
every element of a list; 1..8 are whole numbers, 0..100+25 steps, 64..65536*4
factors; pin=same,apart,free says on which CPUs the processes run; a mechanism
may be `all`, and loop=ipclab,bare measures a bare loop of system calls beside
producer and consumer. In place of a document, one-way and ping-pong are the
experiments of `ipclab bench`: every mechanism with four sizes, unless --vary
says others.

Examples:
  ipclab sweep one-way --repeat 5 --resume all.sweep --export all/
  ipclab sweep first --vary links.*.mechanism=pipe,fifo,unix-stream --duration 1
  ipclab sweep first --vary producer.message_bytes=64..65536*4 \
      --vary pin=same,apart --figure bytes_per_s --export sizes/
  ipclab sweep mine.ipclab.json --vary producer.rate_per_s=1000,2000,4000 \
      --repeat 9 --resume rates.sweep --baseline 1000
  ipclab sweep --resume rates.sweep --again

Ctrl+C ends it in order; what was measured is printed, and with --resume kept:
whatever is killed loses at most the run that was being made. The file is an
SQLite database; its view `measured` has everything.)";

const char* const kClaims = "Measure here what textbooks and course notes claim.";

const char* const kClaimsFooter = R"(Each claim is measured in turns with what it is compared with, for some seconds,
and gets a verdict: confirmed, refuted, or cannot tell. A verdict is given only
where the whole 95 % interval (bootstrap of medians) lies on one side of what
the claim says, and not where this machine did other work in most measurements.
Ctrl+C ends it in order; what was measured is printed.

Examples:
  ipclab claims --list
  ipclab claims fifo-slow,shm-fastest
  ipclab claims --json | jq '.claims[] | {id, verdict}'

Exit status: 0 measured, whatever the verdict; 3 none of them can be measured on
this machine; 130 interrupted.)";

const char* const kList = "List mechanisms, strategies, programs, quantities, presets, labs or measures.";
const char* const kListFooter = R"(Examples:
  ipclab list presets
  ipclab list mechanisms --json | jq '.[] | select(.available) | .id'
  ipclab list measures            what the checks of an exercise may ask for)";

const char* const kShow = "Print the document of a preset or lab.";
const char* const kShowFooter = R"(Example:
  ipclab show first > mine.ipclab.json    a start for an experiment of your own)";

const char* const kCheck = "Validate a document.";
const char* const kCheckFooter = R"(Every problem is printed with file, line, JSON pointer and what was expected.

Exit status: 0 it can run here, 2 it is invalid, 3 it is sound but this machine
cannot run it.)";

const char* const kExport = "Write the charts and data of a recording to a folder.";
const char* const kExportFooter = R"(Examples:
  ipclab run first --record first.ipclab
  ipclab export first.ipclab --to out
  ipclab export first.ipclab --to out --format svg,csv --width 1200 --theme dark
  ipclab export first.ipclab --to out --format trace

trace.json has the states of every process and thread, who ran on each CPU,
depths and rates as counters, and the events: open it in ui.perfetto.dev or
chrome://tracing.)";

const char* const kReport = "Make a report of a recording or a sweep: one HTML file, or a PDF.";
const char* const kReportFooter = R"(Sections: question, experiment, host, method, answers, charts, processes, links,
shared, events, cells, statistics, verdicts, warnings, notes, figures, document
and source, which has the SHA-256 of FILE. What FILE has nothing of is left out.

Notes are Markdown. The first lines may say more, between two lines of ---:
title: ..., author: ..., question: ... The window keeps them in FILE.notes.md,
beside what was measured, which is never changed.

Examples:
  ipclab run first --record first.ipclab
  ipclab report first.ipclab --to first.pdf --template student \\
      --author "Kim Minji" --question "When does the producer wait?"
  ipclab report first.ipclab --to first.html --language ko
  ipclab report rates.sweep --to rates.pdf --paper letter --baseline 1000)";

const char* const kLab = "Run an exercise without the window, print each verdict.";
const char* const kLabFooter = R"(`ipclab list labs` prints the exercises. What an exercise does not allow to be
changed cannot be; verdicts are made of what was measured. Exit status 1: not
every point was got, a program does not compile (what the compiler said is then
on standard error, in its own form), or with `check` not every solution did as
its author says; 2: wrong usage, or an exercise that is not whole; 3: this
machine lacks what it needs.

A step with a node for a program of yours takes a C source, FILE.c, or any
other executable. Sources are compiled with `cc -std=c11 -Wall -Wextra -O1 -g
-pthread`, where ipclab_message.h is found; what runs has limits of time,
memory and processes.

Examples:
  ipclab lab p12-forks --predict processes=8
  ipclab lab p12-forks --solution reference --report mine.zip --student Kim
      --words why=@answer.txt
  ipclab lab m15-own-filter --starter filter > mine.c
  ipclab lab m15-own-filter --program filter:mine.c
  ipclab lab new "My Exercise"      a folder to begin with; its id: my-exercise
  ipclab lab check "My Exercise"    is it whole, and can each check fail?
                                    (it runs all that is in the folder))";

const char* const kGrade = "Judge again what was handed in.";
const char* const kGradeFooter = R"(Every file is judged from the recordings in it; what it claims is compared and
never believed. Edited files, and runs and sources that two files share, are
named. Nothing in a file is compiled or executed: the sources of students' own
programs are printed for reading. Exit status 1: a file could not be judged; 2:
wrong usage, or nothing was handed in. What is found in a file that can be
judged is told, and changes no status.

Examples:
  ipclab grade handed-in
  ipclab grade handed-in --answers | less
  ipclab grade handed-in --csv > points.csv
  ipclab grade handed-in --lab my-exercise --json)";

const char* const kDoctor = "What this machine offers, what is missing, how to get it.";
const char* const kDoctorFooter = R"(It changes nothing. Exit status 1: the laboratory cannot run here at all.
Where exact states are forbidden it prints the one command that allows them.

IPCLAB_FORBID_PERF=1 in the environment makes every command behave as where
they are forbidden: states are sampled, and called so. With 3 or 4 it stands for
that level of kernel.perf_event_paranoid.)";

}  // namespace ipclab::help
