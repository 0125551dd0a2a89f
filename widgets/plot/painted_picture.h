// Anything that can be painted, as a file for a report: PNG, SVG or PDF by the ending of its name. A failure leaves the
// file there was. Nothing needs to be visible, and QT_QPA_PLATFORM=offscreen will do.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QImage>
#include <QSize>
#include <QString>
#include <functional>
#include <string_view>

class QPainter;

namespace ipclab {

// What the system says of a file that cannot be written, in the language of the program.
using Translation = QString (*)(std::string_view english);
QString asWritten(std::string_view english);

struct PaintedPicture {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PaintedPicture)
public:
    QSize size{};                // in CSS pixels (96 to the inch)
    double scale = 2;            // PNG and clipboard: device pixels a CSS pixel
    QString title{}, caption{};  // in the file's own description, where it has one
    // rasterScale: device pixels a unit where the picture becomes pixels, 0 where it stays lines and text.
    std::function<void(QPainter& painter, double rasterScale)> paint{};

    // Of a PNG; it takes four bytes for each while it is made.
    static constexpr double kMostPixels = 40e6;

    // Why it is not made: it would be too large. Empty: it will be.
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] QImage image() const;
    [[nodiscard]] QByteArray png() const;
    // Texts as text, and valid XML whatever they are; title and caption as the drawing's own.
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray pdf() const;
    // By the ending of the file's name. Returns an empty string, or what went wrong as a sentence for the user.
    [[nodiscard]] QString save(const QString& path, Translation translation = asWritten) const;

    // To the clipboard: as an image, or as an SVG drawing, which is its own text for programs that take no drawings.
    enum class CopyAs { Pixels, Vectors };
    [[nodiscard]] QString copy(CopyAs as) const;  // returns as save() does
};

}  // namespace ipclab
