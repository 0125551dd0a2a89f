// What stands below a link: the connections of its endpoints, how many there were and the first of them, and its calls,
// with how often each was executed. Nothing of it where its mechanism has no connections and nobody calls over it.
#pragma once

#include <QWidget>

#include "results/run_data.h"

class QLabel;

namespace ipclab {

class DetailTable;
class FactList;

class EndpointsSection : public QWidget {
    Q_OBJECT
public:
    explicit EndpointsSection(QWidget* parent = nullptr);

    void show(const RunData& run, const LinkData& link);
    void retranslate();

private:
    enum Call { Issued, Answered, Executed, Never, Repeated };
    void showConnections(const RunData& run, const LinkData& link);
    void nameConnections();
    void showCalls(const RunData& run, const LinkData& link);

    QLabel* m_connectionHeading;
    DetailTable* m_connections;
    QLabel* m_callHeading;
    FactList* m_calls;
    bool m_datagrams = false;  // nobody is connected
};

}  // namespace ipclab
