// The links of a run: made before anybody is forked, handed out as wiring, asked how full they are, woken when
// somebody dies. Also the states of the ports, where their process can no longer speak for itself.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/run_directory.h"
#include "core/segment.h"
#include "document/ends.h"
#include "document/experiment.h"
#include "launcher/listening_probe.h"
#include "links/link_room.h"
#include "links/turns.h"
#include "observe/depth_probe.h"
#include "programs/gate.h"
#include "programs/worker_plan.h"
#include "protocol/messages.h"

namespace ipclab {

class LinkTable {
public:
    LinkTable(const Experiment& experiment, const Segment& segment);

    // Makes the links one after the other; onMade is told of each. Throws std::system_error.
    void create(RunDirectory& names, const std::function<void(std::size_t link, const Link&)>& onMade);
    // But those that processes which start later will be handed.
    void releaseEnds();
    // It is about to start: its ends are waited for from now on.
    void join(std::uint32_t process);
    // Its ends were handed out, or could not be.
    void joined(std::uint32_t process);

    // The ports of one process, ready to be handed to it.
    [[nodiscard]] std::vector<PortPlan> portsOfProcess(std::uint32_t process) const;

    [[nodiscard]] Attach attachOf(std::uint32_t port) const;

    // A command's ends exist from its birth; its descriptors are known to the launcher alone.
    void openForeign(std::uint32_t process, const std::vector<int>& fds);
    // The process is gone: closes its ports, gives back what it held, wakes whoever waits for it inside a link, and
    // removes the links it owned. Tells what became of links that have an owner.
    [[nodiscard]] std::vector<LinkOwnerEnded> processGone(std::uint32_t process);

    // To be called now and then.
    void findLostPlaces(Nanoseconds now);

    // Asks every link what is queued and writes it into the segment.
    void probeDepths();

    // Changes the room of a link that is in use: one answer for each that is given of it.
    [[nodiscard]] std::vector<LinkSet> resize(std::uint32_t link, const LinkRoom& room);

    // Does this process hold an end of a link whose other side is gone, so that it may wait for nobody?
    [[nodiscard]] bool waitsForNobody(std::uint32_t process) const;

private:
    void portGone(std::uint32_t port);
    [[nodiscard]] bool isSender(std::uint32_t link, std::uint32_t process) const;
    [[nodiscard]] std::optional<LinkOwnerEnded> afterOwner(std::uint32_t link, std::uint32_t process);
    [[nodiscard]] std::optional<Depth> depthOf(std::uint32_t link);
    // Into the segment, what the system says of it now.
    void noteDepth(std::uint32_t link);
    [[nodiscard]] std::optional<Depth> depthByDescriptors(std::uint32_t link);
    void noteProbed(std::uint32_t link, PortRole role, const DepthReading& reading);
    [[nodiscard]] std::optional<std::uint64_t> dropsOf(std::uint32_t link);
    void countQueued(std::uint32_t link);
    void probeConnections(std::uint32_t link);
    [[nodiscard]] LinkSet resizeOne(std::uint32_t link, const RoomField& field, std::uint64_t bytes);
    // Nothing: there is no object, or nobody has an end open.
    [[nodiscard]] std::optional<std::uint64_t> resizeQueue(std::uint32_t link, std::uint64_t bytes);
    [[nodiscard]] std::optional<std::uint64_t> resizeEnds(std::uint32_t link, const RoomField& field,
                                                          std::uint64_t bytes);
    [[nodiscard]] std::vector<int> descriptorsOf(const EndpointSlot& slot) const;
    const DepthProbe& probeOf(std::uint32_t process, pid_t pid);

    const Experiment& m_experiment;
    const Segment& m_segment;
    // The ports of one link lie together (document/ends.h): [first, second).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> portRange(std::uint32_t link) const {
        return {m_firstPort[link], m_firstPort[link + 1]};
    }
    [[nodiscard]] bool allClosed(std::uint32_t link, PortRole role) const;

    std::vector<PortPlace> m_places;
    std::vector<std::uint32_t> m_firstPort;             // by link, and one more
    std::vector<std::vector<std::uint32_t>> m_portsOf;  // by process
    std::vector<LinkRequest> m_specs;                   // by link
    std::set<std::uint32_t> m_later;                    // processes that are still to start
    std::vector<LinkRules> m_rules;                     // by link
    // Two directions of one object: the object belongs to the first link, and both may have to take turns.
    struct Pair {
        std::size_t forth, back;
        std::unique_ptr<TurnTaking> turns;
    };
    [[nodiscard]] EndWiring wiringOf(const PortPlace& place) const;
    void pairUp();
    void removeObject(std::uint32_t link);

    std::vector<std::unique_ptr<Link>> m_objects;  // nullptr: another link has it, or gone with its owner
    std::vector<Link*> m_links;                    // nullptr: gone with its owner
    std::vector<Pair> m_pairs;
    std::vector<LostPlaces> m_lostPlaces;  // by link
    // By link: what each descriptor of its ends told last, by the object behind it.
    std::vector<std::map<std::pair<PortRole, std::uint64_t>, ProbedFigures>> m_probed;
    std::map<std::uint32_t, DepthProbe> m_probes;  // by process
    ListeningProbe m_listening;
    Nanoseconds m_connectionsProbedNs = 0;
};

}  // namespace ipclab
