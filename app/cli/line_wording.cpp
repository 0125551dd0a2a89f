#include "cli/line_wording.h"

#include "cli/quantities.h"
#include "core/utf8.h"

namespace ipclab {

namespace {

class LineWording final : public Wording {
public:
    [[nodiscard]] std::string value(FieldType type, const FieldData& data) const override {
        const auto number = data.number();
        if (number && type == FieldType::Bytes) return quantity(*number, "B");
        if (number && type == FieldType::TimeNs) return duration(*number / 1e9);
        if (number && type == FieldType::TimeUs) return duration(*number / 1e6);
        return printable(Wording::value(type, data));
    }
};

}  // namespace

const Wording& lineWording() {
    static const LineWording wording;
    return wording;
}

}  // namespace ipclab
