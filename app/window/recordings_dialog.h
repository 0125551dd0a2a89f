// Two or more recordings on one time axis: curves of one quantity in one chart, the states of each below one another, a
// table of what became of everything with differences and ratios, and what of the circumstances was not the same. A
// window beside the main one. The recordings stay on disk, as long as they may be: what is in sight is read on threads
// of their own (recording/on_demand.h) and comes a little later.
#pragma once

#include <QDialog>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>

#include "compare/recordings_aligned.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPushButton;
class QTabWidget;

namespace ipclab {

class ChartPage;
class RecordingsCharts;
class RecordingsTable;
class TableView;
class TimeChart;
class WordFilter;
class RecordingOnDemand;

// What may be added besides files: its name and its file.
struct RecordingOffer {
    QString text, path;
};

class RecordingsDialog : public QDialog {
    Q_OBJECT
public:
    // Asked whenever the menu opens.
    using Offers = std::function<QList<RecordingOffer>()>;

    explicit RecordingsDialog(QWidget* parent = nullptr);
    ~RecordingsDialog() override;

    void setOffers(Offers offers) { m_offers = std::move(offers); }
    // False: it cannot be read, or there are as many as there may be; status() says so.
    bool add(const QString& path);
    void remove(std::size_t run);

    [[nodiscard]] const AlignedRuns& runs() const { return m_runs; }
    [[nodiscard]] ChartPage* charts() const { return m_charts; }
    [[nodiscard]] RecordingsTable* table() const { return m_table; }
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QComboBox* alignedAt() const { return m_alignedAt; }
    [[nodiscard]] QPushButton* zeroButton() const { return m_zero; }
    [[nodiscard]] QLabel* differences() const { return m_differences; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    bool savePicture(const QString& path, const TimeChart* chart);
    // Waits until all that was asked for is there. True: some of it had not been.
    bool settle();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeParts();
    void layOut();
    void connectParts();
    void askFiles();
    void fillAddMenu();
    void takeMarker();
    void align();
    void showRuns();
    void takeArrived();
    void showArrived();
    void showTotals();
    void fillList();
    void fillAlignments();
    void askSave(const TimeChart* chart);
    void copyPicture();
    void retranslate();
    [[nodiscard]] QString caption() const;
    [[nodiscard]] QIcon penOf(std::size_t run) const;

    std::deque<std::unique_ptr<RecordingOnDemand>> m_recordings;  // whose data the runs point into
    AlignedRuns m_runs;
    Offers m_offers;
    ChartPage* m_charts;
    std::unique_ptr<RecordingsCharts> m_filled;
    QLabel* m_empty;  // in place of the charts, until there are some
    RecordingsTable* m_table;
    WordFilter* m_filter;
    TableView* m_view;
    QLabel* m_explanation;
    QListWidget* m_list;
    QPushButton *m_add, *m_remove;
    QLabel* m_alignLabel;
    QComboBox* m_alignedAt;
    QPushButton* m_zero;
    QLabel* m_differences;
    QLineEdit* m_search;
    QTabWidget* m_tabs;
    QLabel* m_status;
    QPushButton *m_save, *m_copy, *m_copyTable, *m_close;
    QTimer m_arrived;  // what comes within a moment is shown at once
};

}  // namespace ipclab
