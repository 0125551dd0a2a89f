// Protocol Buffers, by what protoc has made of record.proto: each field a number with its kind, then its value; whole
// numbers of seven bits a byte, the lowest first; what is fixed is little-endian.
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "record.pb.h"
#include "stacks/forms/forms.h"

namespace ipclab {

namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

void encodeProtobuf(const SampleRecord& record, std::vector<std::byte>& into) {
    proto::Record message;
    message.set_one(record.one);
    message.set_minus_two(record.minusTwo);
    message.set_large(record.large);
    message.set_real(record.real);
    message.set_text(record.text);
    message.mutable_numbers()->Assign(record.numbers.begin(), record.numbers.end());
    into.resize(message.ByteSizeLong());
    if (!message.SerializeToArray(into.data(), static_cast<int>(into.size()))) into.clear();
}

bool decodeProtobuf(std::span<const std::byte> bytes, SampleRecord& into) {
    proto::Record message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
    into.one = message.one();
    into.minusTwo = message.minus_two();
    into.large = message.large();
    into.real = message.real();
    into.text = message.text();
    into.numbers.assign(message.numbers().begin(), message.numbers().end());
    return true;
}

// As a reader finds them that knows nothing of the record: the numbers of the fields stand in the bytes.
FieldPlaces protobufPlaces(const SampleRecord& record) {
    std::vector<std::byte> bytes;
    encodeProtobuf(record, bytes);
    CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
    FieldPlaces places;
    for (;;) {
        const auto at = static_cast<std::size_t>(stream.CurrentPosition());
        const std::uint32_t tag = stream.ReadTag();
        if (tag == 0 || !WireFormatLite::SkipField(&stream, tag)) return places;
        const auto field = static_cast<std::size_t>(WireFormatLite::GetTagFieldNumber(tag));
        if (field >= 1 && field <= kSampleFields)
            places[field - 1] = {at, static_cast<std::size_t>(stream.CurrentPosition()) - at};
    }
}

}  // namespace

void addProtobufForm(std::vector<RecordForm>& to) {
    to.push_back({"protobuf", encodeProtobuf, decodeProtobuf, protobufPlaces});
}

}  // namespace ipclab
