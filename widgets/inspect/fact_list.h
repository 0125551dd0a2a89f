// Names and values in two columns. Values change often and cheaply: a label is only touched when its text differs.
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace ipclab {

class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);

    // A row at the end; its number.
    int addFact(const QString& name = {}, const QString& tip = {});
    void setName(int row, const QString& name, const QString& tip = {});
    void setValue(int row, const QString& value);
    void setRowShown(int row, bool shown);
    [[nodiscard]] QString value(int row) const;

private:
    struct Row {
        QLabel* name;
        QLabel* value;
    };
    static void align(const Row& fact);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

}  // namespace ipclab
