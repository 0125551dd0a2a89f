// The inspector's connections and calls of a link, from a run made by hand.
#include "inspect/endpoints_section.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <QLabel>

#include "inspect/detail_table.h"
#include "inspect/fact_list.h"
#include "models/figures.h"

namespace ipclab {
namespace {

SocketName onLoopback(std::uint16_t port) {
    SocketName name;
    name.family = AF_INET;
    name.port = port;
    name.length = 4;
    name.bytes = {127, 0, 0, 1};
    return name;
}

struct EndpointsOfALink : ::testing::Test {
    EndpointsOfALink() {
        run.startNs = 1;
        for (const char* name : {"client", "server"}) {
            ProcessData& process = run.processes.emplace_back();
            process.name = name;
            process.pid = static_cast<std::int32_t>(100 + run.processes.size());
        }
        link.ports.resize(2);
        link.ports[1].process = 1;
        link.ports[1].role = PortRole::Receiver;
        for (PortData& port : link.ports) port.hasConnections = true;
    }

    ConnectionReading& connect(std::size_t endpoint, ConnectionState state) {
        PortData& port = link.ports[endpoint];
        ConnectionReading& added = port.connections.emplace_back();
        added.slot = static_cast<std::uint32_t>(port.connections.size() - 1);
        added.generation = 1;
        added.state = state;
        ++port.connectionTotals.begun;
        ++port.connectionTotals.opened;
        return added;
    }
    void show() {
        section.show(run, link);
        section.ensurePolished();
    }
    [[nodiscard]] DetailTable& table() const { return *section.findChild<DetailTable*>(); }
    [[nodiscard]] QString cell(int row, int column) const { return table().textOf(row, column); }

    RunData run;
    LinkData link;
    EndpointsSection section;
};

TEST_F(EndpointsOfALink, AConnectionIsShownWithItsEndpointAndBothAddresses) {
    ConnectionReading& one = connect(1, ConnectionState::Open);
    one.local = onLoopback(80);
    one.peer = onLoopback(4711);
    one.messagesReceived = 12;
    one.waitingBytes = 0;
    show();
    ASSERT_EQ(table().model()->rowCount(), 2);
    EXPECT_TRUE(cell(0, 0).startsWith(QStringLiteral("server receives: 1 now, 1 opened"))) << qPrintable(cell(0, 0));
    EXPECT_EQ(cell(1, 0), QStringLiteral("open"));
    EXPECT_EQ(cell(1, 1), QStringLiteral("127.0.0.1:4711"));
    EXPECT_EQ(cell(1, 2), QStringLiteral("12"));
    EXPECT_NE(cell(1, 4), noFigure());
    const QString tip = table().model()->index(1, 1).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("127.0.0.1:80"))) << qPrintable(tip);
    EXPECT_FALSE(table().isHidden());
}

TEST_F(EndpointsOfALink, WhereDatagramsComeNobodyIsSaidToBeConnected) {
    for (PortData& port : link.ports) port.datagrams = true;
    link.ports[1].serves = true;
    connect(0, ConnectionState::Open);
    connect(1, ConnectionState::Open).peer = onLoopback(4711);
    link.calls.emplace().totals = {.issued = 10, .answered = 10, .executed = 20};
    link.calls->reachSeveral = true;
    show();
    EXPECT_EQ(section.findChild<QLabel*>()->text(), QStringLiteral("Addresses"));
    EXPECT_EQ(cell(0, 0), QStringLiteral("client sends: 1 sockets, without connections"));
    EXPECT_EQ(cell(2, 0), QStringLiteral("server receives: asked from 1 addresses, without connections"));
    EXPECT_EQ(cell(3, 1), QStringLiteral("127.0.0.1:4711"));
    const FactList& calls = *section.findChild<FactList*>();
    EXPECT_EQ(calls.value(2), QStringLiteral("20"));
    EXPECT_EQ(calls.value(3), noFigure()) << "which of them a server has left out nobody knows";
}

TEST_F(EndpointsOfALink, OfASocketWithoutANameTheProcessIsShown) {
    connect(1, ConnectionState::Open).peerPid = 101;
    connect(1, ConnectionState::Open).peerPid = 999;
    show();
    EXPECT_EQ(cell(1, 1), QStringLiteral("client (pid 101)"));
    EXPECT_EQ(cell(2, 1), QStringLiteral("pid 999")) << "a stranger";
}

TEST_F(EndpointsOfALink, ManyAreCountedAndTheFirstOfThemShown) {
    for (int i = 0; i < 50; ++i) connect(1, i % 2 == 0 ? ConnectionState::Open : ConnectionState::Closed);
    link.ports[1].connectionTotals.ended = 25;
    link.ports[1].connectionTotals.refused = 3;
    show();
    const int rows = table().model()->rowCount();
    EXPECT_LT(rows, 25);
    EXPECT_TRUE(cell(0, 0).contains(QStringLiteral("25 now, 50 opened, 3 refused"))) << qPrintable(cell(0, 0));
    EXPECT_EQ(cell(rows - 1, 0), QStringLiteral("and %1 more").arg(50 - (rows - 2)));
}

TEST_F(EndpointsOfALink, WhereThereAreNoneNothingIsShown) {
    for (PortData& port : link.ports) port.hasConnections = false;
    show();
    EXPECT_TRUE(table().isHidden());
    EXPECT_TRUE(section.findChild<FactList*>()->isHidden()) << "nobody calls either";
}

TEST_F(EndpointsOfALink, CallsAreCountedByTheirExecutions) {
    link.calls.emplace();
    link.calls->totals = {.issued = 10, .answered = 8, .executed = 11, .byExecutions = {1, 7, 2, 0}};
    show();
    const auto& calls = *section.findChild<FactList*>();
    EXPECT_FALSE(calls.isHidden());
    const QStringList expected{QStringLiteral("10"), QStringLiteral("8"), QStringLiteral("11"), QStringLiteral("1"),
                               QStringLiteral("2")};
    for (int row = 0; row < expected.size(); ++row) EXPECT_EQ(calls.value(row), expected[row]) << row;
    link.calls->executionsKnown = false;
    show();
    EXPECT_EQ(calls.value(0), QStringLiteral("10"));
    EXPECT_EQ(calls.value(2), noFigure()) << "the server is a command";
}

}  // namespace
}  // namespace ipclab
