#include "inspect/ends_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "inspect/choice_box.h"
#include "inspect/field_form.h"
#include "inspect/plain_text.h"
#include "inspect/section.h"
#include "runs/said.h"

namespace ipclab {

EndsForm::EndsForm(Editor& editor, LinkSide side, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_side(side),
      m_heading(sectionHeading(this)),
      m_ends(new ChoiceBox(this)),
      m_add(new QToolButton(this)),
      m_remove(new QToolButton(this)),
      m_form(new FieldForm(editor, {}, this)),
      m_problems(new QLabel(this)) {
    m_ends->setMinimumContentsLength(8);
    for (QToolButton* button : {m_add, m_remove}) {
        button->setProperty("kind", QStringLiteral("small"));
        button->setFixedSize(24, 24);
    }
    m_add->setText(QStringLiteral("+"));
    m_remove->setText(QStringLiteral("−"));
    m_problems->setProperty("kind", QStringLiteral("alarm"));
    m_problems->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problems->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_heading);
    head->addWidget(m_ends, 1);
    head->addStretch(0);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_form);
    column->addWidget(m_problems);
    connect(m_ends, &QComboBox::activated, this, &EndsForm::chooseEnd);
    connect(m_add, &QToolButton::clicked, this, &EndsForm::add);
    connect(m_remove, &QToolButton::clicked, this, &EndsForm::remove);
    retranslate();
}

void EndsForm::retranslate() {
    const bool from = m_side == LinkSide::From;
    m_heading->setText(from ? tr("Sends") : tr("Receives"));
    m_ends->setAccessibleName(from ? tr("Senders") : tr("Receivers"));
    m_ends->setToolTip(tr("Whose fields are shown below"));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_add, from ? tr("Add a sender") : tr("Add a receiver"));
    name(m_remove, from ? tr("Remove this sender") : tr("Remove this receiver"));
    m_form->retranslate();
}

const std::vector<EndSpec>& EndsForm::specs() const {
    const LinkSpec& link = *m_editor.document().link(m_link);
    return m_side == LinkSide::From ? link.senders : link.receivers;
}

void EndsForm::setLink(PartId link) {
    m_end = 0;
    m_link = link;
    if (!specs().empty()) m_form->setEnd({m_link, m_side, 0});
}

void EndsForm::chooseEnd(int index) {
    m_end = static_cast<std::size_t>(std::max(index, 0));
    m_form->setEnd({m_link, m_side, m_end});
    refresh(m_editor.problemsOf({Part::Kind::Link, m_link}));
}

void EndsForm::showEnds() {
    const QSignalBlocker quiet(m_ends);
    m_ends->clear();
    for (const EndSpec& end : specs()) m_ends->addItem(text(end.process));
    m_ends->setCurrentIndex(static_cast<int>(m_end));
    m_ends->setVisible(specs().size() > 1);
    m_remove->setEnabled(specs().size() > 1);
    m_form->setVisible(!specs().empty());
}

// Those of the end that is shown go to its fields; a lone end stands in the file without its array.
std::vector<Problem> EndsForm::problemsHere(const std::vector<Problem>& problems) {
    const std::string side = m_side == LinkSide::From ? "/from" : "/to";
    const bool lone = specs().size() == 1;
    const std::string own = lone ? side : side + "/" + std::to_string(m_end);
    std::vector<Problem> here;
    QStringList others;
    for (const Problem& problem : problems) {
        const bool ofSide = problem.pointer == side || problem.pointer.starts_with(side + "/");
        const bool ofEnd = problem.pointer.starts_with(own + "/") || (!lone && problem.pointer == own);
        if (ofEnd) {
            here.push_back(problem);
            here.back().pointer.erase(0, own.size());
        } else if (ofSide) {
            others << said(problem.message);
        }
    }
    m_problems->setText(others.join(QLatin1Char('\n')));
    return here;
}

void EndsForm::refresh(const std::vector<Problem>& problems) {
    if (m_end >= specs().size()) {
        m_end = 0;
        if (!specs().empty()) m_form->setEnd({m_link, m_side, m_end});
    }
    showEnds();
    const std::vector<Problem> here = problemsHere(problems);
    if (!specs().empty()) m_form->refresh(here);
    QStringList lines;
    if (!m_problems->text().isEmpty()) lines << m_problems->text();
    for (const Problem& problem : m_form->leftOver()) lines << said(problem.message);
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
}

// One that is not at this side yet.
void EndsForm::add() {
    const auto& processes = m_editor.document().experiment().processes;
    const auto isFree = [&](const ProcessSpec& process) {
        const LinkSpec& link = *m_editor.document().link(m_link);
        const auto isAt = [&](const EndSpec& end) { return end.process == process.name; };
        return std::ranges::none_of(link.senders, isAt) && std::ranges::none_of(link.receivers, isAt);
    };
    const auto free = std::ranges::find_if(processes, isFree);
    EndSpec end;
    end.process = free != processes.end() ? free->name : specs().empty() ? std::string() : specs().front().process;
    m_end = specs().size();
    m_editor.apply(addEnd(m_editor.document(), m_link, m_side, end),
                   m_side == LinkSide::From ? tr("Add a sender") : tr("Add a receiver"));
    chooseEnd(static_cast<int>(m_end));
    m_ends->setFocus();
}

void EndsForm::remove() {
    if (specs().size() < 2) return;
    const std::size_t end = m_end;
    m_end = 0;
    m_form->setEnd({m_link, m_side, m_end});
    m_editor.apply(removeEnd(m_editor.document(), m_link, m_side, end),
                   m_side == LinkSide::From ? tr("Remove a sender") : tr("Remove a receiver"));
    chooseEnd(0);
}

}  // namespace ipclab
