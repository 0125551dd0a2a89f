// The built-in guide: which pages there are, in which order, and what stands on each, in the language of the interface.
// What people wrote (window/guide_text.h) is filled with what the program's own lists say (window/guide_lists.h).
#pragma once

#include <QCoreApplication>
#include <QString>
#include <functional>
#include <vector>

namespace ipclab {

struct GuidePage {
    QString id;       // "states", "mechanism/pipe"
    QString title;    // in the language of the interface
    QString english;  // to be found by as well
};

struct GuideChapter {
    QString title;
    std::vector<GuidePage> pages;
};

// Where a link of a page leads: "guide:states#ready".
struct GuidePlace {
    QString page;
    QString section;  // may be empty
    static GuidePlace of(const QString& link);
};

class Guide {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Guide)
public:
    // What is said of the actions of the window, as a table.
    explicit Guide(std::function<QString()> shortcuts = {}) : m_shortcuts(std::move(shortcuts)) {}

    [[nodiscard]] std::vector<GuideChapter> chapters() const;
    [[nodiscard]] bool has(const QString& page) const;
    // As Markdown. A section is marked {#name}; a link without words has those of where it leads.
    [[nodiscard]] QString markdown(const QString& page) const;
    // What people wrote of it in English, to be searched in any language.
    [[nodiscard]] static QString englishText(const QString& page);

private:
    [[nodiscard]] QString filled(const QString& text) const;

    std::function<QString()> m_shortcuts;
};

}  // namespace ipclab
