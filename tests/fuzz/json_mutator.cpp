#include "json_mutator.h"

#include <limits>

namespace ipclab::fuzz {

namespace {

const std::vector<Json>& oddValues() {
    static const std::vector<Json> kValues{nullptr,
                                           true,
                                           false,
                                           -1,
                                           0,
                                           1,
                                           2,
                                           64,
                                           65'536,
                                           0.5,
                                           -0.0,
                                           5e-324,
                                           1e19,
                                           1e300,
                                           std::numeric_limits<std::uint64_t>::max(),
                                           std::numeric_limits<std::int64_t>::max(),
                                           std::numeric_limits<std::int64_t>::min(),
                                           std::numeric_limits<std::int32_t>::max(),
                                           std::numeric_limits<std::uint32_t>::max(),
                                           "",
                                           std::string("\0", 1),
                                           std::string(300, 'x'),
                                           "→",
                                           "/",
                                           "..",
                                           Json::array(),
                                           Json::object(),
                                           Json::array({0, 1}),
                                           Json::array({Json::array({1})}),
                                           Json{{"bytes", 4096}},
                                           Json{{"messages", 8}}};
    return kValues;
}

Json* someNode(Json& document, Choice& choice) {
    Json* at = &document;
    while (at->is_structured() && !at->empty() && (at == &document || !choice.oneIn(4))) {
        auto element = at->begin();
        std::advance(element, static_cast<std::ptrdiff_t>(choice.below(at->size())));
        at = &*element;
    }
    return at;
}

Json* someContainer(Json& document, Choice& choice) {
    Json* at = &document;
    for (;;) {
        std::vector<Json*> inside;
        for (Json& element : *at) {
            if (element.is_structured()) inside.push_back(&element);
        }
        if (inside.empty() || choice.oneIn(3)) return at;
        at = choice.of(inside);
    }
}

void eraseSome(Json& container, Choice& choice) {
    if (container.empty()) return;
    auto element = container.begin();
    std::advance(element, static_cast<std::ptrdiff_t>(choice.below(container.size())));
    container.erase(element);
}

void addSome(Json& container, Json value, const Vocabulary& vocabulary, Choice& choice) {
    if (container.is_array()) {
        container.insert(container.begin() + static_cast<std::ptrdiff_t>(choice.below(container.size() + 1)),
                         std::move(value));
    } else {
        container[vocabulary.keys.empty() ? "x" : choice.of(vocabulary.keys)] = std::move(value);
    }
}

void changeNumber(Json& node, Choice& choice) {
    if (node.is_number_float()) {
        node = node.get<double>() * (choice.oneIn(2) ? -1 : 1e3);
        return;
    }
    const auto value = node.get<std::uint64_t>();
    switch (choice.below(4)) {
        case 0:
            node = value + 1;
            break;
        case 1:
            node = value - 1;
            break;
        case 2:
            node = value << choice.below(64);
            break;
        default:
            node = static_cast<std::int64_t>(~value);
    }
}

}  // namespace

Json oddValue(const Vocabulary& vocabulary, Choice& choice) {
    if (!vocabulary.words.empty() && choice.oneIn(3)) return choice.of(vocabulary.words);
    return choice.of(oddValues());
}

void mutateTree(Json& document, const Vocabulary& vocabulary, Choice& choice) {
    if (!document.is_structured()) {
        document = oddValue(vocabulary, choice);
        return;
    }
    switch (choice.below(6)) {
        case 0:
            return eraseSome(*someContainer(document, choice), choice);
        case 1:
            return addSome(*someContainer(document, choice), oddValue(vocabulary, choice), vocabulary, choice);
        case 2: {  // from elsewhere in it
            Json taken = *someNode(document, choice);
            if (textOf(taken).size() > 4096) return;  // or trees grow without end
            if (choice.oneIn(2)) return addSome(*someContainer(document, choice), std::move(taken), vocabulary, choice);
            *someNode(document, choice) = std::move(taken);
            return;
        }
        case 3:
        case 4: {
            Json* node = someNode(document, choice);
            if (node->is_number()) return changeNumber(*node, choice);
            *node = oddValue(vocabulary, choice);
            return;
        }
        default:
            *someNode(document, choice) = oddValue(vocabulary, choice);
    }
}

std::string mutatedJson(std::string_view text, const Vocabulary& vocabulary, std::size_t maxBytes, Choice& choice) {
    Json document = choice.oneIn(4) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
    if (document.is_discarded()) return mutatedBytes(text, maxBytes);
    for (std::size_t i = 0; i <= choice.below(4); ++i) mutateTree(document, vocabulary, choice);
    return textOf(document, choice.oneIn(2) ? 1 : -1);
}

std::string textOf(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ipclab::fuzz
