// The rows of the inspector's tables of parts: sections and mappings of memory, threads, descriptors, limits, signals,
// the call chain and registers of a thread that was looked at.
#pragma once

#include <QCoreApplication>

#include "bridge/process_watch.h"
#include "models/detail_rows.h"

namespace ipclab {

class PartRows {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PartRows)
public:
    static std::vector<DetailColumn> sectionColumns();
    static std::vector<DetailRow> sections(const AddressSpace& space, bool dark);

    static std::vector<DetailColumn> mappingColumns();
    static std::vector<DetailRow> mappings(const AddressSpace& space, bool dark);

    static std::vector<DetailColumn> threadColumns();
    static std::vector<DetailRow> threads(const ProcessDetails& details, bool dark);

    static std::vector<DetailColumn> descriptorColumns();
    // ends: of the links of the run, by descriptor number.
    static std::vector<DetailRow> descriptors(const ProcessDetails& details, const std::vector<DescriptorEnd>& ends,
                                              const RunData& run);
    static QString kindText(DescriptorKind kind);

    static std::vector<DetailColumn> limitColumns();
    // The limits and, below, every signal that is not simply left to its default.
    static std::vector<DetailRow> limitsAndSignals(const ProcessDetails& details);

    static std::vector<DetailColumn> lookColumns();
    static std::vector<DetailRow> look(const ThreadLook& look);

private:
    static QString limitText(const ResourceLimit& limit, const std::optional<std::uint64_t>& value);
    static QString endText(const DescriptorEnd& end, const RunData& run);
    static QString modeText(const Descriptor& descriptor);
    static QString limitName(const std::string& name);
    static void addSignals(const StatusDetails& status, std::vector<DetailRow>& rows);
};

}  // namespace ipclab
