// The steps of one call to scale: a lane of the client, one of the server, on one clock. A click selects a step.
#pragma once

#include <QWidget>

#include "bridge/wire_facts.h"

namespace ipclab {

class CallLanes : public QWidget {
    Q_OBJECT
public:
    explicit CallLanes(QWidget* parent = nullptr);

    void show(const TakenCall& call, const QString& client, const QString& server);
    void clear();
    void setChosen(std::size_t step);
    [[nodiscard]] QRectF barOf(std::size_t step) const;
    // "marshal: 1.20 µs, from 0 ns on".
    [[nodiscard]] QString tipOf(std::size_t step) const;

signals:
    void chosen(std::size_t step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double xOf(Nanoseconds at) const;
    [[nodiscard]] std::optional<std::size_t> stepAt(const QPointF& point) const;
    [[nodiscard]] double labelsPx() const;
    void paintLane(QPainter& painter, bool server) const;
    void paintStep(QPainter& painter, std::size_t step) const;

    TakenCall m_call;
    QString m_client, m_server;
    Nanoseconds m_beginNs = 0, m_endNs = 1;
    std::size_t m_chosen = 0;
};

}  // namespace ipclab
