// The language of exercises: any text is an expression or an error at a place in it, and what is an expression has a
// value, whatever it asks and is told.
#include <functional>

#include "labs/measures.h"
#include "mutations.h"
#include "sample_run.h"

namespace ipclab::fuzz {
namespace {

// Some value that is the same for the same question.
LabValue someAnswer(const LabQuestion& question) {
    const std::size_t h = std::hash<std::string>()(question.name + '.' + question.member) + question.arguments.size();
    switch (h % 6) {
        case 0: return LabUnknown{"nobody looked"};
        case 1: return static_cast<double>(h % 1000) - 500;
        case 2: return (h & 64U) != 0;
        case 3: return std::string("text");
        case 4: return LabList{};
        default: return LabList{1.0, LabUnknown{"one is missing"}, 1e308, std::string("x"), true};
    }
}

const RunData& theRun() {
    static const RunData kRun = test::sampleRun();
    return kRun;
}

void checkExpression(const LabExpression& expression, std::string_view text) {
    demand(expression.text() == text, "an expression keeps its text", text);
    for (const auto& question : expression.questions()) {
        demand(question.at < text.size(), "a question has its place", text);
        (void)wrongWith(question);
        (void)wrongWith(question, &theRun().experiment);
    }
    (void)labValueText(expression.evaluate(someAnswer));
    (void)labValueText(expression.evaluate(measuresOf(theRun())));
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const std::string_view text = fuzz::textOf(data, sizeBytes);
    const auto parsed = LabExpression::parse(text);
    if (const auto* expression = std::get_if<LabExpression>(&parsed)) {
        checkExpression(*expression, text);
    } else {
        const auto& error = std::get<LabExpression::Error>(parsed);
        demand(!error.message.empty() && error.at <= sizeBytes, "an error says where and what", text);
    }
    return 0;
}

// A word of the language put in, or any bytes.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    static const std::vector<std::string> kWords{
        "sum(",  "min(",   "max(", "mean(", "count(",     "abs(",    "if(",      "round(",   "sqrt(",     "log2(",
        "*",     "and ",   "or ",  "not ",  "true",       "1e308",   "-",        "^",        "%",         "==",
        "!=",    "<=",     ")",    ",",     "\"a\"",      "process(", "link(",    "end(",     "cpu(0)",    "run.",
        ".sent", ".value", "exit(", ".code", "time_in(",  "waited(", "event(",   "setting(", "document.", ".links",
        "((((",  "0/0",    "descendants(", "prediction(", "\"producer\"", ".user_s", "shared(", ".t_s"};
    Choice choice(seed);
    std::string text(textOf(data, sizeBytes));
    if (choice.oneIn(3)) {
        text = mutatedBytes(text, maxBytes);
    } else {
        text.insert(choice.below(text.size() + 1), choice.of(kWords));
    }
    return intoBuffer(text, data, maxBytes);
}
