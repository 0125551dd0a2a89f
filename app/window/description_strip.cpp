#include "window/description_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "bridge/icons.h"
#include "bridge/words.h"
#include "window/elided_label.h"

namespace ipclab {
namespace {

// Of a document that says nothing of itself: always one line, so that nothing moves while it is built.
QString nextStep(const Experiment& experiment) {
    if (experiment.processes.empty())
        return DescriptionStrip::tr("Drag programs onto the canvas from the list on the left, or open an experiment.");
    if (experiment.processes.size() > 1 && experiment.links.empty())
        return DescriptionStrip::tr("Point at a program and draw a link from the handle at its edge to another one.");
    return DescriptionStrip::tr("Press Run. The inspector takes what there is to say about it, under Description.");
}

}  // namespace

DescriptionStrip::DescriptionStrip(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_name(new QLabel(this)),
      m_edited(new QLabel(this)),
      m_brief(new ElidedLabel(this)),
      m_look(new QLabel(this)),
      m_fold(new QToolButton(this)) {
    setObjectName(QStringLiteral("description"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setProperty("kind", QStringLiteral("title"));
    for (QWidget* muted : std::initializer_list<QWidget*>{m_edited, m_brief, m_look})
        muted->setProperty("kind", QStringLiteral("muted"));
    m_look->setWordWrap(true);
    m_fold->setProperty("kind", QStringLiteral("page"));
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_edited);
    head->addWidget(m_brief, 1);
    head->addWidget(m_fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 1, 8, 2);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_look);
    connect(&session.shown(), &RunSource::documentOpened, this, [this] { setFolded(false); });
    connect(&session.shown(), &RunSource::settingsChanged, this, &DescriptionStrip::refresh);
    refresh();
}

void DescriptionStrip::refresh() {
    const Experiment& experiment = m_session.experiment();
    const QString name = Words::local(experiment.name);
    m_name->setText(name.isEmpty() ? tr("New experiment") : name);
    m_edited->setText(m_session.isEdited() ? tr("settings changed") : QString());
    m_edited->setVisible(!m_edited->text().isEmpty());
    QString look = Words::local(experiment.look.empty() ? experiment.summary : experiment.look);
    if (look.isEmpty()) look = m_isOfExercise ? tr("A step of an exercise: what to do is told there.") : nextStep(experiment);
    m_look->setText(look);
    static_cast<ElidedLabel*>(m_brief)->setText(look);
    showFold();
}

void DescriptionStrip::setOfExercise(bool is) {
    m_isOfExercise = is;
    refresh();
}

void DescriptionStrip::setFolded(bool folded) {
    m_folded = folded;
    refresh();
}

void DescriptionStrip::showFold() {
    const bool any = !m_look->text().isEmpty();
    m_look->setVisible(any && !m_folded);
    static_cast<ElidedLabel*>(m_brief)->setTextShown(m_folded);
    m_fold->setVisible(any);
    m_fold->setIcon(themedIcon(m_folded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up")));
    m_fold->setToolTip(m_folded ? tr("Show what to look at") : tr("Fold the description to one line"));
    m_fold->setAccessibleName(m_fold->toolTip());
}

// Anywhere on the folded line: it is the text that somebody wants to go on reading.
void DescriptionStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (m_folded && event->button() == Qt::LeftButton && rect().contains(event->pos())) setFolded(false);
}

void DescriptionStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
