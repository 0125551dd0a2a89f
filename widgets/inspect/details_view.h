// What the kernel tells of a process, in parts: memory, control block, threads, descriptors, limits and signals, and a
// look at its registers. The same view stands in the inspector's column and in a window of its own; how much of each
// table it shows follows from its width. After the process has ended the last snapshot stays, greyed.
#pragma once

#include <QWidget>

#include "bridge/process_watch.h"

class QLabel;
class QStackedWidget;

namespace ipclab {

class DetailTable;
class LookPage;
class MemoryPage;

class DetailsView : public QWidget {
    Q_OBJECT
public:
    enum class Part { Memory, Control, Threads, Descriptors, Limits, Registers };
    static constexpr int kPartCount = 6;

    DetailsView(const RunSource& source, ProcessWatch& watch, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void setPart(Part part);
    [[nodiscard]] Part part() const;
    void refresh();
    void retranslate();

    static QString partName(Part part);
    static QString partTip(Part part);

    // One line above the part: that it is live, from when it is, or why there is nothing.
    [[nodiscard]] QString status() const;
    [[nodiscard]] MemoryPage* memory() const { return m_memory; }
    [[nodiscard]] DetailTable* control() const { return m_control; }
    [[nodiscard]] DetailTable* threads() const { return m_threads; }
    [[nodiscard]] DetailTable* descriptors() const { return m_descriptors; }
    [[nodiscard]] DetailTable* limits() const { return m_limits; }
    [[nodiscard]] LookPage* look() const { return m_look; }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    DetailTable* addTable(bool sortable, int elastic, int firstWide, int wideFromPx);
    void showEmpty(bool empty);
    void showStatus(const ProcessWatch::Snapshot& snapshot, bool alive);
    void showPart(const ProcessWatch::Snapshot& snapshot, bool past);
    [[nodiscard]] QString countNote(const ProcessDetails& details) const;

    const RunSource& m_source;
    ProcessWatch& m_watch;
    std::uint32_t m_process = 0;
    QLabel* m_status;
    QStackedWidget* m_parts;
    MemoryPage* m_memory;
    DetailTable* m_control;
    DetailTable* m_threads;
    DetailTable* m_descriptors;
    DetailTable* m_limits;
    LookPage* m_look;
    ProcessWatch::Snapshot m_shown;  // what the part in front was filled with
    bool m_shownPast = false;
};

}  // namespace ipclab
