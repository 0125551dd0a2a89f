// The process control block as rows of field, value and source: what each figure is called, how it is written, and
// which file and field of the kernel's it was read from.
#pragma once

#include <QCoreApplication>

#include "models/detail_rows.h"
#include "observe/process_details.h"

namespace ipclab {

class ControlRows {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ControlRows)
public:
    enum Column { Field, Value, Source };
    static std::vector<DetailColumn> columns();
    static std::vector<DetailRow> rows(const ProcessDetails& details);

    // "S, sleeping: …".
    static QString stateText(char letter);
    // The reason of an absent reading in the language of the interface.
    static QString reasonText(const std::string& reason);

private:
    explicit ControlRows(const ProcessDetails& details);

    void addIdentity();
    void addState();
    void addScheduling();
    void addTimes();
    void addMemory();
    void addInputOutput();
    void addRights();
    void addSurroundings();

    void heading(const QString& name);
    void add(const QString& name, const QString& value, const char* source, const QString& tip = {});
    // For a field whose whole file could not be read.
    void addAbsent(const QString& name, const std::string& reason, const char* source);
    template <typename Number, typename Format>
    void addFrom(const QString& name, const Reading<StatusDetails>& status, std::optional<Number> StatusDetails::*field,
                 Format format, const char* source);

    const ProcessDetails& m_details;
    QString m_folder;
    std::vector<DetailRow> m_rows;
};

}  // namespace ipclab
