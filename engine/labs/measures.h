// What exercises may ask of a run: the quantities of `list quantities`, the states, the ends, what was told and set.
//
//   process("a").user_s   link("pipe").sent   shared("counter").…   end("pipe", 0).…   cpu(0).…   run.…
//       quantities of results/quantities.def by their ids; (*): of all, a list
//   exit("a").code  .signal  .cause
//       how it ended; code and signal only where it ended so
//   time_in("a", "waiting")
//       seconds in a state (core/process_state.h) since it was born
//   waited("a", "full")
//       seconds it waited for that reason, where reasons are known
//   descendants("a").count  .alive  .zombie_s  .reparented
//       processes it and theirs have made; of those: who outlived the run, seconds as zombies, how many got another
//       parent
//   event("exited", "a").code   event("pages", *, "who", "writer").private_pages   event("exited").t_s
//       that field of all such events, in order, or when they were (seconds since the start); of one process or of any;
//       of those alone whose fields are so (up to two pairs). Facts of programs are events too
//   setting("/links/0/capacity")
//       what the document had when the run began (a JSON pointer)
//   document.links  .processes  .shared
//       how many it had
//
// Nothing in it reads a clock or a file: the same run gives the same values, today or from a recording.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "labs/expression.h"
#include "results/run_data.h"

namespace ipclab {

// `run` outlives what is made of it, and does not change meanwhile: its document is made JSON once. One thread.
LabExpression::Answer measuresOf(const RunData& run);

// What is wrong with the question, whatever the run: there is no such word, quantity, state, event or field, or a
// number of arguments it does not take. Where a document is given, also: no process or link in it has that name.
std::optional<std::string> wrongWith(const LabQuestion& question, const Experiment* document = nullptr);

// A number of that member names something and counts nothing: a PID, a port, an exit code. It is written as it is,
// without separators.
bool isNameMember(std::string_view member);

}  // namespace ipclab
