// The validation of a document while it is edited. It keeps what each rule has said and what the rule looked at for
// that; after an edit those rules alone are asked again that looked at something the edit has changed. What it tells is
// what validate() would tell (a property test holds it).
//
// What the machine is like is read once: a command that is installed meanwhile is found by the next whole validation.
#pragma once

#include <memory>
#include <vector>

#include "document/document.h"
#include "document/validation.h"

namespace ipclab {

class Revision {
public:
    // The document outlives it.
    explicit Revision(const Document& document, Machine machine = thisMachine());
    ~Revision();

    // Once for each edit, after the document has taken it.
    void update(const Edit& edit);

    [[nodiscard]] std::vector<Problem> problems() const;

    // How often a rule was asked since the beginning: of each part once, of the whole once, when it was made.
    [[nodiscard]] std::size_t asked() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipclab
