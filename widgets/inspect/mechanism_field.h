// What carries a link's messages: a box with its name that opens the others to choose from, and what is wrong with it.
#pragma once

#include <QWidget>

#include "bridge/editor.h"

class QComboBox;
class QLabel;

namespace ipclab {

class MechanismChooser;

class MechanismField : public QWidget {
    Q_OBJECT
public:
    explicit MechanismField(Editor& editor, QWidget* parent = nullptr);

    void setLink(PartId link) { m_link = link; }
    void refresh(const std::vector<Problem>& problems);
    void retranslate();
    MechanismChooser* openChooser();
    [[nodiscard]] QComboBox* box() const { return m_box; }
    [[nodiscard]] QLabel* problem() const { return m_problem; }

private:
    Editor& m_editor;
    PartId m_link = 0;
    QLabel* m_name;
    QComboBox* m_box;
    QLabel* m_problem;
};

}  // namespace ipclab
