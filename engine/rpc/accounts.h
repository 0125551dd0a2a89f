// What the server of a bank keeps: for each caller the balance of its account. It is kept in a file, so that it is
// still there when the server was killed; what else the file knows makes the difference:
//   AccountFile  the balances alone: a transfer is a change of one of them, and nothing says which call made it;
//   Ledger       a durable log of transfers, each with the call it belongs to and its reply: a balance is the sum of
//                them. Executing a call and recording that it was executed is one write, so that nothing can come in
//                between.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "rpc/call.h"
#include "rpc/durable_log.h"

namespace ipclab {

class AccountFile {
public:
    // Makes the file where there is none. Throws std::system_error.
    explicit AccountFile(const std::string& path);

    // Returns the new balance.
    std::int64_t transfer(std::uint32_t caller, std::int64_t amount);
    [[nodiscard]] std::int64_t balance(std::uint32_t caller) const;

private:
    UniqueFd m_file;
};

// A transfer as the ledger has it.
struct TransferRecord {
    std::uint32_t caller = 0;
    std::uint32_t incarnation = 0;  // of the server that executed it
    std::uint64_t id = 0;
    std::int64_t amount = 0;
    std::int64_t balance = 0;  // after it

    bool operator==(const TransferRecord&) const = default;
};

class Ledger {
public:
    // Reads back what there is, the oldest first. Throws std::system_error.
    Ledger(const std::string& path, const std::function<void(const TransferRecord&)>& replay);

    // The transfer is there for good when this returns, or, should the server be killed before, not at all.
    void record(const TransferRecord& transfer);
    // As a server leaves it that is killed in the midst of record().
    void tear(const TransferRecord& transfer);
    [[nodiscard]] TransferRecord prepared(std::uint32_t caller, std::uint64_t id, std::int64_t amount,
                                          std::uint32_t incarnation) const;
    [[nodiscard]] std::int64_t balance(std::uint32_t caller) const;
    [[nodiscard]] const DurableLog& log() const { return m_log; }

private:
    std::map<std::uint32_t, std::int64_t> m_balances;
    DurableLog m_log;
};

}  // namespace ipclab
