#include "document/experiment_fields.h"

#include "core/text.h"
#include "document/experiment_json.h"
#include "document/field_tables.h"

namespace ipclab {

namespace {

using Section = FieldSection;

constexpr std::array<std::string_view, 8> kSubjectWords{
    TEXT("word", "processes"), TEXT("word", "schedule"), TEXT("word", "switching"), TEXT("word", "queues"),
    TEXT("word", "tree"),      TEXT("word", "diagram"),  TEXT("word", "events"),    TEXT("word", "shared")};
constexpr std::array<std::string_view, 3> kObserveWords{TEXT("word", "off"), TEXT("word", "sampled"),
                                                        TEXT("word", "exact")};

// --- texts in several languages ---------------------------------------------------------------------------------

bool isLanguage(std::string_view key) {
    return (key.size() == 2 || key.size() == 3) &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void readLocalText(const Json& value, const Place& at, std::size_t most, LocalText& into) {
    if (value.is_string()) return assign(into["en"], readText(value, at, most));
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedLocalText));
    for (const auto& [language, text] : value.items()) {
        const Place here = at.field(language, Sentence::MeansTranslation);
        if (isLanguage(language))
            assign(into[language], readText(text, here, most));
        else
            here.problem(say(Sentence::NoLanguage, {{"language", quote(language)}}));
    }
}

Json localTextJson(const LocalText& text) {
    if (text.empty()) return {};
    if (text.size() == 1 && text.contains("en")) return text.at("en");
    Json object = Json::object();
    for (const auto& [language, words] : text) object[language] = words;
    return object;
}

template <LocalText Experiment::*Member>
constexpr Field<Experiment> localTextField(std::string_view name, std::string_view label, Sentence meaning) {
    Field<Experiment> field = specialField<Experiment>(
        name, label, meaning, {.type = ValueType::Translated, .high = limits::kTextBytes},
        [](const Json& value, const Place& at, const ValueKind& kind, Experiment& to) {
            readLocalText(value, at, static_cast<std::size_t>(kind.high), to.*Member);
        },
        [](const Experiment& from) { return localTextJson(from.*Member); });
    return field.in(Section::Texts);
}

// --- the experiment ---------------------------------------------------------------------------------------------

void readSchema(const Json& value, const Place& at, const ValueKind&, Experiment&) {
    if (value == Json(std::string(kExperimentSchema))) return;
    const bool other = value.is_string() && value.get_ref<const std::string&>().starts_with("ipclab.experiment/");
    const std::string wanted = quote(kExperimentSchema);
    complain(at, value, other ? say(Sentence::ExpectedOneVersion, {{"schema", wanted}}) : wanted);
}

void readProcesses(const Json& value, const Place& at, const ValueKind&, Experiment& into) {
    readArray(value, at, 1, limits::kProcesses, into.processes, [](auto& element, const Place& here, ProcessSpec& to) {
        readObject(element, here, processFields(), to);
        if (element.is_object() && !element.contains("launch")) to.launch = defaultLaunch(to.program);
    });
}

void readLinks(const Json& value, const Place& at, const ValueKind&, Experiment& into) {
    readArray(value, at, 0, limits::kLinks, into.links, [](auto& element, const Place& here, LinkSpec& to) {
        readObject(element, here, linkFields(), to);
        if (element.is_object() && !element.contains("name") && !to.senders.empty() && !to.receivers.empty()) {
            to.name = defaultLinkName(to.senders.front().process, to.receivers.front().process);
        }
    });
}

void readShared(const Json& value, const Place& at, const ValueKind&, Experiment& into) {
    readArray(value, at, 0, limits::kShared, into.shared,
              [](auto& element, const Place& here, SharedSpec& to) { readObject(element, here, sharedFields(), to); });
}

void readSteps(const Json& value, const Place& at, const ValueKind&, Experiment& into) {
    readArray(value, at, 0, limits::kSteps, into.steps,
              [](auto& element, const Place& here, Step& to) { readObject(element, here, stepFields(), to); });
}

template <typename T>
Json arrayJson(const std::vector<T>& elements, std::span<const Field<T>> fields) {
    if (elements.empty()) return {};
    Json array = Json::array();
    for (const T& element : elements) array.push_back(writeObject(element, fields));
    return array;
}

template <typename T, std::vector<T> Experiment::*List, std::span<const Field<T>> (*Fields)()>
constexpr Field<Experiment> partsField(std::string_view name, std::string_view label, Sentence meaning,
                                       void (*read)(const Json&, const Place&, const ValueKind&, Experiment&)) {
    return specialField<Experiment>(name, label, meaning, {.type = ValueType::Parts}, read,
                                    [](const Experiment& from) { return arrayJson(from.*List, Fields()); });
}

constexpr auto kSafetyFields = std::to_array<Field<SafetyLimits>>({
    wholeField<&SafetyLimits::processes>("processes", TEXT("field", "Processes"), Sentence::MeansSafetyProcesses, 1,
                                         limits::kSafetyProcesses)
        .in(Section::Safety),
    wholeField<&SafetyLimits::memoryBytes>("memory_bytes", TEXT("field", "Memory"), Sentence::MeansSafetyMemory,
                                           limits::kBudgetLow, limits::kCapacityBytes, "B")
        .in(Section::Safety),
});

constexpr auto kExperimentFields = std::to_array<Field<Experiment>>({
    specialField<Experiment>("schema", {}, Sentence::MeansSchema, {.type = ValueType::Format}, readSchema,
                             [](const Experiment&) { return Json(std::string(kExperimentSchema)); })
        .needed(),
    textField<&Experiment::id>("id", TEXT("field", "Short name"), Sentence::MeansId, limits::kIdCharacters,
                               NameOf::Itself)
        .in(Section::Texts),
    textField<&Experiment::row>("row", TEXT("field", "Row of the curriculum"), Sentence::MeansRow,
                                limits::kIdCharacters)
        .in(Section::Texts),
    wordField<&Experiment::about, kSubjectWords>("about", TEXT("field", "Shown first"), Sentence::MeansAbout)
        .in(Section::Texts),
    localTextField<&Experiment::name>("name", TEXT("field", "Name"), Sentence::MeansName),
    localTextField<&Experiment::summary>("summary", TEXT("field", "Summary"), Sentence::MeansSummary),
    localTextField<&Experiment::look>("look", TEXT("field", "What to look at"), Sentence::MeansLook),
    durationField<&Experiment::durationNs, kNsPerSecond>("duration_s", TEXT("field", "Duration"),
                                                         Sentence::MeansDuration, limits::kShortestDurationNs,
                                                         limits::kDurationNs)
        .in(Section::Main),
    wholeField<&Experiment::seed>("seed", TEXT("field", "Seed"), Sentence::MeansSeed, 0, limits::kInteger)
        .in(Section::Main),
    wordField<&Experiment::observe, kObserveWords>("observe", TEXT("field", "States observed"), Sentence::MeansObserve)
        .in(Section::Main),
    numberField<&Experiment::sampleHz>("sample_hz", TEXT("field", "Samples"), Sentence::MeansSampleHz,
                                       limits::kSampleHzLow, limits::kSampleHzHigh, "/s"),
    wholeField<&Experiment::memoryBudgetBytes>("memory_budget_bytes", TEXT("field", "Memory budget"),
                                               Sentence::MeansMemoryBudget, limits::kBudgetLow, limits::kCapacityBytes,
                                               "B"),
    objectField<&Experiment::safety, safetyFields>("safety", TEXT("field", "Safety limits"), Sentence::MeansSafety,
                                                   Section::Safety),
    partsField<ProcessSpec, &Experiment::processes, processFields>("processes", TEXT("field", "Processes"),
                                                                   Sentence::MeansProcesses, readProcesses)
        .needed(),
    partsField<LinkSpec, &Experiment::links, linkFields>("links", TEXT("field", "Links"), Sentence::MeansLinks,
                                                         readLinks),
    partsField<SharedSpec, &Experiment::shared, sharedFields>("shared", TEXT("field", "Shared"), Sentence::MeansShared,
                                                              readShared),
    partsField<Step, &Experiment::steps, stepFields>("steps", TEXT("field", "Steps"), Sentence::MeansSteps, readSteps),
});

}  // namespace

std::span<const Field<SafetyLimits>> safetyFields() { return kSafetyFields; }
std::span<const Field<Experiment>> experimentFields() { return kExperimentFields; }

}  // namespace ipclab
