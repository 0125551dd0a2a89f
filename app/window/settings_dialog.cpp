#include "window/settings_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "window/settings_page.h"

namespace ipclab {

SettingsDialog::SettingsDialog(PreferencesInForce& preferences, QWidget* parent)
    : QDialog(parent),
      m_preferences(preferences),
      m_list(new QListWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_reset(new QPushButton(this)),
      m_hints(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("settings"));
    m_list->setObjectName(QStringLiteral("pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 10, 16, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_hints);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    for (QPushButton* button : {m_reset, m_hints}) button->setAutoDefault(false);
    m_close->setDefault(true);
    for (SettingsPage* page : makeSettingsPages(preferences, this)) addPage(page);
    m_list->setCurrentRow(0);
    resize(700, 470);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_reset, &QPushButton::clicked, this, &SettingsDialog::askReset);
    connect(m_hints, &QPushButton::clicked, this, &SettingsDialog::hintsWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

// It scrolls where text is large and the screen small.
void SettingsDialog::addPage(SettingsPage* page) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    m_list->addItem(page->title());
    m_pages.push_back(page);
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_reset->setText(tr("&Reset all…"));
    m_hints->setText(tr("Show the &hints again"));
    m_close->setText(tr("Close"));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->retranslate();
        m_list->item(static_cast<int>(i))->setText(m_pages[i]->title());
    }
    ensurePolished();
    m_list->setFixedWidth(std::max(m_list->sizeHintForColumn(0) + 36, 140));
}

void SettingsDialog::askReset() {
    if (m_question != nullptr) return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Reset the settings"),
                                 tr("Set all settings back to what they were at first?"), QMessageBox::Cancel, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(
        tr("Of the tables the columns too. Experiments, the files opened last and what you have agreed to stay."));
    QPushButton* reset = m_question->addButton(tr("Reset"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(QMessageBox::Cancel);
    QMessageBox* asked = m_question;
    connect(asked, &QMessageBox::finished, this, [this, asked, reset] {
        m_question = nullptr;
        if (asked->clickedButton() != reset) return;
        m_preferences.set({});
        emit resetDone();
    });
    m_question->open();
}

void SettingsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace ipclab
