// Which mechanisms are compared with messages of which sizes, and where their processes run.
#pragma once

#include <QWidget>
#include <array>

#include "runs/bench.h"
#include "sweep/axis.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ipclab {

class MechanismRows : public QWidget {
    Q_OBJECT
public:
    explicit MechanismRows(QWidget* parent = nullptr);

    void choose(const QStringList& ids);
    [[nodiscard]] std::vector<std::string> chosen() const;
    // Of messages; mistake: what is wrong with them.
    [[nodiscard]] const ParsedAxis& parsedSizes() const { return m_parsed; }
    [[nodiscard]] std::vector<Pin> pins() const;

    [[nodiscard]] bool wantsReference() const;

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QLineEdit* sizes() const { return m_sizes; }
    [[nodiscard]] QCheckBox* pin(Pin pin) const { return m_pins[static_cast<std::size_t>(pin)]; }

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void chooseAll(bool chosen);
    void readSizes();
    void retranslate();

    QListWidget* m_list;
    QPushButton *m_all, *m_usual, *m_none;
    QLabel *m_sizesLabel, *m_pinLabel;
    QLineEdit* m_sizes;
    std::array<QCheckBox*, 3> m_pins;
    QCheckBox* m_reference;
    ParsedAxis m_parsed;
};

}  // namespace ipclab
