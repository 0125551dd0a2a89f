#include <iostream>
#include <string_view>

#include "cli/commands.h"
#include "cli/failure.h"

namespace ipclab {

namespace {

struct Dispatch {
    int operator()(const WindowArguments&) const { return kWrongUsage; }
    int operator()(const RunArguments& arguments) const { return runCommand(arguments); }
    int operator()(const BenchArguments& arguments) const { return benchCommand(arguments); }
    int operator()(const CostsArguments& arguments) const { return costsCommand(arguments); }
    int operator()(const ListArguments& arguments) const { return listCommand(arguments); }
    int operator()(const ShowArguments& arguments) const { return showCommand(arguments); }
    int operator()(const CheckArguments& arguments) const { return checkCommand(arguments); }
    int operator()(const ExportArguments& arguments) const { return exportCommand(arguments); }
    int operator()(const LabArguments& arguments) const { return labCommand(arguments); }
    int operator()(const DoctorArguments& arguments) const { return doctorCommand(arguments); }
};

}  // namespace

int execute(const Arguments& arguments) {
    try {
        const int status = std::visit(Dispatch{}, arguments);
        std::cout.flush();
        if (!std::cout) throw Failure(kFailed, "standard output cannot be written");
        return status;
    } catch (const Failure& failure) {
        const std::string_view message = failure.what();
        if (!message.empty()) std::cerr << "ipclab: " << message << '\n';
        return failure.status();
    }
}

}  // namespace ipclab
