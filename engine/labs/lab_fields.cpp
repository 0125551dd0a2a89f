#include "labs/lab_fields.h"

#include "document/experiment_json.h"
#include "document/field_tables.h"

namespace ipclab {

namespace {

constexpr std::size_t kTextBytes = 8'192;
constexpr double kMost = 1e15;

constexpr std::array<std::string_view, 4> kKindWords{"choice", "number", "ordering", "curve"};
constexpr std::array<std::string_view, 7> kRelationWords{"equals",  "unequal", "at-least", "at-most",
                                                         "between", "about",   "is-true"};

// --- values of exercises ----------------------------------------------------------------------------------------

void readLocal(const Json& value, const Place& at, LocalText& into) {
    if (value.is_string()) return assign(into["en"], readText(value, at, kTextBytes));
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedLocalText));
    for (const auto& [language, text] : value.items()) {
        assign(into[language], readText(text, at.field(language), kTextBytes));
    }
}

std::optional<LabExpression> readExpression(const Json& value, const Place& at) {
    if (value.is_boolean()) return readExpression(Json(value.get<bool>() ? "true" : "false"), at);
    if (value.is_number()) return readExpression(Json(value.dump()), at);
    if (!value.is_string()) {
        complain(at, value, say(Sentence::ExpectedExpression, {{"form", "\"link(\\\"pipe\\\").received\""}}));
        return {};
    }
    auto parsed = LabExpression::parse(value.get<std::string>());
    if (auto* expression = std::get_if<LabExpression>(&parsed)) return std::move(*expression);
    const auto& error = std::get<LabExpression::Error>(parsed);
    at.problem(say(Sentence::ExpressionWrong, {{"at", error.at + 1}, {"what_why", error.message}}));
    return {};
}

template <auto Member>
constexpr auto labText(std::string_view name, Sentence meaning) {
    using T = OwnerOf<Member>;
    return specialField<T>(
        name, {}, meaning, {.type = ValueType::Translated, .high = kTextBytes},
        [](const Json& value, const Place& at, const ValueKind&, T& to) { readLocal(value, at, to.*Member); },
        [](const T& from) { return Json(from.*Member); });
}

template <auto Member>
constexpr auto labExpression(std::string_view name, Sentence meaning) {
    using T = OwnerOf<Member>;
    return specialField<T>(
        name, {}, meaning, {.type = ValueType::Text, .high = LabExpression::kMostBytes},
        [](const Json& value, const Place& at, const ValueKind&, T& to) { to.*Member = readExpression(value, at); },
        [](const T& from) { return from.*Member ? Json((from.*Member)->text()) : Json(); });
}

template <auto Member>
constexpr auto labTexts(std::string_view name, Sentence meaning, std::size_t most) {
    constexpr auto element = [](const Json& value, const Place& at, const ValueKind&) {
        return readText(value, at, limits::kLinkNameBytes);
    };
    return listField<Member, element>(name, {}, meaning, {.type = ValueType::Texts, .fewest = 0, .most = most});
}

// Objects of a table each.
template <auto Member, auto Fields>
constexpr auto labParts(std::string_view name, Sentence meaning, std::size_t fewest, std::size_t most) {
    using T = OwnerOf<Member>;
    return specialField<T>(
        name, {}, meaning, {.type = ValueType::Parts, .fewest = fewest, .most = most},
        [](const Json& value, const Place& at, const ValueKind& kind, T& to) {
            readArray(value, at, kind.fewest, kind.most, to.*Member,
                      [](const Json& one, const Place& here, auto& into) { readObject(one, here, Fields(), into); });
        },
        [](const T&) { return Json(); });
}

template <auto Member>
constexpr auto labWords(std::string_view name, Sentence meaning, std::size_t most = limits::kLinkNameBytes) {
    return textField<Member>(name, {}, meaning, most);
}
template <auto Member>
constexpr auto labNumber(std::string_view name, Sentence meaning, double low, double high) {
    return numberField<Member>(name, {}, meaning, low, high);
}
template <auto Member>
constexpr auto labWhole(std::string_view name, Sentence meaning, double low, double high) {
    return wholeField<Member>(name, {}, meaning, low, high);
}

// --- predictions ------------------------------------------------------------------------------------------------

void readOptions(const Json& value, const Place& at, const ValueKind&, LabPrediction& into) {
    readArray(value, at, 2, 12, into.options,
              [](const Json& one, const Place& here, LocalText& text) { readLocal(one, here, text); });
}

void readPoints(const Json& value, const Place& at, const ValueKind&, LabPrediction& into) {
    readArray(value, at, 2, 24, into.at, [](const Json& one, const Place& here, double& point) {
        assign(point, readNumber(one, here, -kMost, kMost));
    });
}

void addTruth(const Json& value, const Place& at, LabPrediction& into) {
    if (auto expression = readExpression(value, at)) into.truth.push_back(*std::move(expression));
}

void readTruth(const Json& value, const Place& at, const ValueKind&, LabPrediction& into) {
    if (!value.is_array()) return addTruth(value, at, into);
    if (value.size() > 24)
        return complain(at, value, say(Sentence::ExpectedArray, {{"form", "[ … ]"}, {"low", 1}, {"high", 24}}));
    for (std::size_t i = 0; i < value.size(); ++i) addTruth(value[i], at.element(i), into);
}

constexpr auto kPredictionFields = std::to_array<Field<LabPrediction>>({
    labWords<&LabPrediction::id>("id", Sentence::MeansLabCheckId).needed(),
    wordField<&LabPrediction::kind, kKindWords>("kind", {}, Sentence::MeansLabKind).needed(),
    labText<&LabPrediction::question>("question", Sentence::MeansLabQuestion).needed(),
    specialField<LabPrediction>("options", {}, Sentence::MeansLabOptions, {.type = ValueType::Texts}, readOptions,
                                [](const LabPrediction& p) { return Json(p.options); }),
    labTexts<&LabPrediction::dependsOn>("depends_on", Sentence::MeansLabPredictionDependsOn, 16),
    labText<&LabPrediction::unit>("unit", Sentence::MeansLabUnit),
    labText<&LabPrediction::unitOfOne>("unit_one", Sentence::MeansLabUnitOne),
    labNumber<&LabPrediction::low>("low", Sentence::MeansLabLow, -kMost, kMost),
    labNumber<&LabPrediction::high>("high", Sentence::MeansLabHigh, -kMost, kMost),
    specialField<LabPrediction>("at", {}, Sentence::MeansLabAt, {.type = ValueType::Wholes}, readPoints,
                                [](const LabPrediction& p) { return Json(p.at); }),
    labText<&LabPrediction::axis>("axis", Sentence::MeansLabAxis),
    specialField<LabPrediction>("truth", {}, Sentence::MeansLabTruth, {.type = ValueType::Texts}, readTruth,
                                [](const LabPrediction&) { return Json(); })
        .needed(),
    labNumber<&LabPrediction::within>("within", Sentence::MeansLabWithin, 0, 10),
    labNumber<&LabPrediction::withinBy>("within_by", Sentence::MeansLabWithinBy, 0, kMost),
    labNumber<&LabPrediction::points>("points", Sentence::MeansLabPoints, 0, 100),
});

// --- checks -----------------------------------------------------------------------------------------------------

constexpr auto kCheckFields = std::to_array<Field<LabCheck>>({
    labWords<&LabCheck::id>("id", Sentence::MeansLabCheckId).needed(),
    labText<&LabCheck::what>("what", Sentence::MeansLabWhat).needed(),
    labTexts<&LabCheck::dependsOn>("depends_on", Sentence::MeansLabDependsOn, 16),
    labNumber<&LabCheck::points>("points", Sentence::MeansLabPoints, 0, 100),
    labExpression<&LabCheck::measure>("measure", Sentence::MeansLabMeasure).needed(),
    wordField<&LabCheck::relation, kRelationWords>("relation", {}, Sentence::MeansLabRelation),
    labExpression<&LabCheck::value>("value", Sentence::MeansLabValue),
    labExpression<&LabCheck::upper>("upper", Sentence::MeansLabUpper),
    labNumber<&LabCheck::within>("within", Sentence::MeansLabWithin, 0, 10),
    labNumber<&LabCheck::withinBy>("within_by", Sentence::MeansLabWithinBy, 0, kMost),
    labWhole<&LabCheck::mustHold>("must_hold", Sentence::MeansLabMustHold, 1, 20),
    labText<&LabCheck::pass>("pass", Sentence::MeansLabPass).needed(),
    labText<&LabCheck::fail>("fail", Sentence::MeansLabFail).needed(),
    labText<&LabCheck::hint>("hint", Sentence::MeansLabHint),
    labText<&LabCheck::why>("why", Sentence::MeansLabWhy),
    booleanField<&LabCheck::visible>("visible", {}, Sentence::MeansLabVisible),
    labWords<&LabCheck::shownIn>("shown_in", Sentence::MeansLabShownIn),
});

// --- steps ------------------------------------------------------------------------------------------------------

constexpr auto kProgramFields = std::to_array<Field<LabProgram>>({
    labWords<&LabProgram::process>("process", Sentence::MeansLabProgram).needed(),
    labText<&LabProgram::task>("task", Sentence::MeansLabTask).needed(),
    labWords<&LabProgram::starter>("starter", Sentence::MeansLabStarter, kMostSourceBytes),
});
std::span<const Field<LabProgram>> programFields() { return kProgramFields; }

// The experiment is read as a file of its own is; its problems stand at their places in this one.
void readLabExperiment(const Json& value, const Place& at, const ValueKind&, LabStep& into) {
    auto read = readExperiment(value.dump(), {});
    for (const auto& problem : read.problems) {
        if (problem.severity == Severity::Error) at.field("").problem(problem.pointer + ": " + problem.message);
    }
    into.experiment = std::move(read.experiment);
}

constexpr auto kStepFields = std::to_array<Field<LabStep>>({
    labWords<&LabStep::id>("id", Sentence::MeansLabStepId).needed(),
    labText<&LabStep::title>("title", Sentence::MeansLabStepTitle).needed(),
    labParts<&LabStep::predictions, labPredictionFields>("predictions", Sentence::MeansLabPredictions, 0, 8),
    labWords<&LabStep::preset>("preset", Sentence::MeansLabPreset),
    specialField<LabStep>("experiment", {}, Sentence::MeansLabExperiment, {.type = ValueType::Object},
                          readLabExperiment,
                          [](const LabStep& s) { return s.experiment ? toJson(*s.experiment) : Json(); }),
    labTexts<&LabStep::mayChange>("may_change", Sentence::MeansLabMayChange, 32),
    booleanField<&LabStep::mayBuild>("may_build", {}, Sentence::MeansLabMayBuild),
    objectField<&LabStep::program, programFields>("program", {}, Sentence::MeansLabProgram, FieldSection::More),
    labWhole<&LabStep::trials>("trials", Sentence::MeansLabTrials, 1, 20),
    labParts<&LabStep::checks, labCheckFields>("checks", Sentence::MeansLabChecks, 0, 24),
});

// --- the exercise -----------------------------------------------------------------------------------------------

constexpr auto kReflectionFields = std::to_array<Field<LabQuestionOfText>>({
    labWords<&LabQuestionOfText::id>("id", Sentence::MeansLabCheckId).needed(),
    labText<&LabQuestionOfText::question>("question", Sentence::MeansLabQuestion).needed(),
    labWhole<&LabQuestionOfText::leastWords>("least_words", Sentence::MeansLabLeastWords, 0, 1'000),
});
std::span<const Field<LabQuestionOfText>> reflectionFields() { return kReflectionFields; }

void readSettings(const Json& value, const Place& at, const ValueKind&, LabSolution& into) {
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedObject, {{"form", "{ … }"}}));
    for (const auto& [step, settings] : value.items()) {
        auto& [name, assignments] = into.settings.emplace_back(step, std::vector<std::string>{});
        readArray(
            settings, at.field(step), 0, 64, assignments,
            [](const Json& one, const Place& here, std::string& to) { assign(to, readText(one, here, kTextBytes)); });
    }
}

void readPrograms(const Json& value, const Place& at, const ValueKind&, LabSolution& into) {
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedObject, {{"form", "{ … }"}}));
    for (const auto& [step, file] : value.items()) {
        auto& [name, source] = into.programs.emplace_back(step, std::string());
        assign(source, readText(file, at.field(step), limits::kLinkNameBytes));
    }
}

constexpr auto kSolutionFields = std::to_array<Field<LabSolution>>({
    labWords<&LabSolution::name>("name", Sentence::MeansLabSolutionName).needed(),
    specialField<LabSolution>("set", {}, Sentence::MeansLabSettings, {.type = ValueType::Object}, readSettings,
                              [](const LabSolution&) { return Json(); }),
    specialField<LabSolution>("programs", {}, Sentence::MeansLabPrograms, {.type = ValueType::Object}, readPrograms,
                              [](const LabSolution&) { return Json(); }),
    labTexts<&LabSolution::fails>("fails", Sentence::MeansLabFails, 24),
});
std::span<const Field<LabSolution>> solutionFields() { return kSolutionFields; }

void readLabSchema(const Json& value, const Place& at, const ValueKind&, Lab&) {
    if (value != Json(std::string(kLabSchema))) {
        complain(at, value, say(Sentence::ExpectedOneVersion, {{"schema", "\"" + std::string(kLabSchema) + "\""}}));
    }
}

constexpr auto kLabFields = std::to_array<Field<Lab>>({
    specialField<Lab>("schema", {}, Sentence::MeansLabSchema, {.type = ValueType::Format}, readLabSchema,
                      [](const Lab&) { return Json(std::string(kLabSchema)); })
        .needed(),
    labWords<&Lab::id>("id", Sentence::MeansId).needed(),
    labWhole<&Lab::version>("version", Sentence::MeansLabVersion, 1, 10'000),
    labText<&Lab::title>("title", Sentence::MeansLabTitle).needed(),
    labText<&Lab::objective>("objective", Sentence::MeansLabObjective).needed(),
    labTexts<&Lab::rows>("rows", Sentence::MeansLabRows, 8),
    labWhole<&Lab::minutes>("minutes", Sentence::MeansLabMinutes, 1, 600),
    labTexts<&Lab::needs>("needs", Sentence::MeansLabNeeds, 16),
    booleanField<&Lab::hintsCost>("hints_cost", {}, Sentence::MeansLabHintsCost),
    labParts<&Lab::steps, labStepFields>("steps", Sentence::MeansLabSteps, 1, 24).needed(),
    labParts<&Lab::reflection, reflectionFields>("reflection", Sentence::MeansLabReflection, 0, 8),
    labParts<&Lab::solutions, solutionFields>("solutions", Sentence::MeansLabSolutions, 0, 24),
});

template <typename T>
LabFieldGroup labGroup(std::string_view object, std::span<const Field<T>> fields) {
    LabFieldGroup group{.object = object, .fields = {}};
    for (const auto& field : fields) group.fields.push_back({field.name, field.kind, field.required});
    return group;
}

}  // namespace

std::span<const Field<Lab>> labFields() { return kLabFields; }
std::span<const Field<LabStep>> labStepFields() { return kStepFields; }
std::span<const Field<LabCheck>> labCheckFields() { return kCheckFields; }
std::span<const Field<LabPrediction>> labPredictionFields() { return kPredictionFields; }

std::vector<LabFieldGroup> labFieldGroups() {
    return {labGroup("lab", labFields()),
            labGroup("step", labStepFields()),
            labGroup("prediction", labPredictionFields()),
            labGroup("check", labCheckFields()),
            labGroup("program", programFields()),
            labGroup("reflection", reflectionFields()),
            labGroup("solution", solutionFields())};
}

}  // namespace ipclab
