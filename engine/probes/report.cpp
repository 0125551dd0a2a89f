#include "probes/report.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

namespace ipclab {

namespace {

void print(const nlohmann::json& line) {
    const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

int reportProbe(const Probe& probe, unsigned repeats) {
    try {
        probe.measure(repeats, [](std::string_view figure, double value) {
            print({{"figure", figure}, {"value", value}});
        });
    } catch (const MachineLacks& error) {
        print({{"lacks", error.what()}});
        return 0;
    } catch (const std::exception& error) {
        print({{"failed", error.what()}});
        return 1;
    }
    print({{"complete", true}});
    return 0;
}

}  // namespace

std::optional<int> probeAsked(int argc, char** argv) {
    constexpr unsigned kMostRepeats = 1000;
    if (argc != 4 || std::strcmp(argv[1], "--probe") != 0) return std::nullopt;
    const Probe* probe = findProbe(argv[2]);
    const char* const end = argv[3] + std::strlen(argv[3]);
    unsigned repeats = 0;
    const auto [at, error] = std::from_chars(argv[3], end, repeats);
    const bool sound = error == std::errc{} && at == end && repeats > 0 && repeats <= kMostRepeats;
    if (probe == nullptr || !sound) return 2;
    return reportProbe(*probe, repeats);
}

}  // namespace ipclab
