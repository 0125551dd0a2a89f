#include "window/document_menus.h"

#include <QDir>
#include <QFileInfo>

#include "models/preset_tree.h"
#include "window/settings.h"

namespace ipclab {
namespace {

// An ampersand is no mnemonic in a name that somebody else gave.
QString plainName(QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); }

}  // namespace

DocumentMenus::DocumentMenus(WindowSettings& settings, QWidget* window)
    : QObject(window), m_settings(settings), m_recent(new QMenu(window)), m_templates(new QMenu(window)) {
    for (QMenu* menu : {m_recent, m_templates}) menu->setToolTipsVisible(true);
    connect(m_recent, &QMenu::aboutToShow, this, &DocumentMenus::fillRecent);
    connect(m_templates, &QMenu::aboutToShow, this, &DocumentMenus::fillTemplates);
    retranslate();
}

DocumentMenus::~DocumentMenus() = default;

void DocumentMenus::fillRecent() {
    m_recent->clear();
    for (const QString& path : m_settings.recentFiles()) {
        const QFileInfo file(path);
        QAction* action = m_recent->addAction(plainName(file.fileName()));
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setEnabled(file.exists());
        connect(action, &QAction::triggered, this, [this, path] { emit recentChosen(path); });
    }
    if (m_recent->isEmpty()) {
        m_recent->addAction(tr("No file was opened yet"))->setEnabled(false);
        return;
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear this list")), &QAction::triggered, this,
            [this] { m_settings.clearRecentFiles(); });
}

void DocumentMenus::fillTemplates() {
    if (m_presets == nullptr) m_presets = std::make_unique<PresetTree>(allPresets());
    m_templates->clear();
    for (int group = 0; group < m_presets->rowCount(); ++group) {
        const QModelIndex parent = m_presets->index(group, 0);
        QMenu* menu = m_templates->addMenu(plainName(parent.data().toString()));
        menu->setToolTipsVisible(true);
        for (int row = 0; row < m_presets->rowCount(parent); ++row) {
            const QModelIndex preset = m_presets->index(row, 0, parent);
            QAction* action = menu->addAction(plainName(preset.data().toString()));
            action->setToolTip(preset.data(Qt::ToolTipRole).toString());
            const QString id = preset.data(PresetTree::IdRole).toString();
            connect(action, &QAction::triggered, this, [this, id] { emit templateChosen(id); });
        }
    }
}

void DocumentMenus::retranslate() {
    m_recent->setTitle(tr("Open &recent"));
    m_templates->setTitle(tr("New from a &template"));
}

}  // namespace ipclab
