// The one time axis all charts of a page share: what part of time is seen, whether it follows the present, where the
// crosshair and the markers A and B are. Times are CLOCK_MONOTONIC nanoseconds; people see seconds since the origin
// (the start of the run). Where what happened is played again the axis has a moment too: what is shown beside the
// charts is of that.
//
// While following, the visible range ends at now and the axis stands still (−W … 0). Any zoom or pan freezes it: data
// goes on being taken, the picture does not move.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "series/column_grid.h"

namespace ipclab {

enum class Marker { A, B };

struct TimeTick {
    Nanoseconds t;  // absolute
    QString label;
};

class TimeAxis : public QObject {
    Q_OBJECT
public:
    static constexpr Nanoseconds kMinWindow = 1'000'000;
    static constexpr Nanoseconds kMaxWindow = 7 * 24 * 3600 * kNsPerSecond;

    explicit TimeAxis(QObject* parent = nullptr);
    // What is seen, frozen: for exports.
    [[nodiscard]] std::unique_ptr<TimeAxis> snapshot() const;

    // Start of a run: forgets markers and crosshair, and follows.
    void restart(Nanoseconds origin);
    [[nodiscard]] Nanoseconds origin() const { return m_origin; }

    void setNow(Nanoseconds now);
    [[nodiscard]] Nanoseconds now() const { return m_now; }

    // False once the run has ended: there is no present to follow, only an end to show. restart() is live again.
    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);

    [[nodiscard]] bool isFollowing() const { return m_following; }
    void setFollowing(bool follow);

    [[nodiscard]] Nanoseconds window() const { return m_window; }
    void setWindow(Nanoseconds width);  // keeps following
    [[nodiscard]] Nanoseconds begin() const { return end() - m_window; }
    [[nodiscard]] Nanoseconds end() const { return m_following ? m_now : m_end; }

    // All of these freeze.
    void showRange(Nanoseconds begin, Nanoseconds end);
    void pan(Nanoseconds by);
    void panByPixels(double pixels, double plotWidth);
    void zoom(double factor, Nanoseconds anchor);  // factor below 1 shows less time; anchor stays where it is
    void zoom(double factor);                      // about the crosshair, else the middle
    void fit();                                    // the whole run

    [[nodiscard]] std::optional<Nanoseconds> crosshair() const { return m_crosshair; }
    void setCrosshair(std::optional<Nanoseconds> t);

    // Nothing: nothing is played.
    [[nodiscard]] std::optional<Nanoseconds> moment() const { return m_moment; }
    // Comes into sight where it has left it.
    void setMoment(std::optional<Nanoseconds> t);

    [[nodiscard]] std::optional<Nanoseconds> marker(Marker which) const;
    void setMarker(Marker which, std::optional<Nanoseconds> t);
    // At the crosshair if there is one, else at the right (B) or left (A) third of the view.
    void placeMarker(Marker which);
    void clearMarkers();

    // The columns of a plot that many pixels wide: their number is exact, their edges multiples of their width. While
    // following they end with the last completed column.
    [[nodiscard]] ColumnGrid grid(int columns) const;

    // Round times inside the grid, about as many as have room, labelled with seconds before now or since the origin.
    [[nodiscard]] std::vector<TimeTick> ticks(const ColumnGrid& grid, double plotWidth) const;
    [[nodiscard]] Nanoseconds tickStep(double plotWidth) const;
    // What the labels count from: now, or the start of the run.
    [[nodiscard]] Nanoseconds zeroOf(const ColumnGrid& grid) const;
    [[nodiscard]] QString title() const;
    // "12.345678 s", as precise as the zoom.
    [[nodiscard]] QString format(Nanoseconds t) const;
    [[nodiscard]] static QString formatSpan(Nanoseconds length);

signals:
    void nowAdvanced();
    void viewChanged();  // range or mode
    void followingChanged(bool following);
    void crosshairMoved();
    void momentMoved();
    void markersChanged();

private:
    void freeze();
    Nanoseconds m_origin = 0;
    Nanoseconds m_now = 0;
    Nanoseconds m_window = 10 * kNsPerSecond;
    Nanoseconds m_end = 0;
    bool m_following = true;
    bool m_live = true;
    std::optional<Nanoseconds> m_crosshair;
    std::optional<Nanoseconds> m_moment;
    std::optional<Nanoseconds> m_markers[2];
};

}  // namespace ipclab
