// What the processes of a run say to their parent: why they failed, what they measured, what commands print.
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/error.h"
#include "core/sentences.h"
#include "launcher/children.h"
#include "programs/facts.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

constexpr std::size_t kMostFacts = 4096;

std::string stageName(ChildStage stage) {
    switch (stage) {
        case ChildStage::Open:
            return "open";
        case ChildStage::Exec:
            return "exec";
        case ChildStage::Run:
            return "run";
        default:
            return "setup";
    }
}

}  // namespace

void Children::readReport(std::uint32_t process) {
    Child& child = m_children[process];
    // A bounded number a turn: a child that tells without end must not keep the launcher from the others.
    for (int turn = 0; turn < 64 && child.report; ++turn) {
        ChildReport report;
        const ssize_t length = ::read(child.report.get(), &report, sizeof report);
        if (length < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (length != static_cast<ssize_t>(sizeof report) || !takeReport(process, report)) child.report.reset();
    }
    if (child.foreign && !child.report) lookAtMemoryOf(process);
}

bool Children::takeReport(std::uint32_t process, ChildReport& report) {
    if (report.kind == ReportKind::Failure) {
        report.text[sizeof report.text - 1] = '\0';
        m_tell(
            LaunchFailed{process, stageName(report.stage), report.error, failureText(process, report), monotonicNow()});
        return true;
    }
    std::optional<ToldFact> fact = readFact(report);
    if (!fact) return false;
    Child& child = m_children[process];
    if (++child.facts == kMostFacts) {
        m_tell(RunWarning{
            say(Sentence::FactsLeftOut, {{"process", m_experiment.processes[process].name}, {"count", kMostFacts}})});
    }
    if (child.facts < kMostFacts) {
        m_tell(FactTold{process, fact->pid, fact->atNs, std::move(fact->id), std::move(fact->values)});
    }
    return true;
}

// What failed, at which of its links, and what helps where a limit of its own was in the way.
std::string Children::failureText(std::uint32_t process, const ChildReport& report) const {
    std::string text = report.text;
    const std::string error = errorText(report.error);
    if (!text.ends_with(error)) text += ": " + error;
    if (report.stage != ChildStage::Run) return text;
    const Waiting at = Waiting::unpack(m_segment.processes()[process].waiting.load(memory_order_relaxed));
    const bool atLink = at.reason == WaitReason::Full || at.reason == WaitReason::Empty;
    if (atLink && at.link < m_experiment.links.size()) {
        text = say(at.reason == WaitReason::Full ? Sentence::SendingFailed : Sentence::ReceivingFailed,
                   {{"link", m_experiment.links[at.link].name}, {"why", text}});
    }
    const auto& openFiles = m_experiment.processes[process].limits.openFiles;
    if (report.error != EMFILE || !openFiles) return text;
    return say(Sentence::OpenFilesReached, {{"why", text}, {"limit", *openFiles}});
}

OutputLines::Tell Children::tellLine(std::uint32_t process, Stream stream) {
    return [this, process, stream](const std::string& line, std::uint64_t leftOut) {
        m_tell(OutputRead{process, stream == Stream::Errors, line, leftOut, monotonicNow()});
    };
}

void Children::readOutput(std::uint32_t process, Stream stream) {
    Child& child = m_children[process];
    UniqueFd& fd = stream == Stream::Errors ? child.errors : child.output;
    OutputLines& lines = stream == Stream::Errors ? child.errorLines : child.outputLines;
    std::array<char, 4096> buffer{};
    // A bounded number of reads a turn: one chatty command must not keep the launcher from the others.
    for (int turn = 0; turn < 16 && fd; ++turn) {
        const ssize_t length = ::read(fd.get(), buffer.data(), buffer.size());
        if (length < 0) return;
        if (length > 0) {
            lines.take({buffer.data(), static_cast<std::size_t>(length)}, tellLine(process, stream));
        } else {
            fd.reset();
            finishOutput(process, stream);
        }
    }
}

void Children::finishOutput(std::uint32_t process, Stream stream) {
    Child& child = m_children[process];
    (stream == Stream::Errors ? child.errorLines : child.outputLines).finish(tellLine(process, stream));
}

// It has ended: whatever it still says comes before the word of its end.
void Children::hearLastWords(std::uint32_t process) {
    if (m_children[process].report) readReport(process);
    for (const Stream stream : {Stream::Output, Stream::Errors}) {
        readOutput(process, stream);
        finishOutput(process, stream);
    }
}

}  // namespace ipclab
