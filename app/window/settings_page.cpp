#include "window/settings_page.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "plot/plain_tip.h"
#include "window/plain_text.h"

namespace ipclab {
namespace {

enum Column { LabelColumn, FieldColumn, BesideColumn, RestColumn };

constexpr int kFieldPx = 190;
constexpr int kLastRow = 1000;  // empty, and takes what is left

QLabel* note(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("kind", QStringLiteral("muted"));
    label->setWordWrap(true);
    return label;
}

}  // namespace

SettingsPage::SettingsPage(PreferencesInForce& preferences, QWidget* parent)
    : QWidget(parent), m_preferences(preferences), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(24, 20, 24, 20);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(RestColumn, 1);
    m_grid->setRowStretch(kLastRow, 1);
    connect(&preferences, &PreferencesInForce::changed, this, &SettingsPage::showValues);
}

void SettingsPage::Row::say(const QString& text, const QString& more) const {
    label->setText(text);
    note->setText(more);
    note->setVisible(!more.isEmpty());
    field->setAccessibleName(plainText(text));
    field->setAccessibleDescription(more);
    field->setToolTip(plainTip(more.isEmpty() ? plainText(text) : more));
}

SettingsPage::Row SettingsPage::addRow(QWidget* field, QWidget* beside) {
    const Row row{new QLabel(this), field, note(this)};
    const int at = m_nextRow;
    m_nextRow += 3;
    if (at > 0) m_grid->setRowMinimumHeight(at - 1, 12);  // between the rows
    row.label->setBuddy(field);
    field->setMinimumWidth(kFieldPx);
    const bool high = qobject_cast<QAbstractItemView*>(field) != nullptr;
    m_grid->addWidget(row.label, at, LabelColumn, Qt::AlignLeft | (high ? Qt::AlignTop : Qt::AlignVCenter));
    m_grid->addWidget(field, at, FieldColumn);
    if (beside != nullptr) m_grid->addWidget(beside, at, BesideColumn);
    m_grid->addWidget(row.note, at + 1, FieldColumn, 1, 3);
    return row;
}

void SettingsPage::addBelow(QWidget* widget) { m_grid->addWidget(widget, m_nextRow++, FieldColumn, Qt::AlignLeft); }

QLabel* SettingsPage::addRemark() {
    QLabel* remark = note(this);
    m_grid->setRowMinimumHeight(m_nextRow, 8);
    m_grid->addWidget(remark, m_nextRow + 1, LabelColumn, 1, 4);
    m_nextRow += 2;
    return remark;
}

void SettingsPage::setWords(QComboBox* box, const QStringList& words) {
    const QSignalBlocker quiet(box);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i < box->count())
            box->setItemText(static_cast<int>(i), words[i]);
        else
            box->addItem(words[i]);
    }
}

void SettingsPage::choose(QComboBox* box, int index) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(index);
}

}  // namespace ipclab
