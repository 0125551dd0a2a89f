// A text in one line that takes no more room than there is, and tells all of itself in its tooltip.
#pragma once

#include <QPainter>
#include <QWidget>

#include "plot/plain_tip.h"

namespace ipclab {

class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr) : QWidget(parent) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }

    void setText(const QString& text) {
        m_text = text;
        setTextShown(m_shown);
    }
    [[nodiscard]] const QString& text() const { return m_text; }
    // Not shown it keeps its room.
    void setTextShown(bool shown) {
        m_shown = shown;
        setToolTip(shown ? plainTip(m_text) : QString());
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {80, fontMetrics().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent*) override {
        if (!m_shown) return;
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        QString line = m_text;
        line.replace(QLatin1Char('\n'), QLatin1Char(' '));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(line, Qt::ElideRight, width()));
    }

private:
    QString m_text;
    bool m_shown = true;
};

}  // namespace ipclab
