// What has been changed and not saved, kept in a private folder for the case that the window is killed. A lock that the
// system takes away with the process tells whose owner is gone: no pid, which another process may have by then.
//
// GUI thread only. Nothing here throws: where it cannot be kept, it is not.
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

struct KeptDocument {
    QString title;
    QString source;  // the file or preset it was opened from; empty: neither
    bool isPreset = false;
    QDateTime at;
    QString text;  // of the document
};

class Autosave {
public:
    // folder: made when it is first needed; empty: nothing is kept.
    explicit Autosave(QString folder);
    ~Autosave();

    void keep(const KeptDocument& document);
    // It has been saved, or is not wanted.
    void drop();
    [[nodiscard]] QString path() const { return m_path; }  // empty: nothing is kept

private:
    QString m_folder, m_path;
    UniqueFd m_lock;
};

// One that a window has left behind, for as long as this lives nobody else's.
class LeftDocument {
public:
    LeftDocument(KeptDocument document, QString path, UniqueFd lock);
    [[nodiscard]] const KeptDocument& document() const { return m_document; }
    void forget();

private:
    KeptDocument m_document;
    QString m_path;
    UniqueFd m_lock;
};

// The newest first.
std::vector<LeftDocument> leftDocuments(const QString& folder);

}  // namespace ipclab
