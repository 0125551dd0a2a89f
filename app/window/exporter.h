// Takes out what was measured: asks how and where, writes or copies, and tells in the notice bar what became of it.
#pragma once

#include <QObject>
#include <functional>

#include "observe/host_facts.h"
#include "plot/chart_export.h"
#include "window/charts_panel.h"

namespace ipclab {

class NoticeBar;
class WindowSettings;

class Exporter : public QObject {
    Q_OBJECT
public:
    Exporter(RunSource& source, ChartsPanel& charts, NoticeBar& notice, WindowSettings& settings, QWidget* window);

    // Where what is shown was measured; else it is this machine.
    void setHost(std::function<HostFacts()> host) { m_host = std::move(host); }

    void askSaveChart(TimeChart* chart = nullptr);
    void askSaveData();

    // Without asking. chart: nullptr for all of them.
    bool saveChart(const QString& path, TimeChart* chart, const PictureOptions& options,
                   PictureRange range = PictureRange::Seen);
    bool copyChart(TimeChart* chart, const PictureOptions& options, PictureRange range, PaintedPicture::CopyAs as);
    // Beside what is there already, as folder-2, folder-3 …: the data of an earlier run is never replaced.
    bool saveData(const QString& folder);
    [[nodiscard]] static QString freshFolder(const QString& wanted);

private:
    [[nodiscard]] QString askPath(const QString& title, const QString& proposed, const QString& filter,
                                  const QString& suffix);
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] ChartPicture pictureOf(TimeChart* chart, PictureRange range) const;
    [[nodiscard]] PictureOptions withCaption(PictureOptions options) const;
    bool told(const QString& problem);
    void tellSaved(const QString& text, const QString& path);

    RunSource& m_source;
    ChartsPanel& m_charts;
    NoticeBar& m_notice;
    WindowSettings& m_settings;
    QWidget* m_window;
    std::function<HostFacts()> m_host = readHostFacts;
};

}  // namespace ipclab
