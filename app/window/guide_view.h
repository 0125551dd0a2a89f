// One page of the guide, as it is read: Markdown set for the theme and the size of the text, with places that links
// lead to and the colours of the states as pictures. What its links mean is its owner's business.
#pragma once

#include <QTextBrowser>

namespace ipclab {

class GuideView : public QTextBrowser {
    Q_OBJECT
public:
    explicit GuideView(QWidget* parent = nullptr);

    // words: to be marked, each wherever it stands.
    void showPage(const QString& markdown, const QStringList& words = {});
    void goTo(const QString& section);
    // Of the usual size.
    void setTextScale(double scale);
    [[nodiscard]] double textScale() const { return m_scale; }

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void changeEvent(QEvent* event) override;

private:
    void render();
    void dressBlocks();
    void dressTables();
    void placeAnchors();
    void markWords();

    QString m_markdown;
    QStringList m_words;
    double m_scale = 1;
    bool m_rendering = false;
};

}  // namespace ipclab
