// What charts of how long messages took have in common: whose they are, which of them are shown, and what is read off.
// The data stays with the caller (LatencyHistory, which must outlive the chart or be taken out with setSources({})).
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "plot/auto_scale.h"
#include "plot/time_chart.h"
#include "series/latency_history.h"

namespace ipclab {

struct LatencySource {
    QString name;  // empty: there is only this one
    const LatencyHistory* history = nullptr;
    int colorIndex = 0;
    bool operator==(const LatencySource&) const = default;
};

class LatencyChart : public TimeChart {
    Q_OBJECT
public:
    // One that was hidden stays so, by its name.
    void setSources(std::vector<LatencySource> sources);
    [[nodiscard]] const std::vector<LatencySource>& sources() const { return m_sources; }
    [[nodiscard]] bool isSourceVisible(std::size_t index) const { return !m_hidden[index]; }
    void setSourceVisible(std::size_t index, bool visible);
    // "one way", without unit.
    void setQuantity(const QString& quantity);
    [[nodiscard]] const QString& quantity() const { return m_quantity; }

    [[nodiscard]] int preferredLeftMargin() const override;
    // How many there were, and their percentiles, of each that is shown.
    [[nodiscard]] ReadoutTable statisticsBetween(Nanoseconds a, Nanoseconds b) const override;
    [[nodiscard]] bool isEmpty() const override;
    void addActionsTo(QMenu& menu) override;
    [[nodiscard]] QJsonObject settings() const override;
    void setSettings(const QJsonObject& settings) override;
    [[nodiscard]] QSize sizeHint() const override { return {600, 220}; }

signals:
    void sourceToggled(int index, bool visible);

protected:
    explicit LatencyChart(TimeAxis* axis, QWidget* parent);

    // Other sources, or others are shown.
    virtual void sourcesChanged() = 0;
    void rowClicked(int row) override;
    void keyPressEvent(QKeyEvent* event) override;
    void copyTo(LatencyChart& other) const;
    [[nodiscard]] std::vector<const LatencyHistory*> shownHistories() const;
    // What has come to all of them: changes when anything has.
    [[nodiscard]] std::size_t appended() const;
    [[nodiscard]] QColor colorOf(std::size_t index) const { return theme().curve(m_sources[index].colorIndex); }
    // A row for each source, as a name or by its count alone; then p50 and p99 of all that are shown.
    [[nodiscard]] std::vector<ValueRow> rowsOf(const std::vector<LatencyCounts>& counts, bool withColors) const;
    // Of bins that lie beside one another: "42.2–53.1 µs".
    [[nodiscard]] static QString rangeText(std::size_t firstBin, std::size_t bins);
    [[nodiscard]] static QString aboutText(double nanoseconds);
    static inline const QLatin1String kUnit{"ns"};

private:
    std::vector<LatencySource> m_sources;
    std::vector<bool> m_hidden;
    QStringList m_hiddenNames;  // of sources, those that come later included
    QString m_quantity;
};

}  // namespace ipclab
