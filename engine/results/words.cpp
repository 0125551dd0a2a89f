#include "results/words.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

using Word = std::string_view;
constexpr std::array<Word, 4> kStateSources{"none", "sampled", "switch-records", "schedstat"};
constexpr std::array<Word, 2> kDepthUnits{"bytes", "messages"};
constexpr std::array<Word, 5> kLaunchMethods{"fork", "exec", "spawn", "vfork", "qprocess"};
constexpr std::array<Word, 3> kObserveLevels{"off", "sampled", "exact"};
constexpr std::array<Word, kWaitReasonCount> kWaitReasons{
    "not-said", "full", "empty",  "lock",   "sleep",   "paused",     "start",  "connect", "child",
    "disk",     "turn", "events", "signal", "network", "page-fault", "traced", "stranded", "futex",
    "semaphore", "file-lock", "thread"};
constexpr std::array<Word, kConnectionStateCount> kConnectionStates{"free",   "connecting", "open",   "half-closed",
                                                                    "closed", "reset",      "refused"};
constexpr std::array<Word, 2> kPortRoles{"sender", "receiver"};
constexpr std::array<Word, 5> kImportances{"foreground", "visible", "service", "background", "empty"};
constexpr std::array<Word, 3> kSharedKinds{"counter", "hand-off", "barrier"};

template <typename Enum, std::size_t N>
Word wordAt(const std::array<Word, N>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<Word, N>& words, Word word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

}  // namespace

Word id(StateSource source) { return wordAt(kStateSources, source); }
Word id(DepthUnit unit) { return wordAt(kDepthUnits, unit); }
Word id(LaunchMethod method) { return wordAt(kLaunchMethods, method); }
Word id(ObserveLevel level) { return wordAt(kObserveLevels, level); }
Word id(PortRole role) { return wordAt(kPortRoles, role); }
Word id(Importance importance) { return wordAt(kImportances, importance); }
Word id(SharedKind kind) { return wordAt(kSharedKinds, kind); }
Word id(ConnectionState state) { return wordAt(kConnectionStates, state); }
Word id(WaitReason reason) { return wordAt(kWaitReasons, reason); }

std::optional<ProcessState> processStateOf(Word word) {
    for (std::size_t i = 0; i < kProcessStateCount; ++i) {
        if (kProcessStateNames[i].id == word) return static_cast<ProcessState>(i);
    }
    return std::nullopt;
}
std::optional<StateSource> stateSourceOf(Word word) { return valueOf<StateSource>(kStateSources, word); }
std::optional<DepthUnit> depthUnitOf(Word word) { return valueOf<DepthUnit>(kDepthUnits, word); }
std::optional<ObserveLevel> observeLevelOf(Word word) { return valueOf<ObserveLevel>(kObserveLevels, word); }
std::optional<PortRole> portRoleOf(Word word) { return valueOf<PortRole>(kPortRoles, word); }

}  // namespace ipclab
