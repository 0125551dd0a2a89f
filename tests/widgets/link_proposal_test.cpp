// A link that cannot be is refused while it is drawn, with the sentence of the validation.
#include <gmock/gmock.h>

#include "canvas/link_proposal.h"
#include "canvas/new_process.h"
#include "document/validation.h"
#include "programs/registry.h"

namespace ipclab {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using Kind = Part::Kind;

Document documentOf(std::initializer_list<const char*> programs) {
    Document document;
    Experiment head;
    head.durationNs = kNsPerSecond;
    document.apply(replaceHead(document, head));
    for (const char* program : programs)
        document.apply(paste(document, Fragment{{newProcess(program).value()}, {}, {}, {}}));
    return document;
}

Part process(PartId id) { return {Kind::Process, id}; }

TEST(LinkProposals, AFirstLinkIsAPipeWithANameOfItsOwn) {
    Document document = documentOf({"producer", "consumer"});
    const LinkProposal first = LinkProposals(document, "pipe").propose(process(0), process(1));
    EXPECT_EQ(first.refusal, "");
    EXPECT_EQ(first.mechanism, "pipe");
    document.apply(first.edit);
    EXPECT_EQ(document.experiment().links.front().name, "producer→consumer");
    EXPECT_THAT(validate(document.experiment()), IsEmpty());
    document.apply(LinkProposals(document, "fifo").propose(process(0), process(1)).edit);
    ASSERT_EQ(document.experiment().links.size(), 2U);
    EXPECT_NE(document.experiment().links[0].name, document.experiment().links[1].name);
    EXPECT_EQ(document.experiment().links[1].mechanism, "fifo");
}

TEST(LinkProposals, WhatAProgramCannotDoIsRefusedInTheWordsOfTheCheck) {
    Document document = documentOf({"producer", "consumer"});
    LinkProposals proposals(document, "pipe");
    const LinkProposal& refused = proposals.propose(process(1), process(0));
    EXPECT_TRUE(refused.edit.isEmpty());
    LinkSpec link;
    link.name = "wrong";
    link.mechanism = "pipe";
    link.senders.emplace_back().process = "consumer";
    link.receivers.emplace_back().process = "producer";
    document.apply(addPart(document, link));
    std::vector<std::string> said;
    for (const Problem& problem : validate(document.experiment())) said.push_back(problem.message);
    EXPECT_THAT(said, testing::Contains(refused.refusal));
}

// Half of what a program wants is no reason to refuse the first half.
TEST(LinkProposals, WhatIsStillMissingRefusesNothing) {
    const Document document = documentOf({"producer", "relay", "consumer", "network"});
    LinkProposals proposals(document, "pipe");
    EXPECT_EQ(proposals.propose(process(0), process(1)).refusal, "");
    EXPECT_EQ(proposals.propose(process(1), process(2)).refusal, "");
    EXPECT_EQ(proposals.propose(process(0), process(3)).refusal, "");
}

TEST(LinkProposals, WhereTheWantedMechanismCannotBeAnotherIsOffered) {
    Document document = documentOf({"load", "server"});
    const LinkProposal proposal = LinkProposals(document, "pipe").propose(process(0), process(1));
    EXPECT_EQ(proposal.refusal, "");
    EXPECT_TRUE(proposal.isOther);
    EXPECT_NE(proposal.mechanism, "pipe");
}

TEST(LinkProposals, ALinkGetsFurtherEnds) {
    Document document = documentOf({"producer", "consumer", "producer", "consumer"});
    document.apply(LinkProposals(document, "pipe").propose(process(0), process(1)).edit);
    const Part link = document.ids().at(Kind::Link, 0);
    LinkProposals proposals(document, "pipe");
    EXPECT_THAT(proposals.propose(process(3), link).refusal, testing::Not(IsEmpty())) << "a consumer does not send";
    EXPECT_THAT(proposals.propose(link, link).refusal, HasSubstr("from a program to a program"));
    document.apply(proposals.propose(process(2), link).edit);
    document.apply(LinkProposals(document, "pipe").propose(link, process(3)).edit);
    EXPECT_EQ(document.link(link.id)->senders.size(), 2U);
    EXPECT_EQ(document.link(link.id)->receivers.size(), 2U);
}

// Whatever is added can be read again, and its program is satisfied with it as far as it stands alone.
TEST(NewProcess, OfEveryProgramIsSound) {
    for (const Program* program : allPrograms()) {
        const auto process = newProcess(program->info().id);
        ASSERT_TRUE(process);
        Document document;
        document.apply(paste(document, Fragment{{*process}, {}, {}, {}}));
        for (const Problem& problem : validate(document.experiment())) {
            const bool isOfLinks = problem.message.find("of a link") != std::string::npos ||
                                   problem.message.find("shared") != std::string::npos;
            EXPECT_TRUE(problem.pointer.find("/processes/0") != 0 || isOfLinks ||
                        problem.severity == Severity::MachineLacks)
                << program->info().id << ": " << problem.pointer << ' ' << problem.message;
        }
    }
    EXPECT_FALSE(newProcess("no-such-program"));
}

}  // namespace
}  // namespace ipclab
