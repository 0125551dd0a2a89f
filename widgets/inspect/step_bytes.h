// The bytes of one step of a call, with what each of them is in words beside them.
#pragma once

#include <QWidget>

#include "bridge/wire_facts.h"

namespace ipclab {

class StepBytes : public QWidget {
    Q_OBJECT
public:
    explicit StepBytes(QWidget* parent = nullptr);

    void show(const TakenStep& step);
    void clear();
    [[nodiscard]] const MarkedBytes& content() const { return m_content; }
    // What stands where there are no bytes, or more of them than were told.
    [[nodiscard]] const QString& remark() const { return m_remark; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Label {
        QRectF place;
        QString text;
    };
    [[nodiscard]] std::vector<Label> labels(double& bottom) const;
    void fitHeight();

    MarkedBytes m_content;
    QString m_remark;
};

}  // namespace ipclab
