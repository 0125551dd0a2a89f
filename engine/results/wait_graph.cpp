#include "results/wait_graph.h"

#include <algorithm>
#include <optional>
#include <span>

namespace ipclab {

namespace {

using Node = std::uint32_t;

// Processes, the two sides of every link and the locks as nodes: a process points at the sides and locks it waits for,
// those point at the processes there. So a mailbox of many costs no edge for every pair.
class Graph {
public:
    explicit Graph(const WaitSnapshot& snapshot) : m_snapshot(snapshot), m_processes(count(snapshot.processes)) {
        m_links = count(snapshot.underWay);
        for (const WaitPort& port : snapshot.ports) m_links = std::max(m_links, port.link + 1);
        m_sides.resize(std::size_t{2} * m_links);
        for (const WaitPort& port : snapshot.ports) {
            if (!port.closed && isAlive(port.process)) m_sides[sideIndex(port.link, port.role)].push_back(port.process);
        }
    }

    [[nodiscard]] Node processes() const { return m_processes; }
    [[nodiscard]] Node nodes() const { return m_processes + 2 * m_links + count(m_snapshot.lockHolders); }

    // What a process waits for, any of it; empty: nothing, or something outside lets it go on.
    [[nodiscard]] std::span<const Waiting> waitsOf(Node process) const {
        const WaitingProcess& at = m_snapshot.processes[process];
        if (!at.alive || at.held) return {};
        return at.anyOf.empty() ? std::span(&at.waiting, 1) : std::span(at.anyOf);
    }

    // The side or lock that one waits at; nothing: no process can be named.
    [[nodiscard]] std::optional<Node> nodeOf(const Waiting& waiting) const {
        const std::uint32_t on = waiting.link;
        switch (waiting.reason) {
            case WaitReason::Full:
                return on < m_links ? std::optional(sideNode(on, PortRole::Receiver)) : std::nullopt;
            case WaitReason::Empty:
                return on < m_links ? std::optional(sideNode(on, PortRole::Sender)) : std::nullopt;
            case WaitReason::Lock:
                if (on >= m_snapshot.lockHolders.size()) return std::nullopt;
                return m_processes + 2 * m_links + on;
            default:
                return std::nullopt;
        }
    }

    // Who is there; of a process, where it waits.
    [[nodiscard]] std::vector<Node> at(Node node) const {
        if (node < m_processes) {
            std::vector<Node> waitsAt;
            for (const Waiting& waiting : waitsOf(node)) {
                if (const auto next = nodeOf(waiting)) waitsAt.push_back(*next);
            }
            return waitsAt;
        }
        const Node beyond = node - m_processes;
        if (beyond < 2 * m_links) return m_sides[beyond];
        const Node holder = m_snapshot.lockHolders[beyond - 2 * m_links];
        return isAlive(holder) ? std::vector{holder} : std::vector<Node>{};
    }

    // It can go on without anybody where it waits doing anything, by one of the things it waits for at least.
    [[nodiscard]] bool goesOnByItself(Node process) const {
        const auto waits = waitsOf(process);
        return waits.empty() || m_snapshot.processes[process].more ||
               std::ranges::any_of(waits, [&](const Waiting& waiting) { return comesByItself(waiting); });
    }

private:
    // Nobody is left there, so it will be told; a message is on its way; somebody there is taking, or putting, at this
    // very moment; or it is nothing that a process does.
    [[nodiscard]] bool comesByItself(const Waiting& waiting) const {
        const auto node = nodeOf(waiting);
        if (!node || at(*node).empty()) return true;
        if (waiting.reason == WaitReason::Lock) return false;
        const bool empty = waiting.reason == WaitReason::Empty;
        if (empty && waiting.link < m_snapshot.underWay.size() && m_snapshot.underWay[waiting.link]) return true;
        const Waiting meets{empty ? WaitReason::Full : WaitReason::Empty, waiting.link};
        return std::ranges::any_of(at(*node), [&](Node other) {
            const auto theirs = waitsOf(other);
            return std::ranges::find(theirs, meets) != theirs.end();
        });
    }

    template <typename List>
    static Node count(const List& list) {
        return static_cast<Node>(list.size());
    }
    [[nodiscard]] bool isAlive(Node process) const {
        return process < m_processes && m_snapshot.processes[process].alive;
    }
    static std::size_t sideIndex(std::uint32_t link, PortRole role) {
        return std::size_t{2} * link + (role == PortRole::Receiver ? 1 : 0);
    }
    [[nodiscard]] Node sideNode(std::uint32_t link, PortRole role) const {
        return m_processes + static_cast<Node>(sideIndex(link, role));
    }

    const WaitSnapshot& m_snapshot;
    Node m_processes;
    Node m_links = 0;
    std::vector<std::vector<Node>> m_sides;
};

// What is left when everybody who can go on has gone on, and whoever they let go on with them.
std::vector<bool> stuckNodes(const Graph& graph) {
    std::vector<std::vector<Node>> waiters(graph.nodes());
    std::vector<bool> stuck(graph.nodes(), true);
    std::vector<Node> free;
    for (Node node = 0; node < graph.nodes(); ++node) {
        for (const Node next : graph.at(node)) waiters[next].push_back(node);
        if (node < graph.processes() && graph.goesOnByItself(node)) free.push_back(node);
    }
    while (!free.empty()) {
        const Node node = free.back();
        free.pop_back();
        if (!stuck[node]) continue;
        stuck[node] = false;
        free.insert(free.end(), waiters[node].begin(), waiters[node].end());
    }
    return stuck;
}

// Strongly connected components by Tarjan's algorithm; m_open is the way walked so far, instead of recursion.
class Components {
public:
    Components(const Graph& graph, const std::vector<bool>& stuck)
        : m_graph(graph), m_stuck(stuck), m_order(graph.nodes()), m_low(graph.nodes()), m_component(graph.nodes()) {
        for (Node process = 0; process < graph.processes(); ++process) {
            if (stuck[process] && m_order[process] == 0) walk(process);
        }
    }

    [[nodiscard]] Node of(Node node) const { return m_component[node]; }
    [[nodiscard]] Node count() const { return m_count; }

private:
    struct Step {
        Node node;
        std::vector<Node> next;
        std::size_t at = 0;
    };

    void enter(Node node) {
        m_order[node] = m_low[node] = ++m_clock;
        m_stack.push_back(node);
        m_open.push_back({node, m_graph.at(node)});
    }

    void walk(Node start) {
        enter(start);
        while (!m_open.empty()) {
            Step& step = m_open.back();
            if (step.at == step.next.size()) {
                leave(step.node);
                continue;
            }
            const Node next = step.next[step.at++];
            if (!m_stuck[next]) continue;
            if (m_order[next] == 0) {
                enter(next);
            } else if (m_component[next] == 0) {
                m_low[step.node] = std::min(m_low[step.node], m_order[next]);
            }
        }
    }

    void leave(Node node) {
        m_open.pop_back();
        if (!m_open.empty()) m_low[m_open.back().node] = std::min(m_low[m_open.back().node], m_low[node]);
        if (m_low[node] != m_order[node]) return;
        ++m_count;
        for (Node member = kNoIndex; member != node;) {
            member = m_stack.back();
            m_stack.pop_back();
            m_component[member] = m_count;
        }
    }

    const Graph& m_graph;
    const std::vector<bool>& m_stuck;
    std::vector<Node> m_order, m_low;
    std::vector<Node> m_component;  // from 1; 0: not yet
    std::vector<Node> m_stack;
    std::vector<Step> m_open;
    Node m_clock = 0;
    Node m_count = 0;
};

// The components nothing leads out of, as lists of their processes.
std::vector<std::vector<Node>> knots(const Graph& graph, const std::vector<bool>& stuck) {
    const Components components(graph, stuck);
    std::vector<bool> leavesTo(components.count() + 1, false);
    std::vector<std::vector<Node>> members(components.count() + 1);
    for (Node node = 0; node < graph.nodes(); ++node) {
        const Node mine = components.of(node);
        if (mine == 0) continue;
        if (node < graph.processes()) members[mine].push_back(node);
        for (const Node next : graph.at(node)) {
            if (components.of(next) != mine) leavesTo[mine] = true;
        }
    }
    std::vector<std::vector<Node>> found;
    for (Node i = 1; i <= components.count(); ++i) {
        if (!leavesTo[i] && !members[i].empty()) found.push_back(std::move(members[i]));
    }
    return found;
}

std::vector<Node> behind(const Graph& graph, const std::vector<bool>& stuck, const std::vector<Node>& members) {
    std::vector<bool> reached(graph.nodes(), false);
    for (const Node member : members) reached[member] = true;
    for (bool grew = true; grew;) {
        grew = false;
        for (Node node = 0; node < graph.nodes(); ++node) {
            if (reached[node] || !stuck[node]) continue;
            const auto next = graph.at(node);
            if (std::ranges::any_of(next, [&](Node each) { return reached[each]; })) reached[node] = grew = true;
        }
    }
    std::vector<Node> found;
    for (Node process = 0; process < graph.processes(); ++process) {
        if (reached[process] && !std::ranges::binary_search(members, process)) found.push_back(process);
    }
    return found;
}

std::vector<WaitEdge> edgesFrom(const Graph& graph, Node process) {
    std::vector<WaitEdge> edges;
    for (const Waiting& waiting : graph.waitsOf(process)) {
        const auto node = graph.nodeOf(waiting);
        if (!node) continue;
        for (const Node other : graph.at(*node)) edges.push_back({process, other, waiting.reason, waiting.link});
    }
    return edges;
}

// The waits among the members, in the order one meets them walking from the first.
std::vector<WaitEdge> walked(const Graph& graph, Node first) {
    std::vector<WaitEdge> edges;
    std::vector<Node> open{first};
    std::vector<bool> seen(graph.processes(), false);
    while (!open.empty() && edges.size() < Deadlock::kMostEdges) {
        const Node process = open.back();
        open.pop_back();
        if (seen[process]) continue;
        seen[process] = true;
        for (const WaitEdge& edge : edgesFrom(graph, process)) {
            if (edges.size() < Deadlock::kMostEdges) edges.push_back(edge);
            open.push_back(edge.waitsFor);
        }
    }
    return edges;
}

}  // namespace

std::vector<WaitEdge> waitEdges(const WaitSnapshot& snapshot) {
    const Graph graph(snapshot);
    std::vector<WaitEdge> edges;
    for (Node process = 0; process < graph.processes(); ++process) {
        const auto mine = edgesFrom(graph, process);
        edges.insert(edges.end(), mine.begin(), mine.end());
    }
    return edges;
}

std::vector<Deadlock> findDeadlocks(const WaitSnapshot& snapshot) {
    const Graph graph(snapshot);
    const std::vector<bool> stuck = stuckNodes(graph);
    std::vector<Deadlock> found;
    for (std::vector<Node>& members : knots(graph, stuck)) {
        Deadlock deadlock;
        deadlock.behind = behind(graph, stuck, members);
        deadlock.cycle = walked(graph, members.front());
        deadlock.members = std::move(members);
        found.push_back(std::move(deadlock));
    }
    return found;
}

}  // namespace ipclab
