// The address space of a process: its picture, and the figures of its sections; where there is room also every mapping.
#pragma once

#include <QWidget>
#include <memory>

#include "observe/process_details.h"

class QLabel;
class QScrollArea;
class QSplitter;

namespace ipclab {

class AddressMap;
class DetailTable;
class MapLegend;

class MemoryPage : public QWidget {
    Q_OBJECT
public:
    explicit MemoryPage(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const ProcessDetails>& details, bool past);
    void retranslate();

    [[nodiscard]] AddressMap* map() const { return m_map; }
    [[nodiscard]] DetailTable* sections() const { return m_sections; }
    [[nodiscard]] DetailTable* mappings() const { return m_mappings; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void describeBlock();

    std::shared_ptr<const ProcessDetails> m_details;
    QLabel* m_total;
    AddressMap* m_map;
    QScrollArea* m_scroll;
    MapLegend* m_legend;
    QLabel* m_block;
    DetailTable* m_sections;
    DetailTable* m_mappings;
    QSplitter* m_tables;
    QSplitter* m_both;
    bool m_wide = false;
    bool m_past = false;
};

}  // namespace ipclab
