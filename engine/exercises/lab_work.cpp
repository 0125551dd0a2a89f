#include "exercises/lab_work.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "document/experiment_json.h"
#include "labs/allowed.h"
#include "labs/lab_reader.h"
#include "recording/recording.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostEntries = 200, kMostValues = 24, kMostRuns = 20, kWordBytes = kMostAnswerBytes;

const Json& member(const Json& object, const char* name, Json::value_t type) {
    const auto found = object.find(name);
    if (found == object.end() ||
        (found->type() != type && !(type == Json::value_t::number_unsigned && found->is_number_unsigned()))) {
        throw std::runtime_error(say(Sentence::WorkField, {{"name", name}}));
    }
    return *found;
}

std::string textOf(const Json& value, const char* name) {
    if (!value.is_string() || value.get_ref<const std::string&>().size() > kWordBytes) {
        throw std::runtime_error(say(Sentence::WorkField, {{"name", name}}));
    }
    return value.get<std::string>();
}

const Json& entries(const Json& json, const char* name) {
    const Json& object = member(json, name, Json::value_t::object);
    if (object.size() > kMostEntries) throw std::runtime_error(say(Sentence::WorkField, {{"name", name}}));
    return object;
}

LabAnswer answerOf(const Json& value) {
    LabAnswer answer;
    if (!value.is_array() || value.size() > kMostValues)
        throw std::runtime_error(say(Sentence::WorkField, {{"name", "predictions"}}));
    for (const auto& each : value) {
        if (!each.is_number() || !std::isfinite(each.get<double>())) {
            throw std::runtime_error(say(Sentence::WorkField, {{"name", "predictions"}}));
        }
        answer.push_back(each.get<double>());
    }
    return answer;
}

LabStepWork stepOf(const Json& value) {
    LabStepWork work;
    if (!value.is_object()) throw std::runtime_error(say(Sentence::WorkField, {{"name", "steps"}}));
    const Json& document = member(value, "document", Json::value_t::string);
    if (document.get_ref<const std::string&>().size() > (4U << 20))
        throw std::runtime_error(say(Sentence::WorkField, {{"name", "document"}}));
    work.document = document.get<std::string>();
    const Json& recordings = member(value, "recordings", Json::value_t::array);
    if (recordings.size() > kMostRuns) throw std::runtime_error(say(Sentence::WorkField, {{"name", "recordings"}}));
    for (const auto& each : recordings) work.recordings.emplace_back(textOf(each, "recordings"));
    if (const auto program = value.find("program"); program != value.end()) work.program = ownProgramFromJson(*program);
    return work;
}

// The runs of a step as they are in the recordings; those that are of another experiment than the step's do not count.
class StepRuns {
public:
    StepRuns(const Lab& lab, const LabStep& step, const LabStepWork& work, std::vector<std::string>& problems)
        : m_step(step), m_start(experimentOf(lab, step)), m_problems(problems) {
        for (const auto& path : work.recordings) {
            if (m_recordings.size() < step.trials) take(path);
        }
    }
    [[nodiscard]] std::vector<const RunData*> runs() const {
        std::vector<const RunData*> all;
        for (const auto& recording : m_recordings) all.push_back(&recording->data);
        return all;
    }

    [[nodiscard]] const std::vector<std::filesystem::path>& paths() const { return m_paths; }

private:
    void take(const std::filesystem::path& path) {
        try {
            auto recording = std::make_unique<Recording>(loadRecording(path));
            if (!recording->complete)
                throw std::runtime_error(say(Sentence::WorkCutOff, {{"file", path.filename().string()}}));
            const auto others = m_start != nullptr ? forbiddenChanges(m_step, *m_start, recording->data.document)
                                                   : std::vector<std::string>();
            if (!others.empty()) {
                throw std::runtime_error(
                    say(Sentence::WorkChanged, {{"file", path.filename().string()}, {"name", others.front()}}));
            }
            m_recordings.push_back(std::move(recording));
            m_paths.push_back(path);
        } catch (const std::exception& error) {
            m_problems.emplace_back(error.what());
        }
    }

    const LabStep& m_step;
    const Experiment* m_start;
    std::vector<std::string>& m_problems;
    std::vector<std::unique_ptr<Recording>> m_recordings;
    std::vector<std::filesystem::path> m_paths;
};

double hintCost(const Lab& lab, const LabWork& work, const LabCheck& check) {
    return lab.hintsCost && work.hints.contains(check.id) ? check.points / 10 : 0;
}

std::size_t wordsIn(const std::string& text) {
    std::size_t words = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        words += !isSpace && !inWord ? 1 : 0;
        inWord = !isSpace;
    }
    return words;
}

}  // namespace

std::vector<std::string> unanswered(const Lab& lab, const LabWork& work) {
    std::vector<std::string> ids;
    for (const auto& question : lab.reflection) {
        const auto found = work.words.find(question.id);
        const auto words = found != work.words.end() ? wordsIn(found->second) : 0;
        if (words < std::max(question.leastWords, 1U)) ids.push_back(question.id);
    }
    return ids;
}

Json toJson(const LabWork& work) {
    Json json{{"schema", "ipclab.work/1"},       {"lab", work.lab},         {"version", work.version},
              {"fingerprint", work.fingerprint}, {"student", work.student}, {"predictions", Json::object()},
              {"words", Json::object()},         {"hints", Json::array()},  {"steps", Json::object()}};
    for (const auto& [id, answer] : work.predictions) json["predictions"][id] = answer;
    for (const auto& [id, text] : work.words) json["words"][id] = text;
    for (const auto& id : work.hints) json["hints"].push_back(id);
    for (const auto& [id, step] : work.steps) {
        Json recordings = Json::array();
        for (const auto& path : step.recordings) recordings.push_back(path.string());
        json["steps"][id] = {{"document", step.document}, {"recordings", std::move(recordings)}};
        if (step.program) json["steps"][id]["program"] = toJson(*step.program);
    }
    return json;
}

LabWork labWorkFromJson(const Json& json) {
    if (!json.is_object() || json.value("schema", "") != "ipclab.work/1") {
        throw std::runtime_error(say(Sentence::WorkIsNone));
    }
    LabWork work;
    work.lab = textOf(member(json, "lab", Json::value_t::string), "lab");
    const auto version = member(json, "version", Json::value_t::number_unsigned).get<std::uint64_t>();
    if (version < 1 || version > 10'000) throw std::runtime_error(say(Sentence::WorkField, {{"name", "version"}}));
    work.version = static_cast<unsigned>(version);
    work.fingerprint = textOf(member(json, "fingerprint", Json::value_t::string), "fingerprint");
    work.student = textOf(member(json, "student", Json::value_t::string), "student");
    for (const auto& [id, value] : entries(json, "predictions").items()) work.predictions[id] = answerOf(value);
    for (const auto& [id, value] : entries(json, "words").items()) work.words[id] = textOf(value, "words");
    for (const auto& value : member(json, "hints", Json::value_t::array)) work.hints.insert(textOf(value, "hints"));
    for (const auto& [id, value] : entries(json, "steps").items()) work.steps[id] = stepOf(value);
    return work;
}

LabResult judgeWork(const Lab& lab, const LabWork& work, std::vector<std::string>& problems) {
    LabResult result;
    result.most = lab.points();
    result.complete = unanswered(lab, work).empty();
    LabBefore before;
    std::list<StepRuns> all;  // later steps may ask of the runs of earlier ones
    for (const auto& step : lab.steps) {
        const auto found = work.steps.find(step.id);
        const auto& runs =
            all.emplace_back(lab, step, found != work.steps.end() ? found->second : LabStepWork(), problems);
        LabStepVerdict verdict = judgeStep(step, runs.runs(), work.predictions, before);
        before.add(step, verdict, runs.runs());
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            if (verdict.checks[i].outcome == LabOutcome::Passed)
                verdict.checks[i].points -= hintCost(lab, work, step.checks[i]);
            if (verdict.checks[i].outcome == LabOutcome::Unknown) result.complete = false;
        }
        result.points += verdict.points();
        result.steps.push_back(std::move(verdict));
        result.runs.push_back(runs.paths());
    }
    return result;
}

}  // namespace ipclab
