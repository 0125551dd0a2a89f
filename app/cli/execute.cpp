#include <signal.h>

#include <cerrno>
#include <iostream>
#include <string_view>

#include "cli/commands.h"
#include "cli/failure.h"
#include "core/error.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

struct Dispatch {
    int operator()(const WindowArguments&) const { return kWrongUsage; }
    int operator()(const RunArguments& arguments) const { return runCommand(arguments); }
    int operator()(const BenchArguments& arguments) const { return benchCommand(arguments); }
    int operator()(const CostsArguments& arguments) const { return costsCommand(arguments); }
    int operator()(const WaitingArguments& arguments) const { return waitingCommand(arguments); }
    int operator()(const SweepArguments& arguments) const { return sweepCommand(arguments); }
    int operator()(const ClaimsArguments& arguments) const { return claimsCommand(arguments); }
    int operator()(const ListArguments& arguments) const { return listCommand(arguments); }
    int operator()(const ShowArguments& arguments) const { return showCommand(arguments); }
    int operator()(const CheckArguments& arguments) const { return checkCommand(arguments); }
    int operator()(const ExportArguments& arguments) const { return exportCommand(arguments); }
    int operator()(const ReportArguments& arguments) const { return reportCommand(arguments); }
    int operator()(const LabArguments& arguments) const { return labCommand(arguments); }
    int operator()(const GradeArguments& arguments) const { return gradeCommand(arguments); }
    int operator()(const DoctorArguments& arguments) const { return doctorCommand(arguments); }
};

// A pipe whose reader has gone and a limit on the size of files are errors of the call that writes. Handled and not
// ignored: what is handled is as by default again in the programs that are started (execve(2)).
void handleSignalsOfWriting() {
    struct sigaction action {};
    action.sa_handler = [](int) {};
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaction(signal, &action, nullptr);
}

void flushOutput() {
    errno = 0;
    std::cout.flush();
    if (std::cout) return;
    throw Failure(kFailed,
                  "standard output cannot be written" + (errno == 0 ? std::string() : ": " + errorText(errno)));
}

// A message may have several lines, and name what came from outside.
void say(std::string_view message) {
    if (message.empty()) return;
    std::cerr << "ipclab: ";
    for (;;) {
        const std::size_t end = message.find('\n');
        std::cerr << printable(message.substr(0, end)) << '\n';
        if (end == message.npos) return;
        message.remove_prefix(end + 1);
    }
}

}  // namespace

int execute(const Arguments& arguments) {
    handleSignalsOfWriting();
    try {
        const int status = std::visit(Dispatch{}, arguments);
        flushOutput();
        return status;
    } catch (const Failure& failure) {
        std::cout.flush();
        say(failure.what());
        return failure.status();
    }
}

}  // namespace ipclab
