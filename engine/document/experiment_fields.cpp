#include "document/experiment_fields.h"

#include "document/experiment_json.h"
#include "document/field_kinds.h"

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 8> kSubjectWords{"processes", "schedule", "switching", "queues",
                                                        "tree",      "diagram",  "events",    "shared"};
constexpr std::array<std::string_view, 3> kObserveWords{"off", "sampled", "exact"};

// --- texts in several languages ---------------------------------------------------------------------------------

bool isLanguage(std::string_view key) {
    return (key.size() == 2 || key.size() == 3) &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void readLocalText(const Json& value, const Place& at, LocalText& into) {
    if (value.is_string()) return assign(into["en"], readText(value, at, limits::kTextBytes));
    if (!value.is_object()) return complain(at, value, say(Sentence::ExpectedLocalText));
    for (const auto& [language, text] : value.items()) {
        const Place here = at.field(language, Sentence::MeansTranslation);
        if (isLanguage(language))
            assign(into[language], readText(text, here, limits::kTextBytes));
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

// --- the experiment ---------------------------------------------------------------------------------------------

void readSchema(const Json& value, const Place& at, Experiment&) {
    if (value == Json(std::string(kExperimentSchema))) return;
    const bool other = value.is_string() && value.get_ref<const std::string&>().starts_with("ipclab.experiment/");
    const std::string wanted = quote(kExperimentSchema);
    complain(at, value, other ? say(Sentence::ExpectedOneVersion, {{"schema", wanted}}) : wanted);
}

void readProcesses(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 1, limits::kProcesses, into.processes, [](auto& element, const Place& here, ProcessSpec& to) {
        readObject(element, here, processFields(), to);
        if (element.is_object() && !element.contains("launch")) to.launch = defaultLaunch(to.program);
    });
}

void readLinks(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 0, limits::kLinks, into.links, [](auto& element, const Place& here, LinkSpec& to) {
        readObject(element, here, linkFields(), to);
        if (element.is_object() && !element.contains("name") && !to.senders.empty() && !to.receivers.empty()) {
            to.name = defaultLinkName(to.senders.front().process, to.receivers.front().process);
        }
    });
}

void readShared(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 0, limits::kShared, into.shared,
              [](auto& element, const Place& here, SharedSpec& to) { readObject(element, here, sharedFields(), to); });
}

void readSteps(const Json& value, const Place& at, Experiment& into) {
    readArray(value, at, 0, limits::kSteps, into.steps,
              [](auto& element, const Place& here, Step& to) { readObject(element, here, stepFields(), to); });
}

void readExperimentDuration(const Json& value, const Place& at, Experiment& into) {
    if (const auto duration = readDuration(value, at, kNsPerSecond, limits::kShortestDurationNs, limits::kDurationNs)) {
        into.durationNs = *duration;
    }
}

template <typename T>
Json arrayJson(const std::vector<T>& elements, std::span<const Field<T>> fields) {
    if (elements.empty()) return {};
    Json array = Json::array();
    for (const T& element : elements) array.push_back(writeObject(element, fields));
    return array;
}

Json textUnlessEmpty(const std::string& text) { return text.empty() ? Json() : Json(text); }

constexpr auto kSafetyFields = std::to_array<Field<SafetyLimits>>({
    {"processes", Sentence::MeansSafetyProcesses, false,
     [](auto& value, auto& at, auto& to) {
         to.processes = readInteger<std::uint64_t>(value, at, 1, limits::kSafetyProcesses);
     },
     [](auto& from) { return optionalJson(from.processes); }},
    {"memory_bytes", Sentence::MeansSafetyMemory, false,
     [](auto& value, auto& at, auto& to) {
         to.memoryBytes = readInteger<std::uint64_t>(value, at, limits::kBudgetLow, limits::kCapacityBytes);
     },
     [](auto& from) { return optionalJson(from.memoryBytes); }},
});

void readSafety(const Json& value, const Place& at, Experiment& into) {
    readObject(value, at, safetyFields(), into.safety);
}

constexpr auto kExperimentFields = std::to_array<Field<Experiment>>({
    {"schema", Sentence::MeansSchema, true, readSchema, [](auto&) { return Json(std::string(kExperimentSchema)); }},
    {"id", Sentence::MeansId, false,
     [](auto& value, auto& at, auto& to) { assign(to.id, readText(value, at, limits::kIdCharacters)); },
     [](auto& from) { return textUnlessEmpty(from.id); }},
    {"row", Sentence::MeansRow, false,
     [](auto& value, auto& at, auto& to) { to.row = readText(value, at, limits::kIdCharacters); },
     [](auto& from) { return optionalJson(from.row); }},
    {"about", Sentence::MeansAbout, false,
     [](auto& value, auto& at, auto& to) { to.about = readWord<Subject>(value, at, kSubjectWords); },
     [](auto& from) { return from.about ? Json(kSubjectWords[static_cast<std::size_t>(*from.about)]) : Json(); }},
    {"name", Sentence::MeansName, false, [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.name); },
     [](auto& from) { return localTextJson(from.name); }},
    {"summary", Sentence::MeansSummary, false,
     [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.summary); },
     [](auto& from) { return localTextJson(from.summary); }},
    {"look", Sentence::MeansLook, false, [](auto& value, auto& at, auto& to) { readLocalText(value, at, to.look); },
     [](auto& from) { return localTextJson(from.look); }},
    {"duration_s", Sentence::MeansDuration, false, readExperimentDuration,
     [](auto& from) { return from.durationNs ? durationJson(*from.durationNs, kNsPerSecond) : Json(); }},
    {"seed", Sentence::MeansSeed, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.seed, readInteger<std::uint64_t>(value, at, 0, limits::kInteger));
     },
     [](auto& from) { return from.seed == Experiment{}.seed ? Json() : Json(from.seed); }},
    {"observe", Sentence::MeansObserve, false,
     [](auto& value, auto& at, auto& to) { assign(to.observe, readWord<ObserveLevel>(value, at, kObserveWords)); },
     [](auto& from) { return wordUnless(from.observe, ObserveLevel::Exact, kObserveWords); }},
    {"sample_hz", Sentence::MeansSampleHz, false,
     [](auto& value, auto& at, auto& to) {
         assign(to.sampleHz, readNumber(value, at, limits::kSampleHzLow, limits::kSampleHzHigh));
     },
     [](auto& from) { return from.sampleHz == Experiment{}.sampleHz ? Json() : numberJson(from.sampleHz); }},
    {"memory_budget_bytes", Sentence::MeansMemoryBudget, false,
     [](auto& value, auto& at, auto& to) {
         to.memoryBudgetBytes = readInteger<std::uint64_t>(value, at, limits::kBudgetLow, limits::kCapacityBytes);
     },
     [](auto& from) { return optionalJson(from.memoryBudgetBytes); }},
    {"safety", Sentence::MeansSafety, false, readSafety,
     [](auto& from) { return from.safety == SafetyLimits{} ? Json() : writeObject(from.safety, safetyFields()); }},
    {"processes", Sentence::MeansProcesses, true, readProcesses,
     [](auto& from) { return arrayJson(from.processes, processFields()); }},
    {"links", Sentence::MeansLinks, false, readLinks, [](auto& from) { return arrayJson(from.links, linkFields()); }},
    {"shared", Sentence::MeansShared, false, readShared,
     [](auto& from) { return arrayJson(from.shared, sharedFields()); }},
    {"steps", Sentence::MeansSteps, false, readSteps, [](auto& from) { return arrayJson(from.steps, stepFields()); }},
});

}  // namespace

std::span<const Field<SafetyLimits>> safetyFields() { return kSafetyFields; }
std::span<const Field<Experiment>> experimentFields() { return kExperimentFields; }

}  // namespace ipclab
