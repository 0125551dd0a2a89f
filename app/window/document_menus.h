// The menus of the files that were open last, and of the presets a new experiment can be made of, in the groups of the
// library. Filled when they are opened.
#pragma once

#include <QMenu>
#include <memory>

namespace ipclab {

class PresetTree;
class WindowSettings;

class DocumentMenus : public QObject {
    Q_OBJECT
public:
    DocumentMenus(WindowSettings& settings, QWidget* window);
    ~DocumentMenus() override;

    [[nodiscard]] QMenu* recent() const { return m_recent; }
    [[nodiscard]] QMenu* templates() const { return m_templates; }
    void retranslate();

signals:
    void recentChosen(const QString& path);
    void templateChosen(const QString& presetId);

private:
    void fillRecent();
    void fillTemplates();

    WindowSettings& m_settings;
    QMenu* m_recent;
    QMenu* m_templates;
    std::unique_ptr<PresetTree> m_presets;  // made when they are first looked at
};

}  // namespace ipclab
