#include "rpc/accounts.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>

#include "core/error.h"

namespace ipclab {

namespace {

off_t placeOf(std::uint32_t caller) { return static_cast<off_t>(caller) * static_cast<off_t>(sizeof(std::int64_t)); }

TransferRecord transferIn(std::span<const std::byte> bytes) {
    TransferRecord transfer;
    std::memcpy(&transfer, bytes.data(), sizeof transfer);
    return transfer;
}

}  // namespace

AccountFile::AccountFile(const std::string& path)
    : m_file(check(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600), path)) {}

std::int64_t AccountFile::transfer(std::uint32_t caller, std::int64_t amount) {
    const std::int64_t after = balance(caller) + amount;
    check(::pwrite(m_file.get(), &after, sizeof after, placeOf(caller)), "pwrite of an account");
    return after;
}

std::int64_t AccountFile::balance(std::uint32_t caller) const {
    std::int64_t balance = 0;
    const ssize_t got = check(::pread(m_file.get(), &balance, sizeof balance, placeOf(caller)), "pread of an account");
    return got == sizeof balance ? balance : 0;
}

Ledger::Ledger(const std::string& path, const std::function<void(const TransferRecord&)>& replay)
    : m_log(path, sizeof(TransferRecord), [&](std::span<const std::byte> bytes) {
          const TransferRecord transfer = transferIn(bytes);
          m_balances[transfer.caller] = transfer.balance;
          replay(transfer);
      }) {}

TransferRecord Ledger::prepared(std::uint32_t caller, std::uint64_t id, std::int64_t amount,
                                std::uint32_t incarnation) const {
    return {caller, incarnation, id, amount, balance(caller) + amount};
}

void Ledger::record(const TransferRecord& transfer) {
    m_log.append(std::as_bytes(std::span(&transfer, 1)));
    m_balances[transfer.caller] = transfer.balance;
}

void Ledger::tear(const TransferRecord& transfer) { m_log.tear(std::as_bytes(std::span(&transfer, 1))); }

std::int64_t Ledger::balance(std::uint32_t caller) const {
    const auto its = m_balances.find(caller);
    return its == m_balances.end() ? 0 : its->second;
}

}  // namespace ipclab
