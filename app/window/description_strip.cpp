#include "window/description_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "bridge/words.h"

namespace ipclab {

DescriptionStrip::DescriptionStrip(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_name(new QLabel(this)),
      m_edited(new QLabel(this)),
      m_look(new QLabel(this)) {
    setObjectName(QStringLiteral("description"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setProperty("kind", QStringLiteral("title"));
    m_edited->setProperty("kind", QStringLiteral("muted"));
    m_look->setProperty("kind", QStringLiteral("muted"));
    m_look->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_edited);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 10);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_look);
    connect(&session.shown(), &RunSource::documentOpened, this, &DescriptionStrip::refresh);
    connect(&session.shown(), &RunSource::settingsChanged, this, &DescriptionStrip::refresh);
    refresh();
}

void DescriptionStrip::refresh() {
    const Experiment& experiment = m_session.experiment();
    m_name->setText(experiment.processes.empty() ? tr("Nothing is open") : Words::local(experiment.name));
    m_edited->setText(m_session.isEdited() ? tr("settings changed") : QString());
    QString look = Words::local(experiment.look.empty() ? experiment.summary : experiment.look);
    if (experiment.processes.empty()) look = tr("Choose an experiment from the library on the left, or open a file.");
    m_look->setText(look);
    m_look->setVisible(!look.isEmpty());
}

void DescriptionStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace ipclab
