// Exercises from anywhere: lab.json, and behind a form feed each its texts. What is sound can be judged, whatever was
// run and answered.
#include <cmath>

#include "json_mutator.h"
#include "labs/lab_reader.h"
#include "labs/verdict.h"
#include "sample_run.h"

namespace ipclab::fuzz {
namespace {

LabTexts textsOf(std::string_view input) {
    LabTexts texts;
    const std::size_t end = input.find('\f');
    texts.json = input.substr(0, end);
    const std::string markdown(end == std::string_view::npos ? std::string_view("# one\n\n# start\n")
                                                             : input.substr(end + 1));
    texts.markdown = {{"en", markdown}, {"ko", markdown}};
    return texts;
}

LabPresets noPresets() {
    return [](std::string_view) { return std::optional<Experiment>(test::sampleExperiment()); };
}

LabAnswers answersTo(const Lab& lab) {
    LabAnswers answers;
    for (const auto& step : lab.steps) {
        for (const auto& prediction : step.predictions) {
            const auto count = std::max<std::size_t>({prediction.options.size(), prediction.at.size(), 1});
            answers[prediction.id] = LabAnswer(count % 3 == 0 ? 0 : count, 1.0);  // also none, and too many
        }
    }
    return answers;
}

void checkVerdicts(const Lab& lab) {
    static const RunData kRun = test::sampleRun();
    const LabAnswers answers = answersTo(lab);
    const double most = lab.points();
    double got = 0;
    LabBefore before;
    for (const auto& step : lab.steps) {
        (void)experimentOf(lab, step);
        const std::vector<const RunData*> runs(step.trials, &kRun);
        const LabStepVerdict verdict = judgeStep(step, runs, answers, before);
        demand(verdict.checks.size() == step.checks.size(), "every check has a verdict", step.id);
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            for (const auto& [language, message] : step.checks[i].fail) (void)filledMessage(message, verdict.checks[i]);
        }
        before.add(step, verdict, runs);
        got += verdict.points();
        (void)judgeStep(step, {}, {}, {});
    }
    demand(std::isfinite(got) && got <= most * (1 + 1e-9) + 1e-9, "nobody gets more points than there are", lab.id);
}

const Vocabulary& labWords() {
    static const Vocabulary kWords{
        {"id",      "schema", "version",  "title",     "objective", "rows",      "minutes", "needs",      "steps",
         "preset",  "trials", "checks",   "relation",  "measure",   "value",     "upper",   "within",     "within_by",
         "points",  "kind",   "question", "options",   "truth",     "low",       "high",    "at",         "depends_on",
         "program", "process", "starter", "solutions", "settings",  "fails",     "reflection", "may_change", "experiment"},
        {"ipclab.lab/1", "one", "start", "choice", "number", "ordering", "curve", "equals", "about", "between", "is-true",
         "sum(link(*).sent)", "process(\"producer\").user_s", "run.duration_s", "prediction(\"p\")", "1 / 0", "true",
         "mechanism:posix-mq", "cpus:2", "tool:cc", "first", "*", "links.*.mechanism"}};
    return kWords;
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const LabTexts texts = textsOf(fuzz::textOf(data, sizeBytes));
    (void)readLab(texts, noPresets(), true);
    const LabReadResult read = readLab(texts, noPresets());
    demand(read.isSound() || !read.problems.empty(), "what is refused has a reason", texts.json);
    if (read.isSound()) checkVerdicts(*read.lab);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    const std::string_view input = textOf(data, sizeBytes);
    const std::size_t end = input.find('\f');
    const std::string_view rest = end == std::string_view::npos ? std::string_view() : input.substr(end);
    if (rest.size() >= maxBytes) return sizeBytes;
    if (!rest.empty() && choice.oneIn(8)) {
        return intoBuffer(std::string(input.substr(0, end)) + '\f' + mutatedBytes(rest.substr(1), maxBytes - end - 1),
                          data, maxBytes);
    }
    return intoBuffer(mutatedJson(input.substr(0, end), labWords(), maxBytes - rest.size(), choice) + std::string(rest),
                      data, maxBytes);
}
