#include "lab_views/option_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QRadioButton>

#include "lab_views/lab_text.h"

namespace ipclab {

OptionRow::OptionRow(QWidget* parent) : QWidget(parent), m_button(new QRadioButton(this)), m_text(new QLabel(this)) {
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);  // a click is the button's
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void OptionRow::setText(const QString& sentence) {
    m_text->setText(richLineOf(sentence));
    m_button->setAccessibleName(plainLineOf(sentence));
}

// The text is the button's, too.
void OptionRow::mousePressEvent(QMouseEvent* event) { event->setAccepted(event->button() == Qt::LeftButton); }

void OptionRow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint())) return;
    m_button->setFocus(Qt::MouseFocusReason);
    m_button->click();
}

}  // namespace ipclab
