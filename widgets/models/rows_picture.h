// A picture of rows that can be looked through and copied like a table.
#pragma once

#include "models/table_text.h"

namespace ipclab {

class RowsPicture {
public:
    virtual ~RowsPicture() = default;

    // Only what has every one of the words is drawn; empty: all.
    virtual void setWords(const QString& text) = 0;
    [[nodiscard]] virtual int countAll() const = 0;
    [[nodiscard]] virtual int countShown() const = 0;
    // As drawn now.
    [[nodiscard]] virtual TableText tableText() const = 0;

protected:
    [[nodiscard]] static bool hasWords(const QString& text, const QStringList& words) {
        for (const QString& word : words) {
            if (!text.contains(word, Qt::CaseInsensitive)) return false;
        }
        return true;
    }
};

}  // namespace ipclab
