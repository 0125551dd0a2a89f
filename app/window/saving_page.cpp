#include "window/saving_page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <algorithm>

#include "document/limits.h"

namespace ipclab {

SavingPage::SavingPage(PreferencesInForce& preferences, QWidget* parent)
    : SettingsPage(preferences, parent),
      m_folder(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_row(addRow(m_folder, m_browse)),
      m_count(new QSpinBox(this)),
      m_bytes(new QSpinBox(this)),
      m_countRow(addRow(m_count)),
      m_bytesRow(addRow(m_bytes)) {
    m_count->setObjectName(QStringLiteral("runsKept"));
    m_bytes->setObjectName(QStringLiteral("runsBytes"));
    m_count->setRange(1, Preferences::kMostRunsKept);
    m_bytes->setSingleStep(64);
    for (QSpinBox* box : {m_count, m_bytes}) {
        box->setKeyboardTracking(false);
        box->setAccelerated(true);
    }
    connect(m_count, &QSpinBox::valueChanged, this,
            [this](int count) { m_preferences.change([&](Preferences& to) { to.runsKept = count; }); });
    connect(m_bytes, &QSpinBox::valueChanged, this, [this](int units) {
        m_preferences.change([&](Preferences& to) {
            to.runsBytes = std::max(static_cast<std::uint64_t>(units) * unitBytes(), Preferences::kLeastRunsBytes);
        });
    });
    m_folder->setObjectName(QStringLiteral("saveFolder"));
    m_folder->setClearButtonEnabled(true);
    m_browse->setAutoDefault(false);
    connect(m_folder, &QLineEdit::editingFinished, this, &SavingPage::typed);
    connect(m_browse, &QPushButton::clicked, this, &SavingPage::browse);
    retranslate();
    showValues();
}

std::uint64_t SavingPage::unitBytes() const {
    return m_preferences.now().decimalUnits ? 1'000'000 : std::uint64_t{1} << 20;
}

QString SavingPage::title() const { return tr("Saving"); }

void SavingPage::retranslate() {
    m_folder->setPlaceholderText(tr("where something was saved last"));
    m_folder->ensurePolished();
    m_folder->setMinimumWidth(m_folder->fontMetrics().horizontalAdvance(m_folder->placeholderText()) + 60);
    m_browse->setText(tr("&Browse…"));
    m_row.say(tr("&Save in"),
              m_problem.isEmpty() ? tr("What the dialogs for pictures, data and experiments begin with.") : m_problem);
    m_countRow.say(tr("Runs &kept"),
                   tr("The runs made last are kept by themselves, in a folder that only you can read; "
                      "beyond so many the oldest go."));
    m_bytesRow.say(tr("At &most"),
                   tr("That they take together. A run that grows beyond is recorded no further; the run "
                      "itself goes on."));
    m_bytes->setSuffix(m_preferences.now().decimalUnits ? tr(" MB") : tr(" MiB"));
    const QString kind = m_problem.isEmpty() ? QStringLiteral("muted") : QStringLiteral("alarm");
    if (m_row.note->property("kind") == kind) return;
    m_row.note->setProperty("kind", kind);
    m_row.note->style()->unpolish(m_row.note);
    m_row.note->style()->polish(m_row.note);
}

void SavingPage::showValues() {
    m_problem.clear();
    const Preferences& now = m_preferences.now();
    m_folder->setText(QDir::toNativeSeparators(now.saveFolder));
    const QSignalBlocker quietCount(m_count), quietBytes(m_bytes);
    m_count->setValue(now.runsKept);
    m_bytes->setRange(static_cast<int>(Preferences::kLeastRunsBytes / unitBytes()),
                      static_cast<int>(limits::kCapacityBytes / unitBytes()));
    m_bytes->setValue(static_cast<int>((now.runsBytes + unitBytes() / 2) / unitBytes()));
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
