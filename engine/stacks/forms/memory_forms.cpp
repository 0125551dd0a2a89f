// The fields one after the other as they are in memory, without gaps: the lengths of text and array, 32 bits each, in
// front of them. Once in this machine's order, once in that of the network.
#include <bit>
#include <cstring>

#include "stacks/forms/forms.h"

namespace ipclab {

namespace {

template <typename Number, std::endian order>
Number inOrder(Number value) {
    if constexpr (order == std::endian::native) return value;
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(Number)>>(value);
    for (std::size_t i = 0; i < sizeof(Number) / 2; ++i) std::swap(bytes[i], bytes[sizeof(Number) - 1 - i]);
    return std::bit_cast<Number>(bytes);
}

template <std::endian order>
class MemoryWriter {
public:
    explicit MemoryWriter(std::vector<std::byte>& into) : m_into(into) {}

    template <typename Number>
    void number(Number value) {
        const Number ordered = inOrder<Number, order>(value);
        raw(&ordered, sizeof ordered);
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        raw(value.data(), value.size());
    }
    void list(const std::vector<std::int32_t>& values) {
        number(static_cast<std::uint32_t>(values.size()));
        for (const std::int32_t value : values) number(value);
    }

private:
    void raw(const void* bytes, std::size_t count) {
        const auto* first = static_cast<const std::byte*>(bytes);
        m_into.insert(m_into.end(), first, first + count);
    }

    std::vector<std::byte>& m_into;
};

template <std::endian order>
class MemoryReader {
public:
    explicit MemoryReader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    template <typename Number>
    bool number(Number& into) {
        if (m_rest.size() < sizeof into) return false;
        std::memcpy(&into, m_rest.data(), sizeof into);
        into = inOrder<Number, order>(into);
        m_rest = m_rest.subspan(sizeof into);
        return true;
    }
    bool text(std::string& into) {
        std::uint32_t length = 0;
        if (!number(length) || length > m_rest.size()) return false;
        into.assign(reinterpret_cast<const char*>(m_rest.data()), length);
        m_rest = m_rest.subspan(length);
        return true;
    }
    bool list(std::vector<std::int32_t>& into) {
        std::uint32_t count = 0;
        if (!number(count) || count > m_rest.size() / sizeof(std::int32_t)) return false;
        into.resize(count);
        for (std::int32_t& value : into) {
            if (!number(value)) return false;
        }
        return true;
    }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::span<const std::byte> m_rest;
};

template <std::endian order>
void encodeMemory(const SampleRecord& record, std::vector<std::byte>& into) {
    into.clear();
    MemoryWriter<order> writer(into);
    writer.number(record.one);
    writer.number(record.minusTwo);
    writer.number(record.large);
    writer.number(record.real);
    writer.text(record.text);
    writer.list(record.numbers);
}

template <std::endian order>
bool decodeMemory(std::span<const std::byte> bytes, SampleRecord& into) {
    MemoryReader<order> reader(bytes);
    return reader.number(into.one) && reader.number(into.minusTwo) && reader.number(into.large) &&
           reader.number(into.real) && reader.text(into.text) && reader.list(into.numbers) && reader.isAtEnd();
}

FieldPlaces memoryPlaces(const SampleRecord& record) {
    const std::array<std::size_t, kSampleFields> lengths{
        sizeof record.one,
        sizeof record.minusTwo,
        sizeof record.large,
        sizeof record.real,
        sizeof(std::uint32_t) + record.text.size(),
        sizeof(std::uint32_t) + record.numbers.size() * sizeof(std::int32_t)};
    FieldPlaces places;
    std::size_t at = 0;
    for (std::size_t i = 0; i < kSampleFields; ++i) {
        places[i] = {at, lengths[i]};
        at += lengths[i];
    }
    return places;
}

}  // namespace

void addMemoryForms(std::vector<RecordForm>& to) {
    using enum std::endian;
    to.push_back({"memory-little", encodeMemory<little>, decodeMemory<little>, memoryPlaces});
    to.push_back({"memory-big", encodeMemory<big>, decodeMemory<big>, memoryPlaces});
}

}  // namespace ipclab
