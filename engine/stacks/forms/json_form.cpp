// JSON (RFC 8259) by nlohmann-json: names and values as text, whole numbers as long as they are.
#include <nlohmann/json.hpp>

#include "stacks/forms/forms.h"

namespace ipclab {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array<const char*, kSampleFields> kKeys{"one", "minusTwo", "large", "real", "text", "numbers"};

std::string jsonText(const SampleRecord& record) {
    return OrderedJson{{kKeys[0], record.one},  {kKeys[1], record.minusTwo}, {kKeys[2], record.large},
                       {kKeys[3], record.real}, {kKeys[4], record.text},     {kKeys[5], record.numbers}}
        .dump();
}

void encodeJson(const SampleRecord& record, std::vector<std::byte>& into) {
    const std::string text = jsonText(record);
    const auto bytes = std::as_bytes(std::span(text));
    into.assign(bytes.begin(), bytes.end());
}

bool decodeJson(std::span<const std::byte> bytes, SampleRecord& into) {
    try {
        const auto* first = reinterpret_cast<const char*>(bytes.data());
        const auto json = OrderedJson::parse(first, first + bytes.size());
        json.at(kKeys[0]).get_to(into.one);
        json.at(kKeys[1]).get_to(into.minusTwo);
        json.at(kKeys[2]).get_to(into.large);
        json.at(kKeys[3]).get_to(into.real);
        json.at(kKeys[4]).get_to(into.text);
        json.at(kKeys[5]).get_to(into.numbers);
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

// From a name to before the next comma of the record, or its closing brace.
FieldPlaces jsonPlaces(const SampleRecord& record) {
    const std::string text = jsonText(record);
    FieldPlaces places;
    for (std::size_t i = 0; i < kSampleFields; ++i) places[i].offset = text.find('"' + std::string(kKeys[i]) + "\":");
    for (std::size_t i = 0; i < kSampleFields; ++i) {
        const std::size_t end = i + 1 < kSampleFields ? places[i + 1].offset - 1 : text.size() - 1;
        places[i].length = end - places[i].offset;
    }
    return places;
}

}  // namespace

void addJsonForm(std::vector<RecordForm>& to) { to.push_back({"json", encodeJson, decodeJson, jsonPlaces}); }

}  // namespace ipclab
