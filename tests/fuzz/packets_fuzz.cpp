// The control socket in both directions: lines that are packets, one after the other, as the launcher or the window
// gets them. What is decoded is encoded to the same again; what the launcher might say is told to the run's data, and
// the result is written; bytes of machine code are taken apart.
#include "export/data_export.h"
#include "export/result_json.h"
#include "json_mutator.h"
#include "programs/instruction.h"
#include "protocol/layout.h"
#include "protocol/messages.h"
#include "results/run_builder.h"
#include "results/run_warnings.h"
#include "sample_run.h"

namespace ipclab::fuzz {
namespace {

template <typename... T>
std::vector<std::string> oneOfEach(const std::variant<T...>*) {
    return {encode(T{})...};
}

const std::vector<std::string>& packets() {
    static const std::vector<std::string> kPackets = oneOfEach(static_cast<const Message*>(nullptr));
    return kPackets;
}

const Vocabulary& vocabulary() {
    static const Vocabulary kWords = [] {
        Vocabulary words{{"code", "signal", "given", "queued", "capacity_bytes", "limit", "run_ns"},
                         {"ask", "kill", "exec", "run", "nice", "cpus", "capacity_bytes", "bytes", "messages"}};
        for (const std::string& packet : packets()) words.words.push_back(Json::parse(packet)["type"]);
        return words;
    }();
    return kWords;
}

void checkDecoded(const Decoded& decoded, std::string_view packet) {
    demand(decoded.message.has_value() != !decoded.problem.empty(), "a packet is a message or has a problem", packet);
    if (!decoded.message) return;
    const std::string encoded = encode(*decoded.message);
    const Decoded again = decode(encoded);
    demand(again.message.has_value(), "what was encoded is decoded: " + again.problem, encoded);
    demand(encode(*again.message) == encoded, "what was decoded is encoded to the same", encoded);
}

void checkResult(RunBuilder& builder, const Segment& segment) {
    builder.finish(segment, test::kStart + kNsPerSecond);
    const RunData& data = builder.data();
    (void)jsonText(resultJson(data, {}, resultWarnings(data)));
    (void)seriesCsv(data);
    for (const RunEvent& event : data.events)
        demand(!event.process || *event.process < data.processes.size(), "an event is of a process there is");
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    static const Experiment kExperiment = test::sampleExperiment();
    static const Segment kSegment = makeSegment(kExperiment);
    RunBuilder builder(kExperiment);
    for (const std::string& packet : linesOf(fuzz::textOf(data, sizeBytes))) {
        const Decoded decoded = decode(packet.substr(0, kLongestPacketBytes));
        checkDecoded(decoded, packet);
        if (decoded.message) builder.apply(*decoded.message, kSegment);
    }
    checkResult(builder, kSegment);
    const Instruction instruction = instructionOf({data, sizeBytes});
    demand(instruction.lengthBytes <= sizeBytes, "an instruction is no longer than its bytes");
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    std::vector<std::string> lines = linesOf(textOf(data, sizeBytes));
    if (lines.empty() || choice.oneIn(3)) {
        mutateLines(lines, packets(), choice);
    } else {
        std::string& line = lines[choice.below(lines.size())];
        line = mutatedJson(line, vocabulary(), line.size() + 512, choice);
        std::erase(line, '\n');
    }
    return intoBuffer(joinedLines(lines), data, maxBytes);
}
