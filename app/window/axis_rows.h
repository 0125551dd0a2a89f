// What a sweep of the open experiment varies: properties found by their names, each with its values as text, which may
// hold ranges, and what these stand for below.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "compare/sweep_properties.h"
#include "sweep/axis.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace ipclab {

class AxisRow;

class AxisRows : public QWidget {
    Q_OBJECT
public:
    explicit AxisRows(QWidget* parent = nullptr);
    ~AxisRows() override;

    // Axes whose place is not in it any more go.
    void setDocument(const Document& document);
    void add(const std::string& path);
    void add(const std::string& path, const std::string& values);
    void clear();
    // Those without a mistake.
    [[nodiscard]] std::vector<SweepAxis> axes() const;
    [[nodiscard]] bool hasMistake() const;
    [[nodiscard]] QComboBox* chooser() const { return m_chooser; }
    // Of the row so far down.
    [[nodiscard]] QLineEdit* values(std::size_t row) const;
    [[nodiscard]] std::size_t count() const { return m_rows.size(); }

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillChooser();
    void remove(AxisRow* row);
    void retranslate();

    Document m_document;
    std::vector<SweepProperty> m_properties;
    QComboBox* m_chooser;
    QVBoxLayout* m_column;
    std::vector<AxisRow*> m_rows;
};

}  // namespace ipclab
