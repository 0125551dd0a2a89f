// The picture of an address space: a column from high to low addresses, a block a section, the unused stretches cut
// short and labelled. What is in memory is filled, the process's own part solid, the shared part hatched. Blocks can be
// hovered, clicked and gone through with the arrow keys.
#pragma once

#include <QWidget>
#include <memory>

#include "inspect/address_blocks.h"
#include "observe/process_details.h"

namespace ipclab {

class AddressMap : public QWidget {
    Q_OBJECT
public:
    explicit AddressMap(QWidget* parent = nullptr);

    // The details outlive the picture of them.
    void show(std::shared_ptr<const ProcessDetails> details, bool past);
    void clear();

    [[nodiscard]] const std::vector<AddressBlock>& blocks() const { return m_blocks; }
    [[nodiscard]] int selected() const { return m_selected; }
    // What there is to say of a block, in lines of "name: value".
    [[nodiscard]] QString textOf(const AddressBlock& block) const;
    [[nodiscard]] QString nameOf(const AddressBlock& block) const;
    [[nodiscard]] QRectF rectOf(const AddressBlock& block) const;
    // Bytes a pixel, beyond a block's first line; 0: unknown.
    [[nodiscard]] double scale() const { return m_bytesPerPx; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

signals:
    void blockSelected(int block);  // −1: none

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void select(int block);
    [[nodiscard]] int blockAt(double y) const;
    [[nodiscard]] QRectF barOf(const AddressBlock& block) const;
    [[nodiscard]] BlockHeights heights() const;
    [[nodiscard]] QString firstNames(const AddressBlock& block, std::size_t most) const;
    void paintGap(QPainter& painter, const AddressBlock& block) const;
    void paintBlock(QPainter& painter, const AddressBlock& block, bool selected) const;
    void paintLabel(QPainter& painter, const AddressBlock& block) const;

    std::shared_ptr<const ProcessDetails> m_details;
    std::vector<AddressBlock> m_blocks;
    double m_bytesPerPx = 0;
    int m_selected = -1;
    std::uint64_t m_selectedStart = 0;
    bool m_past = false;
};

}  // namespace ipclab
