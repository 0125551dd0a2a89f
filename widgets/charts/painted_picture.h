// Anything that can be painted, as a file for a report: PNG, SVG or PDF by the ending of its name. Written beside the
// file and moved into place, so that a failure leaves the old one. Nothing needs to be visible, and
// QT_QPA_PLATFORM=offscreen will do.
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QSize>
#include <QString>
#include <functional>

class QPainter;

namespace ipclab {

struct PaintedPicture {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PaintedPicture)
public:
    QSize size{};                // in CSS pixels (96 to the inch)
    double scale = 2;            // PNG and clipboard: device pixels a CSS pixel
    QString title{}, caption{};  // in the file's own description, where it has one
    // rasterScale: device pixels a unit where the picture becomes pixels, 0 where it stays lines and text.
    std::function<void(QPainter& painter, double rasterScale)> paint{};

    [[nodiscard]] QImage image() const;
    // Each returns an empty string, or what went wrong as a sentence for the user.
    [[nodiscard]] QString savePng(const QString& path) const;
    [[nodiscard]] QString saveSvg(const QString& path) const;
    [[nodiscard]] QString savePdf(const QString& path) const;
    // By the ending of the file's name.
    [[nodiscard]] QString save(const QString& path) const;
};

}  // namespace ipclab
