// A chart, or a page of charts as seen, as a picture for a report: PNG, SVG, PDF or the clipboard, with a title, axis
// titles, units, the names of curves beside and the statistics between the markers below the plots, and a caption.
// Of time what is seen, or the whole run. Painted anew at the size asked for, as lines and text, on a theme of choice;
// nothing needs to be visible, and QT_QPA_PLATFORM=offscreen will do.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QSize>
#include <QString>
#include <memory>
#include <vector>

#include "core/process_state.h"
#include "plot/chart_theme.h"
#include "plot/painted_picture.h"
#include "plot/readout.h"
#include "plot/time_axis.h"

class QPainter;

namespace ipclab {

class ChartPage;
class TimeChart;

enum class PictureRange { Seen, WholeRun };

struct PictureOptions {
    QSize size{1000, 0};  // in CSS pixels (96 to the inch); height 0: as much as the charts need
    double scale = 2;     // PNG and clipboard: device pixels a CSS pixel
    ChartTheme theme = ChartTheme::light();
    QString title{};             // above the charts; empty: none
    QString caption{};           // below them: parameters, machine, date
    bool withStatistics = true;  // of what lies between the markers, where they are set
    bool withEdges = true;       // room above and below; without, for whoever leaves it himself
};

class ChartPicture {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ChartPicture)
public:
    explicit ChartPicture(const TimeChart& chart, PictureRange range = PictureRange::Seen);
    explicit ChartPicture(const ChartPage& page, PictureRange range = PictureRange::Seen);
    ~ChartPicture();

    [[nodiscard]] QSize sizeFor(const PictureOptions& options) const;
    // Lanes alone: their number says how high the picture is best.
    [[nodiscard]] bool hasHeightOfItsOwn() const;
    // rasterScale: see TimeChart::paintPicture.
    void paint(QPainter& painter, const PictureOptions& options, double rasterScale = 0) const;

    [[nodiscard]] QImage image(const PictureOptions& options) const;
    // Returns an empty string, or what went wrong as a sentence for the user.
    [[nodiscard]] QString copy(const PictureOptions& options, PaintedPicture::CopyAs as) const;

    // As PaintedPicture does.
    [[nodiscard]] PaintedPicture painted(const PictureOptions& options) const;
    [[nodiscard]] QString save(const QString& path, const PictureOptions& options,
                               Translation translation = asWritten) const;

private:
    struct Part {
        std::unique_ptr<TimeChart> chart;
        int height;
    };
    void showRange(PictureRange range);
    void take(const TimeChart& chart);
    [[nodiscard]] const Part* lowestOverTime() const;
    void addRoomForTimes();
    int paintHead(QPainter& painter, const PictureOptions& options) const;
    void paintCharts(QPainter& painter, const PictureOptions& options, const QRect& room, double rasterScale) const;
    void paintCaption(QPainter& painter, const PictureOptions& options, const QRect& room) const;
    void paintStatistics(QPainter& painter, const PictureOptions& options, int top) const;
    [[nodiscard]] std::vector<ReadoutBlock> statistics(const PictureOptions& options) const;
    [[nodiscard]] int statisticsHeight(const PictureOptions& options) const;
    [[nodiscard]] int plotMargin() const;
    [[nodiscard]] int namesMargin() const;
    [[nodiscard]] int titleHeight(const PictureOptions& options) const;
    [[nodiscard]] int legendHeight(const PictureOptions& options) const;
    [[nodiscard]] int captionHeight(const PictureOptions& options) const;

    std::unique_ptr<TimeAxis> m_axis;
    std::vector<Part> m_parts;
    std::vector<ProcessState> m_states;  // of the legend
};

}  // namespace ipclab
