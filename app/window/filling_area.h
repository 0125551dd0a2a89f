// A scroll area whose content is as high as the area, or as its own minimum where that is more. QScrollArea's own
// "resizable" takes the preferred height of content that depends on its width, and then scrolls without need.
#pragma once

#include <QScrollArea>
#include <algorithm>

namespace ipclab {

class FillingArea : public QScrollArea {
    Q_OBJECT
public:
    explicit FillingArea(QWidget* parent = nullptr) : QScrollArea(parent) {
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }

    void fit() {
        if (widget() == nullptr) return;
        widget()->resize(viewport()->width(), std::max(viewport()->height(), widget()->minimumHeight()));
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        fit();
    }
};

}  // namespace ipclab
