#include "document/revision.h"

#include <map>
#include <set>
#include <utility>

#include "document/groups.h"
#include "document/rule_list.h"
#include "document/validation.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

Rule ruleOf(Kind kind) {
    constexpr std::array<Rule, 5> rules{Rule::Identity, Rule::Process, Rule::Link, Rule::Shared, Rule::Step};
    return rules.at(static_cast<std::size_t>(kind));
}

// What a rule can have looked at where it looked at this part.
std::set<Looked> looksAt(const ProcessSpec& process) {
    return {{Look::Process, process.name}, {Look::Processes}, {Look::ProcessNames, process.name}};
}

std::set<Looked> looksAt(const LinkSpec& link) {
    std::set<Looked> looks{{Look::Link, link.name}, {Look::Links}, {Look::LinkNames, link.name}};
    if (!link.reverseOf.empty()) looks.insert({Look::Reverse, link.reverseOf});
    for (const EndSpec& end : link.senders) looks.insert({Look::Ports, end.process});
    for (const EndSpec& end : link.receivers) looks.insert({Look::Ports, end.process});
    return looks;
}

std::set<Looked> looksAt(const SharedSpec& shared) { return {{Look::SharedOfName, shared.name}, {Look::Shared}}; }

std::set<Looked> looksAt(const Step&) { return {{Look::Steps}}; }

bool isAListOfNames(Look look) { return look == Look::ProcessNames || look == Look::LinkNames; }

// What is not said of a link by itself: how large messages may be that come to it, and whether another link has its
// object too.
bool sameFromOthers(const LinkRequest& one, const LinkRequest& other) {
    return one.maxMessageBytes == other.maxMessageBytes && one.duplex == other.duplex && one.tcp == other.tcp;
}

}  // namespace

class Revision::Private {
public:
    Private(const Document& document, Machine machine)
        : m_document(document), m_machine(std::move(machine)), m_review(document.experiment(), m_machine) {
        takeSpecs();
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            for (const PartId part : partsOf(static_cast<Rule>(rule))) ask({static_cast<Rule>(rule), part});
        }
        for (const Kind kind : {Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) {
            for (const PartId id : document.ids().of(kind)) m_seen[{kind, id}] = looksNow({kind, id});
        }
    }

    void update(const Edit& edit) {
        std::set<Looked> changed;
        std::set<Question> again;
        const std::vector<Part> touched = edit.touched();
        bool named = false, sized = false;
        for (const Part& part : touched) {
            noteChange(part, changed);
            again.insert({ruleOf(part.kind), part.id});
            named = named || (part.kind != Kind::None && part.kind != Kind::Step);
            sized = sized || (part.kind != Kind::None && part.kind != Kind::Shared);
        }
        if (named) m_review.resolve();
        if (sized) noteSpecs(again);
        for (const Looked& look : changed) {
            const auto rules = m_askers.find(look);
            if (rules != m_askers.end()) again.insert(rules->second.begin(), rules->second.end());
        }
        for (const Question& question : again) {
            forget(question);
            if (isThere(question)) ask(question);
        }
    }

    [[nodiscard]] std::vector<Problem> problems() const {
        // What would run is checked, of which the rules know the document's parts no more.
        if (hasGroups(m_document.experiment())) return validate(m_document.experiment(), m_machine);
        std::vector<Problem> all;
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            const Kind kind = kindOf(static_cast<Rule>(rule));
            std::size_t index = 0;
            for (const PartId part : partsOf(static_cast<Rule>(rule))) {
                for (Problem problem : m_answers.at({static_cast<Rule>(rule), part}).problems) {
                    problem.pointer.insert(0, partPointer(kind, index));
                    all.push_back(std::move(problem));
                }
                ++index;
            }
        }
        return all;
    }

    [[nodiscard]] std::size_t asked() const { return m_asked; }

private:
    // A rule, and the part it is asked of.
    struct Question {
        Rule rule = Rule::Anybody;
        PartId part = 0;  // 0 where it is about the whole
        auto operator<=>(const Question&) const = default;
    };

    struct Answer {
        std::vector<Problem> problems;  // their pointers begin at the part
        std::set<Looked> looked;
    };

    [[nodiscard]] std::vector<PartId> partsOf(Rule rule) const {
        const Kind kind = kindOf(rule);
        return kind == Kind::None ? std::vector<PartId>{0} : m_document.ids().of(kind);
    }

    [[nodiscard]] bool isThere(const Question& question) const {
        const Kind kind = kindOf(question.rule);
        return kind == Kind::None || m_document.ids().indexOf({kind, question.part});
    }

    [[nodiscard]] std::set<Looked> looksNow(const Part& part) const {
        switch (part.kind) {
            case Kind::Process:
                if (const ProcessSpec* process = m_document.process(part.id)) return looksAt(*process);
                return {};
            case Kind::Link:
                if (const LinkSpec* link = m_document.link(part.id)) return looksAt(*link);
                return {};
            case Kind::Shared:
                if (const SharedSpec* shared = m_document.shared(part.id)) return looksAt(*shared);
                return {};
            case Kind::Step:
                if (const Step* step = m_document.step(part.id)) return looksAt(*step);
                return {};
            case Kind::None:
                break;
        }
        return {{Look::Head}};
    }

    // Everything that shows the part, as it was and as it is. A list of names shows only what is called otherwise now.
    void noteChange(const Part& part, std::set<Looked>& changed) {
        std::set<Looked> now = looksNow(part);
        std::set<Looked>& before = m_seen[part];
        for (const auto* looks : {&before, &now}) {
            const std::set<Looked>& others = looks == &now ? before : now;
            for (const Looked& look : *looks) {
                if (!isAListOfNames(look.at)) changed.insert(look);
                if (isAListOfNames(look.at) && !others.contains(look)) changed.insert({look.at});
            }
        }
        if (now.empty())
            m_seen.erase(part);
        else
            before = std::move(now);
    }

    void takeSpecs() {
        m_specs = linkSpecs(m_document.experiment());
        m_specIds = m_document.ids().of(Kind::Link);
    }

    void noteSpecs(std::set<Question>& again) {
        const std::vector<LinkRequest> specs = std::move(m_specs);
        const std::vector<PartId> ids = std::move(m_specIds);
        takeSpecs();
        std::map<PartId, const LinkRequest*> former;
        for (std::size_t i = 0; i < ids.size(); ++i) former.emplace_hint(former.end(), ids[i], &specs[i]);
        for (std::size_t i = 0; i < m_specs.size(); ++i) {
            const auto before = former.find(m_specIds[i]);
            if (before != former.end() && sameFromOthers(*before->second, m_specs[i])) continue;
            again.insert({Rule::Link, m_specIds[i]});
            again.insert({Rule::QueueMemory, 0});
        }
    }

    void ask(const Question& question) {
        const Kind kind = kindOf(question.rule);
        const std::size_t index = kind == Kind::None ? 0 : *m_document.ids().indexOf({kind, question.part});
        Answer& answer = m_answers[question];
        m_review.listLooks(&answer.looked);
        ipclab::ask(m_review, question.rule, m_document.experiment(), m_specs, index);
        m_review.listLooks(nullptr);
        answer.problems = std::exchange(m_review.problems, {});
        for (const Looked& look : answer.looked) m_askers[look].insert(question);
        ++m_asked;
    }

    void forget(const Question& question) {
        const auto answer = m_answers.find(question);
        if (answer == m_answers.end()) return;
        for (const Looked& look : answer->second.looked) {
            const auto askers = m_askers.find(look);
            askers->second.erase(question);
            if (askers->second.empty()) m_askers.erase(askers);
        }
        m_answers.erase(answer);
    }

    const Document& m_document;
    Machine m_machine;
    Review m_review;
    std::vector<LinkRequest> m_specs;
    std::vector<PartId> m_specIds;  // whose they are
    std::map<Part, std::set<Looked>> m_seen;
    std::map<Question, Answer> m_answers;
    std::map<Looked, std::set<Question>> m_askers;
    std::size_t m_asked = 0;
};

Revision::Revision(const Document& document, Machine machine)
    : d(std::make_unique<Private>(document, std::move(machine))) {}

Revision::~Revision() = default;

void Revision::update(const Edit& edit) { d->update(edit); }
std::vector<Problem> Revision::problems() const { return d->problems(); }
std::size_t Revision::asked() const { return d->asked(); }

}  // namespace ipclab
