#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "programs/record_form.h"
#include "programs/registry.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr int kFormRounds = 31;                // of which the median is told
constexpr Nanoseconds kFormRoundNs = 200'000;  // at least, so that reading the clock does not count
constexpr std::uint32_t kMostInFormRound = 1U << 20;

template <typename Work>
Nanoseconds roundOf(std::uint32_t times, Work& work) {
    const Nanoseconds since = monotonicNow();
    for (std::uint32_t i = 0; i < times; ++i) work();
    return monotonicNow() - since;
}

// Of one piece of work; the rounds that find how many belong in one also warm up.
template <typename Work>
Nanoseconds medianOfWork(Work work) {
    std::uint32_t times = 1;
    while (roundOf(times, work) < kFormRoundNs && times < kMostInFormRound) times *= 2;
    std::array<Nanoseconds, kFormRounds> rounds{};
    for (Nanoseconds& round : rounds) round = roundOf(times, work);
    const auto middle = rounds.begin() + kFormRounds / 2;
    std::ranges::nth_element(rounds, middle);
    return *middle / times;
}

template <typename Number>
std::string fieldText(Number value) {
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::array<std::string, kSampleFields> valueTexts(const SampleRecord& record) {
    std::string list;
    for (const std::int32_t value : record.numbers) list += (list.empty() ? "" : ", ") + fieldText(value);
    return {fieldText(record.one),
            fieldText(record.minusTwo),
            fieldText(record.large),
            fieldText(record.real),
            record.text,
            list};
}

// What stands in network order, as a reader takes it that knows nothing of orders.
template <typename Number>
Number readWithoutConverting(Number written) {
    static_assert(std::endian::native == std::endian::little, "here the forgetful reader is the little-endian one");
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(Number)>>(written);
    std::ranges::reverse(bytes);
    return std::bit_cast<Number>(bytes);
}

class Representation : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "representation",
            .name = TEXT("program", "External data representation"),
            .summary = TEXT("program",
                            "Writes one record in every form there is (memory, XDR, Protocol Buffers, Thrift, JSON), "
                            "reads it again and tells bytes, sizes and times."),
            .sends = {0, 0},
            .receives = {0, 0},
            .endsByItself = true,
            .tells = true,
            .needsStacks = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        const SampleRecord record;
        for (const FormKind& kind : allFormKinds()) {
            if (const RecordForm* form = findRecordForm(kind.id)) {
                tellForm(worker, record, *form);
            } else {
                worker.tell("form-missing", {{"form", kind.id}, {"package", kind.package}});
            }
            worker.countIteration();
            if (worker.isStopping()) return 0;
        }
        tellMisread(worker, record);
        return 0;
    }

private:
    static void tellForm(WorkerContext& worker, const SampleRecord& record, const RecordForm& form) {
        std::vector<std::byte> bytes;
        form.encode(record, bytes);
        SampleRecord back{.one = 0, .minusTwo = 0, .large = 0, .real = 0, .text = {}, .numbers = {}};
        if (!form.decode(bytes, back) || back != record)
            throw std::runtime_error(std::string(form.id) + ": what was read is not what was written");
        std::vector<std::byte> again;
        const Nanoseconds encodeNs = medianOfWork([&] { form.encode(record, again); });
        const Nanoseconds decodeNs = medianOfWork([&] { static_cast<void>(form.decode(bytes, back)); });
        worker.tell("represented", {{"form", form.id},
                                    {"size_bytes", bytes.size()},
                                    {"encode_ns", encodeNs},
                                    {"decode_ns", decodeNs},
                                    {"bytes", std::span<const std::byte>(bytes)}});
        const FieldPlaces places = form.places(record);
        const auto values = valueTexts(record);
        for (std::size_t i = 0; i < kSampleFields; ++i)
            worker.tell("represented-field", {{"form", form.id},
                                              {"field", kSampleFieldNames[i]},
                                              {"value", values[i]},
                                              {"offset", places[i].offset},
                                              {"length", places[i].length}});
    }

    static void tellMisread(WorkerContext& worker, const SampleRecord& record) {
        const auto tell = [&](std::size_t field, auto written) {
            auto bytes = std::bit_cast<std::array<std::byte, sizeof written>>(written);
            std::ranges::reverse(bytes);
            worker.tell("misread", {{"field", kSampleFieldNames[field]},
                                    {"written", fieldText(written)},
                                    {"bytes", std::span<const std::byte>(bytes)},
                                    {"read", fieldText(readWithoutConverting(written))}});
        };
        tell(0, record.one);
        tell(1, record.minusTwo);
        tell(2, record.large);
        tell(3, record.real);
    }
};

}  // namespace

const Program& representationProgram() {
    static const Representation program;
    return program;
}

}  // namespace ipclab
