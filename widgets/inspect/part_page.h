// The inspector's page of a part of which there is nothing but what the document says: a shared object, a step, or what
// the run that is shown did not have.
#pragma once

#include <QWidget>

#include "bridge/editor.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace ipclab {

class PropertiesSection;

class PartPage : public QWidget {
    Q_OBJECT
public:
    explicit PartPage(Editor* editor, QWidget* parent = nullptr);

    // It is in the document. hasRun: there is a run to be seen, in which it was not.
    void setPart(const Part& part, bool hasRun);
    void setRunning(bool running);
    void retranslate();

    [[nodiscard]] PropertiesSection* properties() const { return m_properties; }
    [[nodiscard]] QToolButton* backButton() const { return m_back; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }

signals:
    // Back to the page of the experiment.
    void left();

private:
    void showName();
    void remove();
    [[nodiscard]] bool isOfExperiment() const;

    Editor* m_editor;
    Part m_part;
    bool m_hasRun = false;
    QToolButton* m_back;
    QLabel* m_name;
    QLabel* m_note;
    PropertiesSection* m_properties;
    QPushButton* m_remove;
};

}  // namespace ipclab
