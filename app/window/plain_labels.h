// Labels show their text as it is. By Qt's default a label takes what looks like markup for markup, and names,
// summaries and reasons come from documents and programs. One that is meant to be rich says so (Qt::RichText).
#pragma once

#include <QObject>

namespace ipclab {

// Sees to it for every label of the program that is there or comes, while it lives.
class PlainLabels : public QObject {
public:
    explicit PlainLabels(QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace ipclab
