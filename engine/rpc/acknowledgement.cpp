#include "rpc/acknowledgement.h"

#include "rpc/content.h"

namespace ipclab {

Content contentOf(const DataPart& data) { return contentOfRecord(data); }
Content contentOf(const Acknowledgement& acknowledgement) { return contentOfRecord(acknowledgement); }

std::optional<DataPart> readData(std::span<const std::byte> message) {
    const auto data = recordIn<DataPart>(message);
    return data && data->kind == DataPart::kData ? data : std::nullopt;
}

std::optional<Acknowledgement> readAcknowledgement(std::span<const std::byte> message) {
    const auto acknowledgement = recordIn<Acknowledgement>(message);
    const bool isOne = acknowledgement && acknowledgement->kind == Acknowledgement::kAcknowledgement;
    return isOne ? acknowledgement : std::nullopt;
}

}  // namespace ipclab
