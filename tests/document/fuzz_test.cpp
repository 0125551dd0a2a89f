// Mutated presets: reading never crashes, every problem has a place, and what is accepted is written and read again
// as the same. The seed is printed with a failure; IPCLAB_FUZZ_SEED and IPCLAB_FUZZ_ROUNDS repeat or lengthen it.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <random>

#include "document/setting.h"
#include "documents.h"
#include "protocol/messages.h"

namespace ipclab::test {

namespace {

using nlohmann::ordered_json;

std::uint64_t fromEnvironment(const char* name, std::uint64_t usual) {
    const char* text = std::getenv(name);
    return text == nullptr ? usual : std::strtoull(text, nullptr, 10);
}

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_random() % bound; }

    // Bytes: flipped, removed, repeated, inserted, cut off.
    std::string bytes(std::string text) {
        for (std::size_t i = 0; i <= below(4); ++i) {
            const std::size_t at = below(text.size());
            switch (below(6)) {
                case 0:
                    text[at] = static_cast<char>(m_random());
                    break;
                case 1:
                    text.erase(at, 1 + below(20));
                    break;
                case 2:
                    text.insert(at, text.substr(below(text.size()), below(40)));
                    break;
                case 3:
                    text.insert(at, pick());
                    break;
                case 4:
                    text[at] = "{}[]\",:0-e\\"[below(11)];
                    break;
                default:
                    if (below(4) == 0) text.resize(at);
            }
            if (text.empty()) text = "{";
        }
        return text;
    }

    // Trees: a value somewhere replaced, removed, renamed or taken from elsewhere.
    void tree(ordered_json& document) {
        ordered_json* at = &document;
        while (at->is_structured() && !at->empty() && (at == &document || below(4) != 0)) {
            auto element = at->begin();
            std::advance(element, static_cast<std::ptrdiff_t>(below(at->size())));
            if (below(12) == 0) return at->erase(element), void();
            if (at->is_object() && below(12) == 0) {
                (*at)[element.key() + "x"] = 1;
                return;
            }
            at = &*element;
        }
        *at = value();
    }

private:
    std::string pick() {
        static const std::vector<std::string> kWords{"1e999",        "-1",          "null",
                                                     "NaN",          "\"\\u0000\"", "\\ud800",
                                                     "\xEF\xBB\xBF", "[[[[",        "9223372036854775808",
                                                     "\"pipe\"",     "{\"a\":1}",   "\x00"};
        return kWords[below(kWords.size())];
    }

    ordered_json value() {
        static const std::vector<ordered_json> kValues{nullptr,
                                                       true,
                                                       -1,
                                                       0,
                                                       1,
                                                       31,
                                                       4096,
                                                       1e9,
                                                       0.5,
                                                       -0.0,
                                                       5e-324,
                                                       1e300,
                                                       18446744073709551615U,
                                                       std::numeric_limits<std::int64_t>::min(),
                                                       "",
                                                       "pipe",
                                                       "posix-mq",
                                                       "posix-shm",
                                                       "command",
                                                       "relay",
                                                       "client",
                                                       "producer",
                                                       "consumer",
                                                       "kill",
                                                       "set",
                                                       "exec",
                                                       std::string("\0", 1),
                                                       std::string(100, 'x'),
                                                       "→",
                                                       ordered_json::array(),
                                                       ordered_json::object(),
                                                       ordered_json::array({"cat"}),
                                                       ordered_json::array({0, 1}),
                                                       ordered_json::array({"producer", "consumer"}),
                                                       ordered_json{{"bytes", 4096}},
                                                       ordered_json{{"messages", 8}},
                                                       ordered_json{{"process", "producer"}, {"mode", "nonblocking"}}};
        return kValues[below(kValues.size())];
    }

    std::mt19937_64 m_random;
};

void expectSoundAnswer(const std::string& text) {
    const ReadResult result = readExperiment(text, "fuzz.ipclab.json");
    ASSERT_TRUE(result.experiment || exitStatus(result.problems) == 2) << "refused without saying why:\n" << text;
    for (const Problem& problem : result.problems) {
        ASSERT_GT(problem.line, 0U) << problem.message;
        ASSERT_GT(problem.column, 0U) << problem.message;
        ASSERT_FALSE(problem.message.empty());
        ASSERT_FALSE(formatProblem("f", problem).empty());
    }
    if (!result.experiment) return;
    const std::string written = writeExperiment(*result.experiment);
    const ReadResult again = readExperiment(written, "fuzz.ipclab.json");
    ASSERT_TRUE(again.experiment) << "written but not readable:" << listed(again.problems) << "\n" << written;
    ASSERT_EQ(*again.experiment, *result.experiment) << written;
}

template <typename Mutate>
void fuzz(Mutate mutate) {
    const std::uint64_t seed = fromEnvironment("IPCLAB_FUZZ_SEED", std::random_device{}());
    const std::uint64_t rounds = fromEnvironment("IPCLAB_FUZZ_ROUNDS", 4000);
    SCOPED_TRACE("IPCLAB_FUZZ_SEED=" + std::to_string(seed));
    std::vector<std::string> presets;
    for (const auto& file : presetFiles()) presets.push_back(fileText(file));
    Mutator mutator(seed);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        mutate(mutator, presets[mutator.below(presets.size())]);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(Fuzz, MutatedBytes) {
    fuzz([](Mutator& mutator, const std::string& preset) { expectSoundAnswer(mutator.bytes(preset)); });
}

TEST(Fuzz, MutatedTrees) {
    fuzz([](Mutator& mutator, const std::string& preset) {
        ordered_json document = ordered_json::parse(preset);
        for (std::size_t i = 0; i <= mutator.below(3); ++i) mutator.tree(document);
        expectSoundAnswer(document.dump(2));
    });
}

TEST(Fuzz, MutatedSettings) {
    fuzz([](Mutator& mutator, const std::string& preset) {
        ordered_json document = ordered_json::parse(preset);
        const std::string assignment = mutator.bytes("producer.rate_per_s=/links/0/capacity/bytes=4096");
        const ordered_json before = document;
        const SettingResult result = applySetting(document, assignment);
        if (result.problem) {
            ASSERT_EQ(document, before) << assignment;
        }
    });
}

TEST(Fuzz, MutatedMessages) {
    fuzz([](Mutator& mutator, const std::string&) {
        ProcessExited exited;
        exited.code = 3;
        exited.runNs = 5;
        const Decoded decoded = decode(mutator.bytes(encode(exited)));
        ASSERT_NE(decoded.message.has_value(), !decoded.problem.empty());
    });
}

}  // namespace

}  // namespace ipclab::test
