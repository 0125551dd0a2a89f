// The bounds of a document, in one place for the reader, the validation, the schema and the tests. They are wide
// enough for any lesson and narrow enough that no file can make the program run out of memory or time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/clock.h"
#include "links/message.h"

namespace ipclab::limits {

inline constexpr std::size_t kFileBytes = 4U << 20;
inline constexpr std::size_t kDepth = 16;  // of nested arrays and objects
inline constexpr std::size_t kKeysPerObject = 256;
inline constexpr std::size_t kProblems = 100;  // reported one by one

inline constexpr std::size_t kProcesses = 4096;
inline constexpr std::uint32_t kCopies = 1000;
inline constexpr std::size_t kLinks = 4096;
inline constexpr std::size_t kShared = 256;
inline constexpr std::size_t kEndsPerSide = 4096;
inline constexpr std::size_t kSteps = 10'000;
inline constexpr std::size_t kArguments = 4096;
inline constexpr std::size_t kArgumentBytes = 65'536;
inline constexpr std::size_t kTextBytes = 4096;  // one language of a name, summary or look
inline constexpr std::size_t kIdCharacters = 64;
inline constexpr std::size_t kNameCharacters = 32;  // of a process
inline constexpr std::size_t kLinkNameBytes = 80;   // two process names and an arrow fit
inline constexpr int kCanvas = 100'000;             // half lines of text, each way
inline constexpr unsigned kCpus = 1024;             // CPU_SETSIZE

inline constexpr double kRatePerSecond = 1e9;
inline constexpr Nanoseconds kWorkNs = 10 * kNsPerSecond;
inline constexpr Nanoseconds kWindowNs = kNsPerSecond;
inline constexpr Nanoseconds kDurationNs = 7 * 86'400 * kNsPerSecond;
inline constexpr Nanoseconds kShortestDurationNs = kNsPerSecond / 1000;
inline constexpr Nanoseconds kTimeoutNs = 3600 * kNsPerSecond;
inline constexpr Nanoseconds kShortestTimeoutNs = kNsPerSecond / 10'000;
inline constexpr Nanoseconds kUnderWayNs = 60 * kNsPerSecond;  // delay and jitter of a network
inline constexpr std::uint64_t kWireRateLow = 1'000;
inline constexpr std::uint64_t kWireRateHigh = 4'000'000'000;  // the kernel keeps it in 32 bits
inline constexpr std::uint32_t kAttempts = 1'000'000;
inline constexpr std::uint32_t kCrashes = 1000;
inline constexpr std::uint32_t kWindow = 64;
inline constexpr std::uint32_t kKeepAliveSeconds = 32'767;  // MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL of the kernel
inline constexpr std::uint32_t kKeepAliveProbes = 127;      // MAX_TCP_KEEPCNT
inline constexpr std::size_t kCongestionBytes = 15;         // TCP_CA_NAME_MAX without its zero
inline constexpr std::uint64_t kBufferBytes = std::uint64_t{1} << 30;  // the option is an int, and is doubled
inline constexpr std::uint32_t kWritesPerMessage = 16;
inline constexpr unsigned kPriority = 31;                           // what POSIX promises everywhere (mq_send(3))
inline constexpr std::int64_t kType = (std::int64_t{1} << 31) - 1;  // of a System V message, where a long has 32 bits
// What every JSON reader can hold exactly (RFC 8259, section 6).
inline constexpr std::uint64_t kInteger = (std::uint64_t{1} << 53) - 1;
inline constexpr std::uint64_t kCapacityBytes = std::uint64_t{1} << 40;
inline constexpr std::uint64_t kCapacityMessages = std::uint64_t{1} << 32;
inline constexpr std::uint64_t kSafetyProcesses = std::uint64_t{1} << 22;  // PID_MAX_LIMIT of the kernel
inline constexpr std::uint64_t kBudgetLow = 1U << 20;
// Of one process: no slip of the pen fills a machine.
inline constexpr std::uint64_t kProgramBytes = std::uint64_t{1} << 34;
inline constexpr std::uint32_t kThreads = 4096;
inline constexpr std::uint32_t kForks = 10;  // 2^10 processes
inline constexpr std::uint32_t kConnections = 10'000;  // of one process that loads a server
inline constexpr std::uint32_t kServingWorkers = 64;
inline constexpr std::uint32_t kBacklog = 65'535;
inline constexpr Nanoseconds kHoldNs = 3600 * kNsPerSecond;
inline constexpr int kRealTimePriority = 99;
inline constexpr double kSampleHzLow = 1;
inline constexpr double kSampleHzHigh = 1000;

}  // namespace ipclab::limits
