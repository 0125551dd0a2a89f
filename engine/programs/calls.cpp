#include "programs/calls.h"

namespace ipclab {

bool Calls::callFully(const SendTimes& times) {
    CallerSlot* record = m_requests.caller();
    const std::uint64_t id = m_requests.sent();
    // Before it is sent: the server may have carried it out by the time sending returns.
    if (record != nullptr) record->issue(id);
    const bool sent = m_worker.sendFully(m_requests, times);
    if (record != nullptr && sent) {
        record->noteIssued(id, m_requests.sentNs());
        record->noteRequest();
    }
    if (record != nullptr && !sent) record->withdraw(id);
    if (!sent || !m_worker.receiveFully(m_answers)) return false;
    if (record != nullptr) record->answer(id, m_answers.receivedNs());
    return true;
}

}  // namespace ipclab
