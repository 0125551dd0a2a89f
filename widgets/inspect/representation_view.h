// One record in every form of representation: the bytes of each with its fields in the same colours, their number and
// what writing and reading took, and below what a reader sees that forgets to convert. The field under the pointer is
// marked in all forms.
#pragma once

#include <QWidget>

#include "bridge/wire_facts.h"
#include "runs/run_source.h"

class QPainter;

namespace ipclab {

class RepresentationView : public QWidget {
    Q_OBJECT
public:
    explicit RepresentationView(const RunSource& source, QWidget* parent = nullptr);

    // Nothing is recomputed while it is not seen.
    void setShown(bool shown);
    void retranslate();

    [[nodiscard]] const std::vector<WrittenForm>& forms() const { return m_forms; }
    // What is told of the byte, in a tip.
    [[nodiscard]] QString tipOf(std::size_t form, std::size_t byte) const;
    // "XDR (ONC RPC)".
    [[nodiscard]] static QString nameOf(const std::string& form);
    [[nodiscard]] QRectF cellOf(std::size_t form, std::size_t byte) const;
    [[nodiscard]] std::optional<std::size_t> raisedField() const { return m_raised; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Place {
        std::size_t form, byte;
    };

    void refresh();
    [[nodiscard]] double topOf(std::size_t form, double widthPx) const;
    [[nodiscard]] double rowHeight(std::size_t form, double widthPx) const;
    [[nodiscard]] double bytesLeft() const;
    [[nodiscard]] std::optional<Place> placeAt(const QPointF& point) const;
    [[nodiscard]] std::vector<QString> fieldNames() const;
    void raise(std::optional<std::size_t> field);
    void paintLegend(QPainter& painter) const;
    void paintForm(QPainter& painter, std::size_t form) const;
    void paintMisread(QPainter& painter, double top) const;

    const RunSource& m_source;
    std::vector<WrittenForm> m_forms;
    std::vector<MisreadNumber> m_misread;
    std::optional<std::size_t> m_raised;
    bool m_shown = false;
};

}  // namespace ipclab
