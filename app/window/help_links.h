// Links into the guide from wherever they stand: in What's this texts, in labels of any view, on pages. All of them say
// "guide:" and a place, and end here.
#pragma once

#include <QObject>
#include <QString>

class QUrl;
class QWidget;

namespace ipclab {

class HelpLinks : public QObject {
    Q_OBJECT
public:
    explicit HelpLinks(QObject* parent);
    ~HelpLinks() override;

    // A What's this text with the line that leads to the guide.
    static QString withLink(const QString& text, const QString& place);

    // The page about a window, or a part of one, that F1 opens in it; empty: nothing was said.
    static void setPlaceOf(QWidget* widget, const QString& place);
    [[nodiscard]] static QString placeOf(const QWidget* widget);

public slots:
    void open(const QUrl& link);

signals:
    void placeWanted(const QString& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace ipclab
