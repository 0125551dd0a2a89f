// Runs of programs that show one process at work.
#pragma once

#include <nlohmann/json.hpp>
#include "export/result_json.h"
#include "programs/registry.h"
#include "runs/run_fixture.h"

namespace ipclab::test {

#ifdef IPCLAB_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

inline std::string document(const std::string& processes, const std::string& more = "") {
    return R"({"schema":"ipclab.experiment/1",)" + more + R"("processes":[)" + processes + "]}";
}

class ProcessesTest : public RunTest {
protected:
    using Facts = std::vector<const RunEvent*>;

    // Every value that it has told is a field of its line in facts.def, and of that type.
    static void expectDeclared(const RunEvent& event) {
        for (const auto& [name, data] : event.values) {
            EXPECT_TRUE(hasField(event.kind, name)) << event.id() << ' ' << name;
            const FieldType type = typeOf(event.kind, name);
            const bool isText = type == FieldType::Text || type == FieldType::Word || type == FieldType::Said;
            EXPECT_EQ(isText, !data.number().has_value()) << event.id() << ' ' << name << ' ' << spelled(data);
        }
    }
    static Facts facts(const RunData& data, const std::string& id, const std::string& process = "") {
        Facts found;
        for (const RunEvent& event : data.events) {
            const bool ofIt = process.empty() || (event.process && data.processes[*event.process].name == process);
            if (event.id() != id || !ofIt) continue;
            expectDeclared(event);
            found.push_back(&event);
        }
        return found;
    }
    static std::string text(const RunEvent& event, const std::string& name) {
        EXPECT_NE(event.find(name), nullptr) << event.id() << " has no " << name;
        return event.text(name);
    }
    static long number(const RunEvent& event, const std::string& name) {
        return std::strtol(text(event, name).c_str(), nullptr, 10);
    }
    // The one fact with that id and that value.
    static const RunEvent* only(const Facts& facts, const std::string& name, const std::string& value) {
        const RunEvent* found = nullptr;
        for (const RunEvent* fact : facts) {
            if (text(*fact, name) != value) continue;
            EXPECT_EQ(found, nullptr) << "twice " << value;
            found = fact;
        }
        EXPECT_NE(found, nullptr) << "no fact with " << name << " = " << value;
        return found;
    }
    static const ProcessData& process(const RunData& data, const std::string& name) {
        return *std::ranges::find(data.processes, name, &ProcessData::name);
    }
    // Field 3 of /proc/PID/stat; '-' when there is none.
    static char stateOf(pid_t pid) {
        std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
        std::string line;
        if (!std::getline(file, line)) return '-';
        return line[line.rfind(')') + 2];
    }
    bool untilFact(const std::string& id) {
        return until([&] { return !facts(m_run->data(), id).empty(); });
    }
};

// --- every program ----------------------------------------------------------------------------------------------

}  // namespace ipclab::test
