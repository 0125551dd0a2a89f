// The state of the run as a word with a coloured dot, as wide as its longest word: the toolbar does not move.
#pragma once

#include <QWidget>

#include "runs/run.h"

namespace ipclab {

class StatusPill : public QWidget {
    Q_OBJECT
public:
    explicit StatusPill(QWidget* parent = nullptr);
    void setState(Run::State state);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Run::State m_state = Run::State::Idle;
};

}  // namespace ipclab
