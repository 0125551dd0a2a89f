// An experiment that is being edited: a value with ids for its parts. An edit is data, made by a function of
// document/edits.h that changes nothing itself; to apply it returns the edit that undoes it, which to apply gives back
// the former document, ids included, and so on.
#pragma once

#include <array>
#include <variant>
#include <vector>

#include "document/parts.h"

namespace ipclab {

using Element = std::variant<ProcessSpec, LinkSpec, SharedSpec, Step>;

// What kind of part an element is.
Part::Kind kindOf(const Element& element);

struct InsertPart {
    Part part;  // with an id that is not in use: Document::newPart()
    std::size_t index = 0;
    Element element;
    bool operator==(const InsertPart&) const = default;
};

struct RemovePart {
    Part part;
    bool operator==(const RemovePart&) const = default;
};

struct ReplacePart {
    Part part;
    Element element;
    bool operator==(const ReplacePart&) const = default;
};

// All of an experiment but its lists: texts, duration, seed and so on.
struct ReplaceHead {
    Experiment head;  // with empty lists
    bool operator==(const ReplaceHead&) const = default;
};

using Change = std::variant<InsertPart, RemovePart, ReplacePart, ReplaceHead>;

class Document;

// Changes that are made and undone as one, in this order.
struct Edit {
    std::vector<Change> changes;

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
    // Does it change nothing but where parts of the document stand on the canvas?
    [[nodiscard]] bool isOfPlacesAlone(const Document& document) const;
    // This, and then that.
    void then(Edit edit);
    // The parts it changes; kind None: the head.
    [[nodiscard]] std::vector<Part> touched() const;

    bool operator==(const Edit&) const = default;
};

class Document {
public:
    Document() = default;
    explicit Document(Experiment experiment);

    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    [[nodiscard]] const PartIds& ids() const { return m_ids; }
    // The part as it is now; nullptr: it is not there.
    [[nodiscard]] const ProcessSpec* process(PartId id) const;
    [[nodiscard]] const LinkSpec* link(PartId id) const;
    [[nodiscard]] const SharedSpec* shared(PartId id) const;
    [[nodiscard]] const Step* step(PartId id) const;

    // What a part is called that is to be added; several: one after the other.
    [[nodiscard]] Part newPart(Part::Kind kind, PartId further = 0) const;

    // Expects an edit made for this document as it is. Returns what undoes it.
    Edit apply(const Edit& edit);

    // The same parts with the same ids; which ids are still free does not count.
    bool operator==(const Document& other) const { return m_experiment == other.m_experiment && m_ids == other.m_ids; }

private:
    Change change(const InsertPart& insert);
    Change change(const RemovePart& remove);
    Change change(const ReplacePart& replace);
    Change change(const ReplaceHead& replace);

    Experiment m_experiment;
    PartIds m_ids;
    std::array<PartId, 5> m_next{};
};

// An experiment's head: it without its lists.
Experiment headOf(const Experiment& experiment);

}  // namespace ipclab
