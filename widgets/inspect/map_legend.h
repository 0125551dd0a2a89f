// What the fillings of the address map mean, in one line.
#pragma once

#include <QWidget>

namespace ipclab {

class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QStringList texts();
    [[nodiscard]] int widthOfAll() const;
};

}  // namespace ipclab
