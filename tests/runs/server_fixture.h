// A server and those who load it, in a real run.
#pragma once

#include <map>

#include "runs/run_fixture.h"

namespace ipclab::test {

inline std::string load(const std::string& name, const std::string& fields) {
    return R"({"name":")" + name + R"(","program":"load")" + (fields.empty() ? "" : "," + fields) + "}";
}

inline std::string server(const std::string& fields) {
    return R"({"name":"s","program":"server")" + (fields.empty() ? "" : "," + fields) + "}";
}

// Loads by name, all over one link.
inline std::string served(const std::string& mechanism, const std::string& serverFields,
                          const std::map<std::string, std::string>& loads, const std::string& durationS = "20") {
    std::string processes = server(serverFields), from;
    for (const auto& [name, fields] : loads) {
        processes += "," + load(name, fields);
        from += (from.empty() ? "\"" : ",\"") + name + "\"";
    }
    return R"({"schema":"ipclab.experiment/1","duration_s":)" + durationS + R"(,"processes":[)" + processes +
           R"(],"links":[{"name":"l","mechanism":")" + mechanism + R"(","from":[)" + from + R"(],"to":"s"}]})";
}

class ServerRun : public RunTest {
protected:
    const LinkData& linkOf(const std::string& text) {
        const RunData& data = finish(experiment(text));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        return data.links.at(0);
    }
    static const PortData& serverOf(const LinkData& link) { return link.ports.back(); }

    // What was told, for a test that fails.
    [[nodiscard]] std::string told() const {
        std::string text;
        for (const RunEvent& event : m_run->data().events) {
            text += std::string(event.id());
            for (const auto& value : event.values) text += ' ' + value.name + '=' + event.text(value.name);
            text += '\n';
        }
        return text;
    }

    // What the server has said on hanging up, or on dropping datagrams, by reason; how often each.
    [[nodiscard]] std::map<std::string, std::uint64_t> reasons() const {
        std::map<std::string, std::uint64_t> all;
        for (const RunEvent& event : m_run->data().events) {
            const std::string_view id = event.id();
            if (id == "connection-closed" || id == "datagram-dropped") all[event.text("reason")] += 1;
            if (id == "connections-closed" || id == "datagrams-dropped")
                all[event.text("reason")] += std::stoull(event.text("count"));
        }
        return all;
    }
};

}  // namespace ipclab::test
