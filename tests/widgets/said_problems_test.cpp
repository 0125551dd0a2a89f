// What is wrong with a document is said in the language of the window: every kind of problem that reading, a setting
// and validation can make is provoked here, and has no English sentence left in Korean.
#include <set>

#include "canvas/link_proposal.h"
#include "document/bad_documents.h"
#include "document/fragment_text.h"
#include "document/setting.h"
#include "document/validation.h"
#include "links/link_room.h"
#include "links/message.h"
#include "links/registry.h"
#include "said_in_korean.h"
#include "wrong_documents.h"

namespace ipclab::test {
namespace {

// What no document can provoke on every machine, or of none of the programs there are; that it is translated is held
// by said_test.cpp.
const std::set<Sentence> kOfSomeMachines{Sentence::WantsRange, Sentence::RealTimeNeedsRights, Sentence::RealTimeRefused,
                                         Sentence::NotAvailable, Sentence::PriorityTooHigh, Sentence::QueuesTogether,
                                         Sentence::StrategyNotAvailable, Sentence::CongestionControlForbidden,
                                         // What servers and the measurement of waiting meet as they run.
                                         Sentence::StrategyHoldsFewer, Sentence::WaitersTooMany,
                                         Sentence::NothingAnswered};

// The same of mechanisms: limits that are higher here, and what a kernel lacks or forbids.
const std::set<Sentence> kOfSomeKernels{Sentence::RoomWithoutEnds,
                                        Sentence::RoomTooSmall,
                                        Sentence::RoomFixed,
                                        Sentence::AboveSystemLimit,
                                        Sentence::PacketNeedsLimit,
                                        Sentence::RingDoesNotFit,
                                        Sentence::IntoSegment,
                                        Sentence::RaiseShmmax,
                                        Sentence::QueueNeedsMemory,
                                        Sentence::SignalsAboveLimit,
                                        Sentence::NoPidfd,
                                        Sentence::NoPosixQueues,
                                        Sentence::NoSysvIpc,
                                        Sentence::CountersWait,
                                        Sentence::NoProcessVm,
                                        Sentence::ProcessVmForbidden,
                                        Sentence::PtraceNobody,
                                        Sentence::PtraceAdministrator,
                                        Sentence::MountTerminals,
                                        Sentence::MulticastRemedy,
                                        Sentence::MulticastLost,
                                        Sentence::StackNotBuilt,
                                        Sentence::StackProgramMissing,
                                        Sentence::NoHosts,
                                        Sentence::NoNetem,
                                        Sentence::BuiltWithout,
                                        Sentence::UringDisabled,
                                        Sentence::UringRefused};

Machine smallMachine() {
    Machine machine{{0, 1}, 0, 100, 16, "/usr/bin:/bin"};
    machine.realTimePriority = 10;
    machine.isRoot = true;
    machine.backlog = 128;
    machine.ephemeralPorts = 1000;
    return machine;
}

// Every field of one object, none with a value that it may have.
std::string nulls(std::string_view object) {
    std::string text;
    for (const FieldGroup& group : documentFields()) {
        if (group.object != object) continue;
        for (const std::string_view field : group.fields) {
            text.append(text.empty() ? "{" : ",").append("\"").append(field).append("\":null");
        }
    }
    return text + "}";
}

class ProblemsInKorean : public SaidInKorean {
protected:
    void look(const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) look(problem.message);
    }
    void look(const std::string& message) {
        ASSERT_TRUE(findSentence(message)) << '"' << message << "\" is none of core/sentences.def";
        meet(message);
        expectNoEnglish(withoutQuoted(said(message)), message);
    }
    // As it is read here, and as a small machine sees it.
    void lookAtDocument(const std::string& text, const std::vector<std::string>& settings = {}) {
        const ReadResult result = readExperiment(text, "test.ipclab.json", settings);
        look(result.problems);
        if (!result.experiment) return;
        look(validate(*result.experiment, smallMachine()));
        Machine other = smallMachine();
        other.cpus.clear();
        other.realTimePriority = 0;
        other.realTimeProblem = say(Sentence::RealTimeNeedsRights);
        other.lowerableNice = 1;
        look(validate(*result.experiment, other));
    }

    void lookAtServer(const std::string& server, const std::string& load, const std::string& link) {
        lookAtDocument(
            wrong::document(R"({"name":"s","program":"server")" + server + R"(},{"name":"s2","program":"server"},)" +
                                R"({"name":"l","program":"load")" + load + R"(},{"name":"p","program":"producer"})",
                            link));
    }
    void lookAtServers() {
        const std::string tcp = R"({"mechanism":"tcp","from":"l","to":"s"})";
        lookAtServer(R"(,"strategy":"pol")", "", tcp);
        lookAtServer(R"(,"backlog":4096)", "", tcp);
        lookAtServer(R"(,"strategy":"poll","workers":3)", "", tcp);
        lookAtServer("", R"(,"connections":3,"active":5)", tcp);
        lookAtServer("", R"(,"connections":10000)", tcp);
        lookAtServer(R"(,"strategy":"select")", R"(,"connections":2000)", tcp);
        lookAtServer("", "", R"({"mechanism":"tcp","from":"p","to":"s"})");
        lookAtServer("", "", R"({"mechanism":"pipe","from":"l","to":"s"})");
        lookAtServer("", "", R"({"mechanism":"tcp","from":"l","to":["s","s2"]})");
        lookAtServer("", "", R"({"mechanism":"tcp","from":"l","to":"s","policy":"round-robin"})");
        lookAtServer("", "", R"({"mechanism":"tcp","from":"l","to":"s","wire":{"delay_ms":1}})");
        lookAtServer("", R"(,"timeout_ms":5)", tcp);
        const std::string udp = R"({"mechanism":"udp","from":"l","to":"s"})";
        lookAtServer(R"(,"backlog":5)", R"(,"way":"reset")", udp);
    }
    void lookAtChoicesOfTcp() {
        const std::string two = R"({"name":"c","program":"client"},{"name":"e","program":"echo"})";
        const auto link = [&](const std::string& more) {
            lookAtDocument(wrong::document(two, R"({"name":"a","mechanism":"tcp","from":"c","to":"e")" + more + "}"));
        };
        link(R"(,"keep_alive":{"idle_s":null,"interval_s":null,"probes":null})");
        link(R"(,"congestion":"nonesuch")");
        link(R"(,"capacity":{"bytes":65536},"send_buffer_bytes":8192)");
        link(R"(},{"mechanism":"tcp","from":"e","to":"c","reverse_of":"a","nagle":true)");
        lookAtDocument(wrong::document(two, R"({"mechanism":"pipe","from":"c","to":"e","nagle":true})"));
        lookAtDocument(
            wrong::document(R"({"name":"x","program":"command","command":["cat"]},{"name":"c","program":"consumer"})",
                            R"({"mechanism":"tcp","from":"x","to":"c","delayed_ack":false,"writes_per_message":2})"));
    }
    // Steps of links, who starts later, and several equal processes.
    void lookAtChanges() {
        const std::string three = R"({"name":"p","program":"producer"},{"name":"c","program":"consumer"},)"
                                  R"({"name":"d","program":"consumer","starts_later":true)";
        const std::string link = R"({"name":"l","mechanism":"posix-mq","from":"p","to":["c","d"]})";
        const auto stepped = [&](const std::string& step) {
            lookAtDocument(R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[)" + three +
                           R"(}],"links":[)" + link + R"(],"steps":[)" + step + "]}");
        };
        for (const char* step :
             {R"({"at_s":1,"do":"pause"})", R"({"at_s":1,"link":"l","process":"p","do":"set","capacity_bytes":9})",
              R"({"at_s":1,"link":"l","do":"pause","rate_per_s":1})",
              R"({"at_s":1,"link":"l","do":"set","capacity_bytes":9000})",
              R"({"at_s":1,"process":"p","do":"pause","capacity_bytes":9})", R"({"at_s":1,"process":"p","do":"start"})",
              R"({"at_s":1,"process":"d","do":"start"},{"at_s":2,"process":"d","do":"start"})",
              R"({"at_s":1,"process":"d","do":"kill"})"})
            stepped(step);
        lookAtDocument(
            wrong::document(three + R"(,"launch":"qprocess"})", R"({"mechanism":"pipe","from":"p","to":["c","d"]})"));
        lookAtDocument(wrong::document(three + "}", R"({"mechanism":"fifo","from":"p","to":"d"})"));
        lookAtDocument(wrong::document(R"({"name":"p","program":"producer","starts_later":true},)"
                                       R"({"name":"c","program":"consumer","starts_later":true})",
                                       R"({"mechanism":"fifo","from":"p","to":"c"})"));
        lookAtDocument(
            wrong::document(R"({"name":"p","program":"producer","copies":1000},{"name":"c","program":"consumer",)"
                            R"("copies":1000},{"name":"d","program":"consumer","copies":1000},)"
                            R"({"name":"e","program":"consumer","copies":1000},)"
                            R"({"name":"f","program":"cpu-bound","copies":1000})",
                            R"({"mechanism":"fifo","from":"p","to":["c","d","e"]})"));
        lookAtDocument(R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[
            {"name":"a","program":"increment"},{"name":"b","program":"increment","starts_later":true},
            {"name":"w","program":"command","command":["true"]}],
            "shared":[{"name":"s","kind":"counter","sync":"futex","processes":["a","b"]}],
            "steps":[{"at_s":1,"process":"w","do":"retire"}]})");
    }
    // What is pasted, and what is drawn.
    void lookAtParts() {
        look(readFragment("[1]").problems);
        const Document links(
            *readExperiment(wrong::withLinks(R"({"mechanism":"pipe","from":"p","to":"c"})"), "x").experiment);
        const Part link = links.ids().at(Part::Kind::Link, 0);
        Problem refused;
        refused.message = LinkProposals(links, "pipe").propose(link, link).refusal;
        look({refused});
    }
    void lookAtNetworks() {
        const std::string wire = R"("wire":{"delay_ms":null,"jitter_ms":null,"loss":null,"rate_bytes_per_s":null})";
        lookAtDocument(wrong::document(wrong::kProcesses, R"({"mechanism":"tcp","from":"p","to":"c",)" + wire + "}"));
        lookAtDocument(wrong::document(wrong::kProcesses,
                                       R"({"mechanism":"pipe","from":"p","to":"c","wire":{"rate_bytes_per_s":9000}})"));
        lookAtDocument(wrong::document(
            wrong::kProcesses + R"(,{"name":"p2","program":"producer"},{"name":"n","program":"network"})",
            R"({"mechanism":"pipe","from":"p","to":"n"},{"mechanism":"pipe","from":"p2","to":"n"},)"
            R"({"mechanism":"pipe","from":"n","to":"c"})"));
    }

    void expectMet(std::span<const std::pair<Sentence, const char*>> sentences, const std::set<Sentence>& but) const {
        for (const auto& [sentence, text] : sentences) {
            EXPECT_TRUE(m_met.contains(sentence) || but.contains(sentence)) << "nothing here provokes: " << text;
        }
    }

private:
    void meet(const std::string& text) {
        const auto found = findSentence(text);
        if (!found) return;
        m_met.insert(found->sentence);
        for (const auto& [name, value] : found->values) {
            if (name.ends_with("why")) meet(value);
        }
    }
    // What a document holds, lists of names, and the words of the JSON library behind ours.
    static QString withoutQuoted(QString text) {
        static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
        static const QRegularExpression names(QStringLiteral("[\\w.-]+(, [\\w.-]+)+"));
        static const QRegularExpression library(QStringLiteral("(문법 오류|너무 큰 수): .*?(?=\\. [^.]*[가-힣])"));
        return text.remove(library).remove(quoted).remove(names);
    }

    std::set<Sentence> m_met;
};

TEST_F(ProblemsInKorean, EveryKindThereIs) {
    for (const std::span<const BadDocument> table :
         {std::span<const BadDocument>(kSyntax), {kFields}, {kValues}, {kMeaning}}) {
        for (const BadDocument& bad : table) lookAtDocument(replaced(kSound, bad.from, bad.to));
    }
    const std::string endings[] = {"",      std::string("\xFF\xFE{\0}\0", 6), std::string("{\"a\0\"", 5),      "[]",
                                   "[1,2]", "\xEF\xBB\xBF\xEF\xBB\xBF{}",     std::string((4U << 20) + 1, ' ')};
    for (const std::string& text : endings) lookAtDocument(text);
    std::string fields;
    for (int i = 0; i < 200; ++i) fields += "\"k" + std::to_string(i) + "\":1,";
    lookAtDocument(replaced(kSound, "\"schema\"", fields + "\"schema\""));
    lookAtDocument("{" + fields + replaced(fields, "k0", "l") + "\"last\":1}");

    lookAtDocument(nulls("experiment"));
    lookAtDocument(wrong::document(nulls("process"), nulls("link"), ",\"shared\":[" + nulls("shared") + "]"));
    lookAtDocument(wrong::document(
        R"({"name":"p","program":"producer","limits":)" + nulls("limits") + "}",
        R"({"mechanism":"pipe","from":)" + nulls("end") + R"(,"to":"p","capacity":)" + nulls("capacity") + "}",
        ",\"safety\":" + nulls("safety") + ",\"steps\":[" + nulls("step") + "]"));
    lookAtDocument(replaced(kSound, "\"duration_s\"", R"("name":{"ko":3},"duration_s")"));

    for (const std::string& links : wrong::kLinks) lookAtDocument(wrong::withLinks(links));
    for (const std::string& process : wrong::kProcessFields) lookAtDocument(wrong::withProcess(process));
    for (const std::string& steps : wrong::kSteps) lookAtDocument(wrong::withSteps(steps));
    for (const std::string& shared : wrong::kSharedObjects) lookAtDocument(wrong::withShared(shared));
    for (const std::string& setting : wrong::kSettings) lookAtDocument(kSound, {setting});
    lookAtDocument(
        wrong::document(wrong::kProcesses + "," + wrong::kProcesses + R"(,{"name":"a b","program":"consumer"})", ""));
    lookAtDocument(wrong::document(R"({"name":"t","program":"fork-tree","forks":10})", ""));
    lookAtDocument(
        wrong::document(R"({"name":"t","program":"fork-tree","forks":3})", "", R"(,"safety":{"processes":1})"));
    lookAtDocument(replaced(replaced(kSound, "\"duration_s\": 5,", ""), "100", "100, \"count\": 5"));

    lookAtServers();
    lookAtChoicesOfTcp();
    lookAtNetworks();
    lookAtChanges();
    lookAtParts();

    Experiment none;
    look(validate(none, smallMachine()));
    Experiment lone = read(wrong::document(wrong::kProcesses, R"({"mechanism":"pipe","from":"p","to":"c"})"));
    lone.links[0].senders.clear();
    lone.links[0].receivers.clear();
    look(validate(lone, smallMachine()));

    const std::pair<Sentence, const char*> problems[] = {
#define SENTENCE(name, text) {Sentence::name, text},
#include "core/sentences_of_problems.def"
#undef SENTENCE
    };
    expectMet(problems, kOfSomeMachines);
}

// Every mechanism is asked for what some of them cannot do.
TEST_F(ProblemsInKorean, EveryRefusalOfAMechanism) {
    std::vector<LinkRequest> specs;
    for (const std::optional<std::uint64_t> bytes : {std::optional<std::uint64_t>(), {1}, {1ULL << 31}, {1ULL << 40}}) {
        for (const std::optional<std::uint64_t> messages :
             {std::optional<std::uint64_t>(), {0}, {70'000}, {1ULL << 33}}) {
            for (const std::uint32_t size : {64U, 1U << 16U, 1U << 20U, kMaxMessageBytes, kMaxMessageBytes + 1}) {
                for (const unsigned senders : {1U, 5000U}) {
                    for (const char* sync : {"", "posix-sem", "no-such-thing"}) {
                        LinkRequest& spec = specs.emplace_back();
                        spec.name = "l";
                        spec.capacityBytes = bytes;
                        spec.capacityMessages = messages;
                        spec.maxMessageBytes = size;
                        spec.senders = senders;
                        spec.sync = sync;
                        if (senders > 1) spec.wire.emplace();
                    }
                }
            }
        }
    }
    std::set<std::string> seen;
    for (const Mechanism* mechanism : allMechanisms()) {
        for (const LinkRequest& spec : specs) {
            const Refusal refusal = mechanism->refusal(spec);
            if (!refusal.empty() && seen.insert(refusal).second) look(refusal);
        }
    }
    const Traits& pipe = findMechanism("pipe")->info().traits;
    look(roomRefusal(pipe, EBUSY, 4096));
    look(roomRefusal(pipe, EPERM, 1ULL << 40));
    look(roomRefusal(pipe, EPERM, 1));
    const std::pair<Sentence, const char*> refusals[] = {
#define SENTENCE(name, text) {Sentence::name, text},
#include "core/sentences_of_refusals.def"
#undef SENTENCE
    };
    expectMet(refusals, kOfSomeKernels);
}

}  // namespace
}  // namespace ipclab::test
