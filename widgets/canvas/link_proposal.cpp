#include "canvas/link_proposal.h"

#include <algorithm>
#include <array>

#include "core/sentences.h"
#include "document/experiment_json.h"
#include "document/validation.h"
#include "links/registry.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

bool isOfPart(const Problem& problem) {
    return problem.pointer.starts_with("/links/") || problem.pointer.starts_with("/processes/");
}

// A program that wants further ends than those it has by now.
bool isLack(const Problem& problem) {
    return std::ranges::any_of(std::array{"from", "to"}, [&](const char* side) {
        return problem.message.find(say(Sentence::NameItIn, {{"side", side}})) != std::string::npos;
    });
}

EndSpec endOf(const ProcessSpec& process) {
    EndSpec end;
    end.process = process.name;
    return end;
}

}  // namespace

LinkProposals::LinkProposals(const Document& document, std::string wantedMechanism)
    : m_document(document),
      m_wanted(std::move(wantedMechanism)),
      m_machine(thisMachine()),
      m_before(errorsOf(document.experiment())) {}

const LinkProposal& LinkProposals::propose(const Part& from, const Part& to) {
    const auto known = m_known.find({from, to});
    if (known != m_known.end()) return known->second;
    const bool isNew = from.kind == Kind::Process && to.kind == Kind::Process;
    return m_known.emplace(std::pair(from, to), isNew ? newLink(from, to) : newEnd(from, to)).first->second;
}

std::set<std::string> LinkProposals::errorsOf(const Experiment& experiment) const {
    std::set<std::string> errors;
    for (const Problem& problem : validate(experiment, m_machine)) {
        if (problem.severity == Severity::Error && isOfPart(problem)) errors.insert(problem.message);
    }
    return errors;
}

LinkProposals::Verdict LinkProposals::judge(const Edit& edit) const {
    Document trial = m_document;
    trial.apply(edit);
    for (const Problem& problem : validate(trial.experiment(), m_machine)) {
        if (problem.severity != Severity::Error || !isOfPart(problem) || isLack(problem)) continue;
        if (m_before.contains(problem.message)) continue;
        return {problem.message, problem.pointer.starts_with("/links/")};
    }
    return {};
}

// The wanted mechanism; where that cannot be, the first that can.
LinkProposal LinkProposals::newLink(const Part& from, const Part& to) const {
    LinkProposal proposal{editFor(from, to, m_wanted), {}, m_wanted, false};
    const Verdict verdict = judge(proposal.edit);
    if (verdict.refusal.empty()) return proposal;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (!verdict.byLink || from == to) break;
        const std::string id(mechanism->info().id);
        Edit edit = editFor(from, to, id);
        if (judge(edit).refusal.empty()) return {std::move(edit), {}, id, true};
    }
    return {{}, verdict.refusal, m_wanted, false};
}

LinkProposal LinkProposals::newEnd(const Part& from, const Part& to) const {
    const bool sends = from.kind == Kind::Process && to.kind == Kind::Link;
    if (!sends && (from.kind != Kind::Link || to.kind != Kind::Process))
        return {{}, say(Sentence::LinkToLink), {}, false};
    const Part& link = sends ? to : from;
    const EndSpec end = endOf(*m_document.process(sends ? from.id : to.id));
    Edit edit = addEnd(m_document, link.id, sends ? LinkSide::From : LinkSide::To, end);
    const Verdict verdict = judge(edit);
    if (!verdict.refusal.empty()) return {{}, verdict.refusal, {}, false};
    return {std::move(edit), {}, {}, false};
}

Edit LinkProposals::editFor(const Part& from, const Part& to, std::string_view mechanism) const {
    LinkSpec link;
    link.mechanism = mechanism;
    link.senders.push_back(endOf(*m_document.process(from.id)));
    link.receivers.push_back(endOf(*m_document.process(to.id)));
    link.name = defaultLinkName(link.senders.front().process, link.receivers.front().process);
    return paste(m_document, Fragment{{}, {std::move(link)}, {}, {}});
}

}  // namespace ipclab
