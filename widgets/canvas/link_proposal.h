// Whether a link can be drawn from one part to another, and as what: asked of the validation itself, on a copy of the
// document that has the link, so that what is refused while drawing is refused with the sentence of `ipclab check`.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "document/edits.h"
#include "document/machine.h"

namespace ipclab {

struct LinkProposal {
    Edit edit;              // empty: refused
    std::string refusal;    // why
    std::string mechanism;  // of the new link; empty: an end is added to one that is there
    bool isOther = false;   // the wanted mechanism cannot be between the two, this one can
};

// Of one document as it is: whoever draws makes it, asks it of every target, and drops it.
class LinkProposals {
public:
    LinkProposals(const Document& document, std::string wantedMechanism);

    // From a process to a process a new link; from or to a link one more end of it.
    const LinkProposal& propose(const Part& from, const Part& to);

private:
    struct Verdict {
        std::string refusal;
        bool byLink = false;  // what refuses is of the link: with another mechanism it may not
    };

    [[nodiscard]] LinkProposal newLink(const Part& from, const Part& to) const;
    [[nodiscard]] LinkProposal newEnd(const Part& from, const Part& to) const;
    [[nodiscard]] Edit editFor(const Part& from, const Part& to, std::string_view mechanism) const;
    [[nodiscard]] Verdict judge(const Edit& edit) const;
    [[nodiscard]] std::set<std::string> errorsOf(const Experiment& experiment) const;

    const Document& m_document;
    std::string m_wanted;
    Machine m_machine;
    std::set<std::string> m_before;  // what was wrong already refuses nothing
    std::map<std::pair<Part, Part>, LinkProposal> m_known;
};

}  // namespace ipclab
