// What a person has agreed to let run (document/approval.h), from one start of the window to the next: the hashes of
// those texts, in a private folder, so that no command line with what may be secret in it is kept. A list that others
// could have written to counts for nothing.
#pragma once

#include <QByteArray>
#include <QString>
#include <set>
#include <string>
#include <vector>

namespace ipclab {

class KeptApprovals {
public:
    // path: of the list; empty: nothing is kept.
    explicit KeptApprovals(QString path);

    [[nodiscard]] bool has(const std::string& text) const;
    void add(const std::vector<std::string>& texts);

private:
    [[nodiscard]] static QByteArray hashOf(const std::string& text);

    QString m_path;
    std::set<QByteArray> m_hashes;
};

}  // namespace ipclab
