// The inspector's page of a link: its mechanism and properties, asked for and effective, its traffic, its latency.
#pragma once

#include <QWidget>

#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class Editor;
class EndpointsSection;
class FactList;
class FiguresSection;
class LinkControls;
class PropertiesSection;
class RulesSection;

class LinkPage : public QWidget {
    Q_OBJECT
public:
    // editor: nullptr where nothing can be edited.
    LinkPage(RunSource& source, Editor* editor, QWidget* parent = nullptr);

    void setLink(std::uint32_t link);
    void refresh();
    void retranslate();
    [[nodiscard]] PropertiesSection* properties() const { return m_edited; }
    [[nodiscard]] LinkControls* controls() const { return m_controls; }

private:
    enum Property {
        Asked,
        Effective,
        Largest,
        Buffers,
        Nagle,
        DelayedAck,
        KeepsAlive,
        Congestion,
        Writes,
        Boundary,
        Order,
        Source
    };
    enum Traffic { Sent, Received, Bytes, MessagesFrom, BytesFrom, Depth, DepthMax, SystemMax, Blocked, Faults };
    enum Cost { FirstMessage, Calls, Copies, Cpu, WouldBlock };
    enum Delay { P50, P90, P99, P999, Max, TransitP50, TransitP99, TransitMax, Count, LatencyFrom };
    void showProperties(const LinkData& link);
    void showMechanism(const LinkData& link);
    void showTcp(const LinkData& link);
    void showTraffic(const LinkData& link);
    void showCosts(const LinkData& link);
    void showLatency(const LinkData& link);
    void showFigures(const LinkData& link);

    RunSource& m_source;
    Editor* m_editor;
    std::uint32_t m_link = 0;
    QLabel* m_name;
    QLabel* m_mechanism;
    LinkControls* m_controls;
    QLabel* m_guide;
    PropertiesSection* m_edited;
    FactList* m_properties;
    RulesSection* m_rules;
    QLabel* m_trafficHeading;
    FactList* m_traffic;
    EndpointsSection* m_endpoints;
    QLabel* m_costsHeading;
    FactList* m_costs;
    QLabel* m_latencyHeading;
    FactList* m_latency;
    FiguresSection* m_figures;
};

}  // namespace ipclab
