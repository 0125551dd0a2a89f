// What can be changed of a link while it is used: its room, and what a network at one of its ends does to messages. The
// kernel may refuse or give something else: what it says stands under the field.
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "links/link_room.h"
#include "runs/run_source.h"

class QLabel;

namespace ipclab {

class NetworkControl;
class NumberBox;

class LinkControls : public QWidget {
    Q_OBJECT
public:
    explicit LinkControls(RunSource& source, QWidget* parent = nullptr);

    void retranslate();
    // Another link: what was typed for the last one is forgotten.
    void setLink(std::uint32_t link);
    void refresh();

    [[nodiscard]] NumberBox* field(std::size_t room) const { return m_rows[room].field; }
    [[nodiscard]] QLabel* given(std::size_t room) const { return m_rows[room].given; }
    [[nodiscard]] QLabel* problem() const { return m_problem; }
    [[nodiscard]] NetworkControl* network() const { return m_network; }

private:
    struct Row {
        QLabel* name = nullptr;
        NumberBox* field = nullptr;
        QLabel* given = nullptr;
        std::uint64_t shownBytes = 0;  // to be asked for; 0: not known
    };
    void showRow(std::size_t room, const LinkData& link);
    void showNetwork();
    void choose(std::size_t room);
    void showProblem(const QString& text);

    RunSource& m_source;
    std::uint32_t m_link = 0;
    std::optional<std::uint32_t> m_carrier;  // the network at one of its ends
    QString m_mistake;                       // in what was typed
    QLabel* m_heading;
    QLabel* m_fixed;
    std::array<Row, kRoomFields.size()> m_rows;
    QLabel* m_problem;
    QLabel* m_networkName;
    NetworkControl* m_network;
};

}  // namespace ipclab
