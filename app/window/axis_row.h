// One axis of a sweep: its property, its values to type or to take from those that suit it.
#pragma once

#include <QFrame>

#include "compare/sweep_properties.h"
#include "sweep/axis.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace ipclab {

class AxisRow : public QFrame {
    Q_OBJECT
public:
    // The document outlives it.
    AxisRow(SweepProperty property, const Document& document, QWidget* parent = nullptr);

    [[nodiscard]] const SweepProperty& property() const { return m_property; }
    void setValues(const std::string& values);
    [[nodiscard]] const ParsedAxis& parsed() const { return m_parsed; }
    [[nodiscard]] QLineEdit* values() const { return m_values; }
    [[nodiscard]] QToolButton* removeButton() const { return m_remove; }
    // The property in the language of the window.
    void rename(const SweepProperty& property);

signals:
    void changed();
    void removed();

private:
    [[nodiscard]] static QString meantBy(const SweepAxis& axis);
    void read();
    void fillMenu();

    const Document& m_document;
    SweepProperty m_property;
    ParsedAxis m_parsed;
    QLabel* m_title;
    QLineEdit* m_values;
    QLabel* m_meant;
    QToolButton *m_suggest, *m_remove;
};

}  // namespace ipclab
