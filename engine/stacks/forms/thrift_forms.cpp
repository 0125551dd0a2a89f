// Thrift's binary and compact protocol, by what its compiler has made of record.thrift: each field with its type and
// number, a zero at the end. Binary is big-endian with numbers as wide as they are declared; compact counts field
// numbers on from the last one and takes for whole numbers as few bytes as they need.
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/protocol/TCompactProtocol.h>
#include <thrift/protocol/TProtocolDecorator.h>
#include <thrift/transport/TBufferTransports.h>

#include "record_types.h"
#include "stacks/forms/forms.h"

namespace ipclab {

namespace {

using apache::thrift::TException;
using apache::thrift::protocol::TBinaryProtocol;
using apache::thrift::protocol::TCompactProtocol;
using apache::thrift::protocol::TProtocol;
using apache::thrift::protocol::TProtocolDecorator;
using apache::thrift::protocol::TType;
using apache::thrift::transport::TMemoryBuffer;

thrift::Record thriftRecord(const SampleRecord& record) {
    thrift::Record message;
    message.__set_one(record.one);
    message.__set_minusTwo(record.minusTwo);
    message.__set_large(record.large);
    message.__set_real(record.real);
    message.__set_text(record.text);
    message.__set_numbers(record.numbers);
    return message;
}

template <typename Protocol>
void encodeThrift(const SampleRecord& record, std::vector<std::byte>& into) {
    const auto buffer = std::make_shared<TMemoryBuffer>();
    Protocol protocol(buffer);
    thriftRecord(record).write(&protocol);
    std::uint8_t* first = nullptr;
    std::uint32_t size = 0;
    buffer->getBuffer(&first, &size);
    const auto bytes = std::as_bytes(std::span(first, size));
    into.assign(bytes.begin(), bytes.end());
}

template <typename Protocol>
bool decodeThrift(std::span<const std::byte> bytes, SampleRecord& into) {
    auto* first = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Protocol protocol(std::make_shared<TMemoryBuffer>(first, static_cast<std::uint32_t>(bytes.size())));
    thrift::Record message;
    try {
        message.read(&protocol);
    } catch (const TException&) {
        return false;
    }
    into.one = message.one;
    into.minusTwo = message.minusTwo;
    into.large = message.large;
    into.real = message.real;
    into.text = std::move(message.text);
    into.numbers = std::move(message.numbers);
    return true;
}

// Writes through another protocol and notes where each field began and ended.
class MarkingProtocol final : public TProtocolDecorator {
public:
    MarkingProtocol(std::shared_ptr<TProtocol> wrapped, TMemoryBuffer& buffer)
        : TProtocolDecorator(std::move(wrapped)), m_buffer(buffer) {}

    std::uint32_t writeFieldBegin_virt(const char* name, const TType type, const std::int16_t number) override {
        m_field = static_cast<std::size_t>(number) - 1;
        m_places.at(m_field).offset = written();
        return TProtocolDecorator::writeFieldBegin_virt(name, type, number);
    }
    std::uint32_t writeFieldEnd_virt() override {
        const std::uint32_t bytes = TProtocolDecorator::writeFieldEnd_virt();
        m_places.at(m_field).length = written() - m_places.at(m_field).offset;
        return bytes;
    }
    [[nodiscard]] const FieldPlaces& places() const { return m_places; }

private:
    [[nodiscard]] std::size_t written() const { return m_buffer.available_read(); }

    TMemoryBuffer& m_buffer;
    FieldPlaces m_places;
    std::size_t m_field = 0;
};

template <typename Protocol>
FieldPlaces thriftPlaces(const SampleRecord& record) {
    const auto buffer = std::make_shared<TMemoryBuffer>();
    MarkingProtocol protocol(std::make_shared<Protocol>(buffer), *buffer);
    thriftRecord(record).write(&protocol);
    return protocol.places();
}

}  // namespace

void addThriftForms(std::vector<RecordForm>& to) {
    to.push_back(
        {"thrift-binary", encodeThrift<TBinaryProtocol>, decodeThrift<TBinaryProtocol>, thriftPlaces<TBinaryProtocol>});
    to.push_back({"thrift-compact", encodeThrift<TCompactProtocol>, decodeThrift<TCompactProtocol>,
                  thriftPlaces<TCompactProtocol>});
}

}  // namespace ipclab
