#include "window/saving_page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace ipclab {

SavingPage::SavingPage(PreferencesInForce& preferences, QWidget* parent)
    : SettingsPage(preferences, parent),
      m_folder(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_row(addRow(m_folder, m_browse)) {
    m_folder->setObjectName(QStringLiteral("saveFolder"));
    m_folder->setClearButtonEnabled(true);
    m_browse->setAutoDefault(false);
    connect(m_folder, &QLineEdit::editingFinished, this, &SavingPage::typed);
    connect(m_browse, &QPushButton::clicked, this, &SavingPage::browse);
    retranslate();
    showValues();
}

QString SavingPage::title() const { return tr("Saving"); }

void SavingPage::retranslate() {
    m_folder->setPlaceholderText(tr("where something was saved last"));
    m_folder->ensurePolished();
    m_folder->setMinimumWidth(m_folder->fontMetrics().horizontalAdvance(m_folder->placeholderText()) + 60);
    m_browse->setText(tr("&Browse…"));
    m_row.say(tr("&Save in"),
              m_problem.isEmpty() ? tr("What the dialogs for pictures, data and experiments begin with.") : m_problem);
    const QString kind = m_problem.isEmpty() ? QStringLiteral("muted") : QStringLiteral("alarm");
    if (m_row.note->property("kind") == kind) return;
    m_row.note->setProperty("kind", kind);
    m_row.note->style()->unpolish(m_row.note);
    m_row.note->style()->polish(m_row.note);
}

void SavingPage::showValues() {
    m_problem.clear();
    m_folder->setText(QDir::toNativeSeparators(m_preferences.now().saveFolder));
    retranslate();
}

void SavingPage::typed() {
    const QString folder = m_folder->text().trimmed();
    const QFileInfo info(folder);
    if (folder.isEmpty() || (info.isDir() && info.isAbsolute() && info.isWritable())) return keep(folder);
    m_problem = !info.isAbsolute() ? tr("The folder is written from the root on, as /home/me/results.")
                : !info.isDir()    ? tr("There is no such folder. Make it, or choose another one.")
                                   : tr("You may not write into this folder. Choose another one.");
    retranslate();
}

void SavingPage::browse() {
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("Folder to save in"), m_folder->text());
    if (folder.isEmpty()) return;
    m_folder->setText(folder);
    typed();
}

void SavingPage::keep(const QString& folder) {
    m_preferences.change(
        [&](Preferences& to) { to.saveFolder = folder.isEmpty() ? QString() : QDir::cleanPath(folder); });
    showValues();
}

}  // namespace ipclab
