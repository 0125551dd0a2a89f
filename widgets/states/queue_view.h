// The scheduler's queues as a picture: a row for each (running, ready, and one for each thing that is waited for), and
// in it the processes, each as a chip filled as far as it spent the last second there. The one it is in now has a
// frame. A click selects the process.
#pragma once

#include <QWidget>

#include "bridge/queue_rows.h"
#include "bridge/selection.h"
#include "models/rows_picture.h"
#include "runs/run_source.h"

class QPainter;

namespace ipclab {

class QueueView : public QWidget, public RowsPicture {
    Q_OBJECT
public:
    explicit QueueView(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed while it is not seen.
    void setShown(bool shown);
    void setSelection(const Selection& selection);
    void retranslate();

    void setWords(const QString& text) override;
    [[nodiscard]] int countAll() const override { return m_all; }
    [[nodiscard]] int countShown() const override;
    [[nodiscard]] TableText tableText() const override;

    [[nodiscard]] const QueueRows& queues() const { return m_queues; }
    [[nodiscard]] QRectF chipRect(std::size_t row, std::size_t member) const;
    // "Ready", "Waiting: room in a→b (full)".
    [[nodiscard]] QString nameOf(const QueueRow& row) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QRectF row;
        std::vector<QRectF> chips;
    };
    void refresh();
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] static int countIn(const QueueRows& queues);
    void keepMatching();
    [[nodiscard]] std::vector<Place> placesFor(int width) const;
    [[nodiscard]] double nameWidth(int width) const;
    [[nodiscard]] double chipWidth(const QueueMember& member) const;
    [[nodiscard]] QString chipText(const QueueMember& member) const;
    void paintRow(QPainter& painter, std::size_t row) const;
    void paintChip(QPainter& painter, const QueueRow& row, const QueueMember& member, const QRectF& rect) const;

    const RunSource& m_source;
    QueueRows m_queues;
    QStringList m_words;
    int m_all = 0;  // processes in queues, drawn or not
    std::vector<Place> m_places;
    Selection m_selection;
    bool m_shown = false;
};

}  // namespace ipclab
