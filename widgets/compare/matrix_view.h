// A picture of a sweep in a window, as large as it is. A cell of a map is chosen by a click or with the arrows.
#pragma once

#include <QWidget>
#include <functional>

#include "compare/matrix_chart.h"

namespace ipclab {

class MatrixView : public QWidget {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setPicture(MatrixPicture picture);
    [[nodiscard]] const MatrixPicture& picture() const { return m_picture; }
    // What stands in the middle while there is no picture.
    void setEmptyText(const QString& text);
    // Of a cell: what is told of it where the pointer is.
    void setTips(std::function<QString(std::size_t cell)> tips) { m_tips = std::move(tips); }
    void setChosen(std::optional<std::size_t> cell);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

signals:
    void cellChosen(std::size_t cell);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] const MatrixPicture::Place* placeAt(const QPointF& at) const;
    [[nodiscard]] const MatrixPicture::Place* chosenPlace() const;

    MatrixPicture m_picture;
    QString m_emptyText;
    std::optional<std::size_t> m_chosen;
    std::function<QString(std::size_t)> m_tips;
};

}  // namespace ipclab
