// What a sweep has given: how far it is, a dot for each repeat; a table to sort; bars, curves and a map; in any figure,
// as it is or as the ratio to a baseline, with the answer whether a difference is real.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "compare/matrix_chart.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace ipclab {

class MatrixView;
class SweepSession;
class SweepTable;
class TableView;
class WordFilter;
struct SweepReading;

class SweepResults : public QWidget {
    Q_OBJECT
public:
    enum Page { Progress, Table, Bars, Curves, Map };

    // The session outlives it.
    explicit SweepResults(SweepSession& session, QWidget* parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] Page page() const;
    // As findFigure() takes it, once it is there; empty: the usual one.
    void wantFigure(const std::string& figure);
    // Nothing measured yet.
    [[nodiscard]] bool isEmpty() const { return m_slice == nullptr; }
    [[nodiscard]] const SweepSlice* slice() const { return m_slice.get(); }
    // Of what is chosen, with its name: as a file of tables has it.
    [[nodiscard]] SweepReading reading() const;
    [[nodiscard]] MatrixPicture pictureShown() const;  // of the table the bars
    void chooseCell(std::size_t cell);

    [[nodiscard]] QComboBox* figures() const { return m_figure; }
    [[nodiscard]] QComboBox* baselines() const { return m_baseline; }
    [[nodiscard]] QCheckBox* asRatio() const { return m_asRatio; }
    [[nodiscard]] TableView* table() const { return m_table; }
    [[nodiscard]] MatrixView* view() const { return m_view; }
    [[nodiscard]] QLabel* verdict() const { return m_verdict; }
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeChoices();
    void takeSweep();
    void fillFigures();
    void fillBaselines();
    void fillAxes();
    void takeChoices();
    void refresh();
    void show();
    void showPicture();
    [[nodiscard]] int pictureWidth() const;
    void showVerdict();
    void retranslate();
    [[nodiscard]] MatrixForm form() const;
    [[nodiscard]] MatrixPicture pictureOf(MatrixForm form, int width) const;
    [[nodiscard]] QString cellText(std::size_t cell) const;

    SweepSession& m_session;
    std::shared_ptr<SweepSlice> m_slice;
    std::string m_wanted;
    std::optional<std::size_t> m_cell;
    std::size_t m_figuresSeen = 0;
    QTabBar* m_tabs;
    QLabel *m_figureLabel, *m_baselineLabel, *m_alongLabel, *m_acrossLabel;
    QComboBox *m_figure, *m_baseline, *m_along, *m_across;
    QCheckBox *m_asRatio, *m_logValue, *m_logAcross;
    QStackedWidget* m_stack;
    SweepTable* m_model;
    WordFilter* m_filter;
    TableView* m_table;
    MatrixView* m_view;
    QScrollArea* m_scroll;
    QLabel* m_verdict;
    QTimer m_soon;  // so that what is shown does not disturb what is measured
};

}  // namespace ipclab
