// A scroll area whose content is as high as the area, or as it must at least be where that is more. QScrollArea's own
// "resizable" takes the preferred height of content that depends on its width, and then scrolls without need.
#pragma once

#include <QEvent>
#include <QLayout>
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

protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    void fit() {
        if (widget() == nullptr) return;
        widget()->resize(viewport()->width(), std::max(viewport()->height(), leastHeight()));
    }
    // What a layout must have at this width: a legend in two rows is no smaller than that.
    [[nodiscard]] int leastHeight() const {
        QLayout* layout = widget()->layout();
        const int least = widget()->minimumSizeHint().height();
        if (layout == nullptr || !layout->hasHeightForWidth()) return least;
        return std::max(least, layout->totalMinimumHeightForWidth(viewport()->width()));
    }
};

}  // namespace ipclab
