// What an experiment is about, as figures of its run: what its programs have told (programs/answers.h), what a link
// that may lose has lost, what a backlog or a budget of memory came to, what a context switch took.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.h"
#include "results/event_text.h"
#include "results/run_data.h"

namespace ipclab {

// Label and value are sentences as those of facts: English, with names of values in braces.
struct Answer {
    std::string_view label;
    std::string_view value;
    std::vector<std::pair<std::string, TypedValue>> values;
    std::uint32_t process = kNoIndex;  // whose it is; kNoIndex: of a link
};

// The sentences besides those of programs/answers.def.
inline constexpr std::string_view kLossLabel = TEXT("answer", "{link}: lost of all to be received");
inline constexpr std::string_view kLossValue = TEXT("answer", "{lost} of {sent}: {lost_share}");
inline constexpr std::string_view kNetworkLabel = TEXT("answer", "{link}: dropped / repeated / reordered on purpose");
inline constexpr std::string_view kNetworkValue = TEXT("answer", "{dropped} / {repeated} / {reordered} of {taken}");
inline constexpr std::string_view kAnsweredLabel = TEXT("answer", "{link}: calls answered");
inline constexpr std::string_view kAnsweredValue = TEXT("answer", "{answered} of {issued}");
inline constexpr std::string_view kExecutedLabel = TEXT("answer", "{link}: executions; calls never / once / twice / more");
inline constexpr std::string_view kExecutedValue = "{executed}; {never} / {once} / {twice} / {more}";
inline constexpr std::string_view kBacklogLabel = TEXT("answer", "{link}: most queued");
inline constexpr std::string_view kBacklogValue = "{depth_max}";
inline constexpr std::string_view kSwitchLabel = TEXT("answer", "a switch from one process to another");
inline constexpr std::string_view kSwitchValue = TEXT("answer", "{mean_ns} ({switches} times)");
inline constexpr std::string_view kHandOffLabel = TEXT("answer", "{shared}: one hand-off, p50 / p99");
inline constexpr std::string_view kHandOffValue = "{p50_ns} / {p99_ns}";
inline constexpr std::string_view kCounterLabel = TEXT("answer", "{shared}: updates lost");
inline constexpr std::string_view kCounterValue = TEXT("answer", "{lost} of {updates}");
inline constexpr std::string_view kBarrierLabel = TEXT("answer", "{shared}: passed too early");
inline constexpr std::string_view kBarrierValue = "{early}";
inline constexpr std::string_view kMemoryLabel = TEXT("answer", "{process}: most memory");
inline constexpr std::string_view kMemoryValue = "{peak_bytes}";
inline constexpr std::string_view kBudgetKillLabel = TEXT("answer", "{process}: killed with {process_bytes} at");
inline constexpr std::string_view kBudgetKillValue = "{t_s}";

inline constexpr std::size_t kMostAnswers = 12;

// Label or value of the answer, filled in.
std::string answerText(std::string_view sentence, const Answer& answer, const Wording& wording = Wording::english());

// In the order of the processes, and of what each has told; at most kMostAnswers. What is not known yet has no value:
// its sentence becomes a dash.
std::vector<Answer> answersOf(const RunData& data);

// Whether there will be any once it runs.
bool asksForAnswers(const RunData& data);

}  // namespace ipclab
