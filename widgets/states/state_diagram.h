// The state diagram of processes, live: each arc with how often it was taken and how often a second, each state with
// who is in it, and a dot for each process that goes along the arcs it takes (diagram_walk.h). Of the selected process,
// or of all: chosen by a chip above the picture, or wherever else a process is selected; of the run, or of what
// happened between the markers A and B. The counts come from the kernel's switch records; where there are none the
// picture says so and counts nothing.
#pragma once

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <deque>
#include <vector>

#include "bridge/selection.h"
#include "runs/run_source.h"
#include "states/diagram_layout.h"
#include "states/diagram_walk.h"
#include "states/shown_sums.h"

class QPainter;

namespace ipclab {

class StateDiagram : public QWidget {
    Q_OBJECT
public:
    explicit StateDiagram(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed or moved while it is not seen.
    void setShown(bool shown);
    void setSelection(const Selection& selection);
    // Nothing: of the whole run.
    void setStretch(const std::optional<ShownSums::Stretch>& stretch);
    void retranslate();

    static QString arcName(Transition arc);
    static QString arcMeaning(Transition arc);

    // Of the process it shows, or of all of them; nothing: not known.
    [[nodiscard]] const std::optional<TransitionCounts>& counts() const { return m_counts; }
    [[nodiscard]] const std::optional<TransitionCounts>& counts(std::size_t process) const {
        return m_ofProcess[process];
    }
    [[nodiscard]] double rate(Transition arc) const { return m_rates[static_cast<std::size_t>(arc)]; }  // a second
    // How long a process was in a state, or all that are shown together.
    [[nodiscard]] double secondsIn(ProcessState state) const;
    [[nodiscard]] QString stateText(ProcessState state) const;  // what it is, and that
    [[nodiscard]] QString note() const;                         // what cannot be known, or what to do
    [[nodiscard]] QRectF chipRect(std::size_t chip) const;      // 0: all processes; else the process before it
    [[nodiscard]] const DiagramLayout& layoutNow() const { return m_layout; }
    [[nodiscard]] QSize sizeHint() const override { return {760, minimumHeight()}; }

signals:
    void selectionChosen(const ipclab::Selection& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Past {
        Nanoseconds atNs = 0;
        TransitionCounts counts;
    };
    void reset();
    void replace();
    void refresh();
    void count();
    void measureRates();
    void follow();
    void move();
    void arrive();
    void arrange();
    void choose(std::size_t chip);
    void describe();
    [[nodiscard]] bool concerns(std::size_t process) const { return !m_process || *m_process == process; }
    [[nodiscard]] bool hasStopped() const;
    [[nodiscard]] std::size_t chosenChip() const { return m_process ? *m_process + 1 : 0; }
    [[nodiscard]] QString chipText(std::size_t chip) const;
    [[nodiscard]] QString figuresOf(Transition arc) const;
    [[nodiscard]] std::vector<std::size_t> in(ProcessState state) const;
    [[nodiscard]] QColor colorOf(std::size_t process) const;
    void paintStill(QPainter& painter) const;
    void paintChips(QPainter& painter) const;
    void paintArc(QPainter& painter, Transition arc) const;
    void paintLabel(QPainter& painter, Transition arc) const;
    void paintNode(QPainter& painter, ProcessState state) const;
    void paintDots(QPainter& painter) const;
    void paintDot(QPainter& painter, std::size_t process, const QPointF& at) const;

    const RunSource& m_source;
    std::optional<std::uint32_t> m_process;  // none: all
    std::optional<TransitionCounts> m_counts;
    std::array<double, kTransitionCount> m_rates{};
    std::deque<Past> m_past;  // of the last second
    ShownSums m_sums;
    std::vector<std::optional<TransitionCounts>> m_ofProcess;  // by process, as the rest
    std::vector<DiagramWalk> m_walks;
    DiagramLayout m_layout;
    std::vector<QRectF> m_chips;
    QPixmap m_still;  // all but the dots
    QTimer m_motion;
    QElapsedTimer m_sinceMoved;
    bool m_shown = false;
};

}  // namespace ipclab
