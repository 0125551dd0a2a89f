#include "rpc/call_service.h"

#include <utility>

namespace ipclab {

CallService::CallService(CallSemantics semantics, const std::string& file, std::uint32_t incarnation, Hooks hooks)
    : m_semantics(semantics), m_incarnation(incarnation), m_hooks(std::move(hooks)) {
    if (semantics == CallSemantics::ExactlyOnce) {
        m_ledger.emplace(file, [this](const TransferRecord& transfer) { readBack(transfer); });
    } else {
        m_accounts.emplace(file);
    }
}

void CallService::readBack(const TransferRecord& transfer) {
    ++m_recordsRead;
    m_cache.put(transfer.caller, replyTo(transfer.id, transfer.balance));
    m_hooks.readBack(transfer.caller, transfer.id);
}

CallReply CallService::replyTo(std::uint64_t id, std::int64_t balance) const {
    return {.kind = ReplyKind::Done, .incarnation = m_incarnation, .id = id, .balance = balance};
}

std::int64_t CallService::balance(std::uint32_t caller) const {
    return m_ledger ? m_ledger->balance(caller) : m_accounts->balance(caller);
}

std::optional<CallReply> CallService::handle(std::uint32_t caller, const CallRequest& request) {
    if (request.kind == RequestKind::Balance) {
        CallReply reply = replyTo(request.id, balance(caller));
        reply.ofBalance = 1;
        return reply;
    }
    ++m_counts.requests;
    if (m_semantics == CallSemantics::Maybe || m_semantics == CallSemantics::AtLeastOnce)
        return execute(caller, request);
    if (m_semantics == CallSemantics::AtMostOnce && request.incarnation != m_incarnation) {
        ++m_counts.refused;
        return CallReply{.kind = ReplyKind::Restarted, .incarnation = m_incarnation, .id = request.id};
    }
    m_cache.settle(caller, request.settledBelow);
    if (m_cache.isSettled(caller, request.id)) {
        ++m_counts.late;
        return std::nullopt;
    }
    if (auto known = m_cache.find(caller, request.id)) {
        ++m_counts.replayed;
        known->incarnation = m_incarnation;
        return known;
    }
    const CallReply reply = m_ledger ? executeAndRecord(caller, request) : execute(caller, request);
    m_cache.put(caller, reply);
    return reply;
}

// The balance is changed for good: who is killed behind it has executed the call, and nobody after him knows.
CallReply CallService::execute(std::uint32_t caller, const CallRequest& request) {
    m_hooks.reached(CallPlace::BeforeExecution, request.id);
    const CallReply reply = replyTo(request.id, m_accounts->transfer(caller, request.amount));
    ++m_counts.executed;
    m_hooks.executed(caller, request.id);
    m_hooks.reached(CallPlace::AfterExecution, request.id);
    return reply;
}

CallReply CallService::executeAndRecord(std::uint32_t caller, const CallRequest& request) {
    const TransferRecord transfer = m_ledger->prepared(caller, request.id, request.amount, m_incarnation);
    m_hooks.reached(CallPlace::BeforeExecution, request.id);
    if (m_hooks.tears(request.id)) {
        m_ledger->tear(transfer);
        m_hooks.reached(CallPlace::WhileRecording, request.id);
    }
    m_ledger->record(transfer);
    ++m_counts.executed;
    m_hooks.executed(caller, request.id);
    m_hooks.reached(CallPlace::AfterExecution, request.id);
    return replyTo(request.id, transfer.balance);
}

}  // namespace ipclab
