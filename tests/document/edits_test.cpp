#include "document/edits.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "document/revision.h"
#include "documents.h"
#include "random_edits.h"

namespace ipclab {
namespace {

using test::kSharing;
using test::kSound;
using test::RandomEdits;
using Kind = Part::Kind;

Document open(const std::string& text) { return Document(test::read(text)); }

std::string text(const Document& document) { return writeExperiment(document.experiment()); }

std::vector<std::string> everyDocument() {
    std::vector<std::string> texts{kSound, kSharing};
    for (const auto& path : test::presetFiles()) texts.push_back(test::fileText(path));
    return texts;
}

void expectSameProblems(const Revision& revision, const Document& document, const char* when) {
    ASSERT_EQ(revision.problems(), validate(document.experiment()))
        << when << "\n"
        << text(document) << "\nkept:" << test::listed(revision.problems())
        << "\nwhole:" << test::listed(validate(document.experiment()));
}

TEST(Edits, UndoneInReverseGiveTheSameDocumentAndRedoneTheSameAgainAndProblemsAreTheWholeOnes) {
    unsigned seed = 1;
    for (const std::string& preset : everyDocument()) {
        SCOPED_TRACE("seed " + std::to_string(++seed));
        RandomEdits random(seed);
        Document document = open(preset);
        Revision revision(document);
        const Document first = document;
        std::vector<Document> states{document};
        std::vector<Edit> undos;
        for (int i = 0; i < 40; ++i) {
            const Edit edit = random.edit(document);
            undos.push_back(document.apply(edit));
            revision.update(edit);
            states.push_back(document);
            ASSERT_NO_FATAL_FAILURE(expectSameProblems(revision, document, "edited"));
        }
        std::vector<Edit> redos;
        for (std::size_t i = undos.size(); i-- > 0;) {
            redos.push_back(document.apply(undos[i]));
            revision.update(undos[i]);
            ASSERT_EQ(document, states[i]) << "undone " << i;
            ASSERT_NO_FATAL_FAILURE(expectSameProblems(revision, document, "undone"));
        }
        EXPECT_EQ(text(document), text(first));
        for (std::size_t i = redos.size(); i-- > 0;) document.apply(redos[i]);
        EXPECT_EQ(document, states.back());
        EXPECT_EQ(text(document), text(states.back()));
    }
}

TEST(Edits, ANameIsFollowedToWhereverItIsMeant) {
    Document document = open(kSound);
    document.apply(renamePart(document, document.ids().at(Kind::Process, 1), "sink"));
    const Experiment& now = document.experiment();
    EXPECT_EQ(now.links[0].receivers[0].process, "sink");
    EXPECT_EQ(now.links[0].name, "producer→sink") << "called by its ends, it is called by them still";
    EXPECT_EQ(now.steps[0].process, "sink");
    Document sharing = open(kSharing);
    sharing.apply(renamePart(sharing, sharing.ids().at(Kind::Process, 0), "x"));
    EXPECT_EQ(sharing.experiment().shared[0].processes, (std::vector<std::string>{"x", "b"}));
}

TEST(Edits, AProcessTakesWhatIsNothingWithoutItAlongAndComesBackWithIt) {
    Document document = open(kSound);
    const Document before = document;
    const Part consumer = document.ids().at(Kind::Process, 1);
    const Edit undo = document.apply(removePart(document, consumer));
    EXPECT_EQ(document.experiment().processes.size(), 1U);
    EXPECT_TRUE(document.experiment().links.empty());
    EXPECT_TRUE(document.experiment().steps.empty());
    document.apply(undo);
    EXPECT_EQ(document, before);
    EXPECT_EQ(document.ids().indexOf(consumer), 1U);
}

TEST(Edits, AnIdIsNeverGivenTwice) {
    Document document = open(kSound);
    ProcessSpec spec;
    spec.name = spec.program = "relay";
    const Edit add = addPart(document, spec);
    const Part added = std::get<InsertPart>(add.changes.front()).part;
    document.apply(document.apply(add));
    EXPECT_EQ(document.ids().indexOf(added), std::nullopt);
    const Edit again = addPart(document, spec);
    EXPECT_NE(std::get<InsertPart>(again.changes.front()).part, added);
}

TEST(Edits, WhatIsPastedHasFreeNamesAndMeansItself) {
    Document document = open(kSound);
    const std::vector<Part> both{document.ids().at(Kind::Process, 0), document.ids().at(Kind::Process, 1)};
    document.apply(paste(document, copyOf(document, both)));
    const Experiment& now = document.experiment();
    ASSERT_EQ(now.processes.size(), 4U);
    EXPECT_EQ(now.processes[2].name, "producer-2");
    ASSERT_EQ(now.links.size(), 2U);
    EXPECT_EQ(now.links[1].name, "producer-2→consumer-2");
    EXPECT_EQ(now.steps.at(1).process, "consumer-2");
    EXPECT_EQ(exitStatus(validate(now)), 0) << test::listed(validate(now));
    document.apply(paste(document, copyOf(document, both)));
    EXPECT_EQ(document.experiment().processes[4].name, "producer-3");
}

TEST(Edits, AFieldIsSetAsTheFileWouldSayItAndRefusedInTheSameWords) {
    Document document = open(kSound);
    const Part link = document.ids().at(Kind::Link, 0), producer = document.ids().at(Kind::Process, 0);
    document.apply(setField(document, link, "capacity/bytes", 8192).edit);
    EXPECT_EQ(document.experiment().links[0].capacityBytes, 8192U);
    document.apply(setField(document, link, "from/0/mode", "poll").edit);
    EXPECT_EQ(document.experiment().links[0].senders[0].mode, EndMode::Poll);
    document.apply(setField(document, link, "capacity/bytes", nullptr).edit);
    EXPECT_EQ(document.experiment().links[0].capacityBytes, std::nullopt);
    document.apply(setField(document, Part{}, "name/ko", "첫 실험").edit);
    EXPECT_EQ(document.experiment().name.at("ko"), "첫 실험");
    const Document before = document;
    const FieldEdit wrong = setField(document, producer, "rate_per_s", "fast");
    ASSERT_TRUE(wrong.problem);
    EXPECT_EQ(wrong.problem->pointer, "/rate_per_s");
    EXPECT_NE(wrong.problem->message.find("\"fast\""), std::string::npos) << wrong.problem->message;
    EXPECT_TRUE(wrong.edit.isEmpty());
    const FieldEdit unknown = setField(document, producer, "rate", 5);
    ASSERT_TRUE(unknown.problem);
    EXPECT_NE(unknown.problem->message.find("rate_per_s"), std::string::npos) << unknown.problem->message;
    EXPECT_EQ(document, before);
}

// Every field that the file can hold can be read from a part and set again without a difference.
TEST(Edits, EveryFieldOfEveryPresetCanBeSetToWhatItIs) {
    for (const std::string& preset : everyDocument()) {
        Document document = open(preset);
        for (const Kind kind : {Kind::None, Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) {
            const std::vector<PartId> ids = kind == Kind::None ? std::vector<PartId>{0} : document.ids().of(kind);
            for (const PartId id : ids) {
                const Part part{kind, id};
                const auto fields = fieldsOf(document, part);
                for (const auto& [field, value] : fields.items()) {
                    const FieldEdit same = setField(document, part, field, value);
                    EXPECT_FALSE(same.problem) << field << ": " << same.problem->message;
                    EXPECT_TRUE(same.edit.isEmpty()) << field << " of " << text(document);
                }
            }
        }
    }
}

// --- what an edit costs -----------------------------------------------------------------------------------------

Document chain(int processes) {
    Experiment experiment = test::read(kSound);
    experiment.links.clear();
    experiment.steps.clear();
    experiment.processes.resize(1);
    for (int i = 1; i < processes; ++i) {
        ProcessSpec relay;
        relay.name = "relay" + std::to_string(i);
        relay.program = i + 1 < processes ? "relay" : "consumer";
        LinkSpec link;
        link.name = "link" + std::to_string(i);
        link.mechanism = "pipe";
        link.senders.emplace_back().process = experiment.processes.back().name;
        link.receivers.emplace_back().process = relay.name;
        experiment.processes.push_back(std::move(relay));
        experiment.links.push_back(std::move(link));
    }
    return Document(std::move(experiment));
}

TEST(Revision, AnEditAsksTheRulesThatLookAtItAlone) {
    const auto askedBy = [](int processes, const auto& makeEdit) {
        Document document = chain(processes);
        Revision revision(document);
        EXPECT_GE(revision.asked(), static_cast<std::size_t>(processes));
        const std::size_t before = revision.asked();
        const Edit edit = makeEdit(document);
        document.apply(edit);
        revision.update(edit);
        EXPECT_EQ(revision.problems(), validate(document.experiment()));
        return revision.asked() - before;
    };
    const std::vector<std::pair<const char*, Edit (*)(const Document&)>> edits{
        {"a rate", [](const Document& d) { return setField(d, d.ids().at(Kind::Process, 50), "work_us", 5).edit; }},
        {"a name", [](const Document& d) { return renamePart(d, d.ids().at(Kind::Process, 50), "new"); }},
        {"a mechanism",
         [](const Document& d) { return setField(d, d.ids().at(Kind::Link, 50), "mechanism", "fifo").edit; }},
        {"a removal", [](const Document& d) { return removePart(d, d.ids().at(Kind::Link, 50)); }},
        {"an addition", [](const Document& d) { return addPart(d, Step{.atNs = 1, .process = "relay7"}); }},
    };
    for (const auto& [what, makeEdit] : edits) {
        const std::size_t few = askedBy(100, makeEdit), many = askedBy(400, makeEdit);
        std::printf("%s asks %zu rules, of %d processes and %d links\n", what, many, 400, 399);
        EXPECT_EQ(few, many) << what << ": it does not depend on how large the document is";
        EXPECT_LE(many, 20U) << what;
    }
}

}  // namespace
}  // namespace ipclab
