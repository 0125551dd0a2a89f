// Above the canvas: the name of the experiment and what to look at while it runs.
#pragma once

#include <QWidget>

#include "bridge/session.h"

class QLabel;

namespace ipclab {

class DescriptionStrip : public QWidget {
    Q_OBJECT
public:
    explicit DescriptionStrip(Session& session, QWidget* parent = nullptr);
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    Session& m_session;
    QLabel* m_name;
    QLabel* m_edited;
    QLabel* m_look;
};

}  // namespace ipclab
