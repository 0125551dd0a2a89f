// What a server does with a request, by the semantics it keeps to:
//   maybe, at least once  executes whatever comes, a repetition too;
//   at most once          answers a repetition from its cache of replies, and refuses what was first sent to a server
//                         before it: that one's cache is gone, and with it the knowledge of what it has executed;
//   exactly once          answers a repetition from its ledger, which is still there after a restart.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "rpc/accounts.h"
#include "rpc/reply_cache.h"
#include "rpc/semantics.h"

namespace ipclab {

// Where a server may be killed that executes a call.
enum class CallPlace : std::uint8_t {
    BeforeExecution,
    WhileRecording,  // of a ledger: half of the record is on the disk
    AfterExecution,  // and not yet answered; recorded where executing is recording, else not
};

struct ServiceCounts {
    std::uint64_t requests = 0, executed = 0;
    std::uint64_t replayed = 0;  // answered again from what was recorded
    std::uint64_t refused = 0;   // first sent to a server before this one
    std::uint64_t late = 0;      // copies of calls whose caller no longer waits
};

class CallService {
public:
    struct Hooks {
        // A call has been executed: of this caller, with this id.
        std::function<void(std::uint32_t caller, std::uint64_t id)> executed;
        // It stands in the ledger; the server before this one may have been killed before it could say so.
        std::function<void(std::uint32_t caller, std::uint64_t id)> readBack;
        // It has come so far with that call.
        std::function<void(CallPlace, std::uint64_t id)> reached;
        // Is the record of this call to be torn?
        std::function<bool(std::uint64_t id)> tears;
    };

    // Its accounts are in the file. incarnation: of the server, from 1. Throws std::system_error.
    CallService(CallSemantics semantics, const std::string& file, std::uint32_t incarnation, Hooks hooks);

    // Nothing: it is not answered.
    std::optional<CallReply> handle(std::uint32_t caller, const CallRequest& request);

    [[nodiscard]] const ServiceCounts& counts() const { return m_counts; }
    [[nodiscard]] std::uint64_t recordsRead() const { return m_recordsRead; }
    [[nodiscard]] std::uint64_t cutBytes() const { return m_ledger ? m_ledger->log().cutBytes() : 0; }

private:
    [[nodiscard]] CallReply replyTo(std::uint64_t id, std::int64_t balance) const;
    [[nodiscard]] std::int64_t balance(std::uint32_t caller) const;
    CallReply execute(std::uint32_t caller, const CallRequest& request);
    CallReply executeAndRecord(std::uint32_t caller, const CallRequest& request);
    void readBack(const TransferRecord& transfer);

    CallSemantics m_semantics;
    std::uint32_t m_incarnation;
    Hooks m_hooks;
    ReplyCache m_cache;
    std::uint64_t m_recordsRead = 0;
    std::optional<AccountFile> m_accounts;
    std::optional<Ledger> m_ledger;
    ServiceCounts m_counts;
};

}  // namespace ipclab
