// The parts of the guide that come from the program's own lists (mechanisms, programs, quantities, events, fields …),
// as Markdown in the language of the interface. Nothing of them is written twice, so that they cannot be out of date.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "results/quantity.h"

namespace ipclab {

class GuideLists {
    Q_DECLARE_TR_FUNCTIONS(ipclab::GuideLists)
public:
    // What stands for "{{name}}", or "{{name:of}}", in a page; empty: there is no such list.
    static QString list(const QString& name, const QString& of);

    static QString quantityPage(QuantityOwner owner);
    static QString quantityTitle(QuantityOwner owner);
    static QString mechanismPage(const QString& id);
    static QString programPage(const QString& id);

    // A row of a table; the cells are Markdown.
    static QString row(const QStringList& cells);
    static QString head(const QStringList& titles);

private:
    static QString events();
    static QString state(const QString& id);
    static QString quantityOwners();
    static QString mechanisms();
    static QString programs();
    static QString primitives();
    static QString strategies();
    static QString fields(const QString& of);
};

}  // namespace ipclab
