#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/quantities.h"
#include "cli/text_table.h"
#include "results/process_totals.h"

namespace ipclab {

namespace {

std::size_t terminalWidth() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

}  // namespace

bool progressIsVisible() {
    const char* term = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && (term == nullptr || std::string_view(term) != "dumb");
}

std::string progressText(const std::string& title, const RunData& data, std::size_t width) {
    std::array<char, 64> time{};
    if (data.experiment.durationNs) {
        std::snprintf(time.data(), time.size(), "%.1f / %g s", data.durationS(),
                      toSeconds(*data.experiment.durationNs));
    } else {
        std::snprintf(time.data(), time.size(), "%.1f s", data.durationS());
    }
    std::string text = data.startNs == 0 ? title + "  starting" : title + "  " + time.data();
    for (const LinkData& link : data.links) {
        if (data.startNs == 0) break;
        text += "  " + printable(link.name) + ' ';
        if (link.counted) {
            text +=
                quantity(newest(link.messagesPerSecond), "") + "/s, queue " + quantity(newest(link.depthMessages), "");
        } else {
            text += quantity(newest(link.bytesPerSecond), "B/s");
        }
    }
    return shortened(text, width);
}

void showProgress(const std::string& title, const RunData& data) {
    if (progressIsVisible()) showProgress(progressText(title, data, terminalWidth() - 1));
}

void showProgress(const std::string& line) {
    if (!progressIsVisible()) return;
    std::fprintf(stderr, "\r%s\033[K", printable(line).c_str());
    std::fflush(stderr);
}

void clearProgress() {
    if (!progressIsVisible()) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
}

}  // namespace ipclab
