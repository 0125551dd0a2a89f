#include "models/mechanism_table.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include "bridge/words.h"
#include "core/guarded_thread.h"
#include "links/registry.h"
#include "models/figures.h"
#include "plot/plain_tip.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString plain(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString paragraph(const QString& name, const QString& text) {
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style='margin:2px 0 6px 0'><b>%1</b>&nbsp; %2</p>")
                                .arg(markupText(name), markupText(text));
}

// "0600", as people write the bits of chmod(1).
QString modeText(unsigned mode) { return QString::number(mode, 8).rightJustified(4, QLatin1Char('0')); }

QString accessText(const LinkAccess& access) {
    switch (access.by) {
        case AccessBy::Descriptor:
            return MechanismTable::tr("who inherits a descriptor");
        case AccessBy::Address:
            return MechanismTable::tr("who shows the nonce of the link");
        case AccessBy::Key:
        case AccessBy::Name:
        case AccessBy::Path:
            break;
    }
    if (!access.mode) return noFigure();
    const QString mode = modeText(*access.mode);
    if (!access.folderMode) return MechanismTable::tr("mode %1").arg(mode);
    return MechanismTable::tr("mode %1, in a folder of mode %2").arg(mode, modeText(*access.folderMode));
}

}  // namespace

MechanismTable::MechanismTable(QObject* parent) : QAbstractTableModel(parent) {
    for (const Mechanism* mechanism : allMechanisms()) m_rows.push_back({mechanism, mechanism->availability(), {}});
}

MechanismTable::~MechanismTable() = default;

void MechanismTable::askForLimits() {
    if (m_limitsKnown || m_asking.joinable()) return;
    const auto hand = [this](std::vector<MechanismLimits> all) {
        QMetaObject::invokeMethod(this, [this, all = std::move(all)] { takeLimits(all); });
    };
    m_asking = startThread(
        [hand](const std::stop_token& stop) {
            std::vector<MechanismLimits> all;
            for (const Mechanism* mechanism : allMechanisms()) {
                if (stop.stop_requested()) return;
                all.push_back(askLimits(*mechanism));
            }
            hand(std::move(all));
        },
        [hand](const std::string& why) {
            MechanismLimits unknown;
            unknown.problem = why;
            hand(std::vector<MechanismLimits>(allMechanisms().size(), unknown));
        });
}

void MechanismTable::takeLimits(const std::vector<MechanismLimits>& all) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i].limits = all[i];
    m_limitsKnown = true;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit limitsCame();
}

int MechanismTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int MechanismTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString MechanismTable::title(int column) const {
    switch (column) {
        case Name:
            return tr("Mechanism");
        case Id:
            return tr("Id");
        case FamilyOf:
            return tr("Family");
        case DirectionOf:
            return tr("Direction");
        case Ends:
            return tr("Between");
        case ReachOf:
            return tr("Reach");
        case Carries:
            return tr("Carries");
        case Order:
            return tr("Order");
        case Lasts:
            return tr("Lasts as long as");
        case Capacity:
            return tr("Capacity");
        case Longest:
            return tr("Longest message");
        case Copies:
            return tr("Copies");
        case Synchronises:
            return tr("Synchronised by");
        case TellsEnd:
            return tr("End told by");
        case Reliable:
            return tr("Reliable");
        case Senders:
            return tr("Senders");
        case Receivers:
            return tr("Receivers");
        case Descriptors:
            return tr("For commands");
        case Pollable:
            return tr("Pollable");
        case StartedBy:
            return tr("Started by");
        case Connections:
            return tr("Connections");
        case OpenedBy:
            return tr("Opened by");
        default:
            return tr("Here");
    }
}

QString MechanismTable::tip(int column) const {
    switch (column) {
        case Name:
            return tr("What moves the bytes. In italics: a model of what another system has.");
        case FamilyOf:
            return tr("What of the system it is made of.");
        case DirectionOf:
            return tr("Which ways bytes can go over one object of it.");
        case ReachOf:
            return tr("How far apart its ends may be.");
        case Order:
            return tr("In which order messages come out.");
        case Senders:
            return tr("How many processes may send over one link.");
        case Receivers:
            return tr("How many processes may receive from one link.");
        case Id:
            return tr("As in files and on the command line.");
        case Ends:
            return tr("Related processes inherit it from an ancestor; any processes find it by a name.");
        case Carries:
            return tr("Whether it keeps the boundaries of messages, or is a stream of bytes.");
        case Lasts:
            return tr("How long the object outlives those that use it.");
        case Capacity:
            return tr("What this system gives when nothing is asked for; found by making one.");
        case Longest:
            return tr("The longest message this system would accept; asked of it, not read from a manual.");
        case Copies:
            return tr("Of a message's bytes from the sender's buffer to the receiver's; by design, not measured.");
        case Synchronises:
            return tr("Who makes readers and writers wait for one another.");
        case TellsEnd:
            return tr("Who tells a receiver that every sender has gone.");
        case Reliable:
            return tr("Nothing sent to a receiver that lives is lost.");
        case Descriptors:
            return tr("Its ends are descriptors that any command can read and write.");
        case Pollable:
            return tr("An end can be waited for by poll, outside its call.");
        case StartedBy:
            return tr(
                "How a process that has an end of it can be made; by exec where its library is in a program of its "
                "own.");
        case Connections:
            return tr("Its ends talk over connections, which one end may have several of.");
        case OpenedBy:
            return tr(
                "Who can open the object, asked of one that was made: an inherited descriptor, the permission bits "
                "of its name, or the nonce that strangers do not know.");
        case Here:
            return tr("Whether this machine can do it, and if not, why.");
        default:
            return {};
    }
}

QVariant MechanismTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::DisplayRole) return title(section);
    if (role == Qt::ToolTipRole) return tip(section);
    const bool figure = section == Capacity || section == Longest || section == Copies;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant MechanismTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool model = !row.mechanism->info().models.empty();
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case SortRole:
            return sortKey(row, index.column());
        case FamilyRole:
            return static_cast<int>(row.mechanism->info().family);
        case Qt::TextAlignmentRole:
            return headerData(index.column(), Qt::Horizontal, role);
        case Qt::ForegroundRole:
            return row.here.available ? QVariant() : QGuiApplication::palette().color(QPalette::PlaceholderText);
        case Qt::FontRole: {
            if (!model || index.column() != Name) return {};
            QFont font = QGuiApplication::font();
            font.setItalic(true);
            return font;
        }
        case Qt::ToolTipRole:
            if (!row.here.available) return plainTip(said(row.here.reason));
            return index.column() == Name ? Words::tip("mechanism", row.mechanism->info().note) : tip(index.column());
        default:
            return {};
    }
}

QString MechanismTable::familyName(Family family) {
    switch (family) {
        case Family::Pipe:
            return tr("pipes");
        case Family::Socket:
            return tr("sockets");
        case Family::MessageQueue:
            return tr("message queues");
        case Family::SharedMemory:
            return tr("shared memory");
        case Family::Signal:
            return tr("signals and events");
        case Family::File:
            return tr("files");
        case Family::Rpc:
            return tr("remote calls");
        case Family::Model:
            return tr("models");
    }
    return {};
}

QString MechanismTable::text(const Row& row, int column) const {
    const MechanismInfo& info = row.mechanism->info();
    const Traits& traits = info.traits;
    const auto yes = [](bool is) { return is ? tr("yes") : tr("no"); };
    const auto who = [](bool system) { return system ? tr("the system") : tr("the processes"); };
    const auto many = [](bool is) { return is ? tr("many") : tr("one"); };
    switch (column) {
        case Name:
            return Words::mechanism(info.id);
        case Id:
            return plain(info.id);
        case FamilyOf:
            return familyName(info.family);
        case DirectionOf:
            return traits.direction == Direction::OneWay       ? tr("one way")
                   : traits.direction == Direction::HalfDuplex ? tr("half duplex")
                                                               : tr("full duplex");
        case Ends:
            return traits.kinship == Kinship::Related ? tr("related processes") : tr("any processes");
        case ReachOf:
            return traits.reach == Reach::Network   ? tr("network")
                   : traits.reach == Reach::Machine ? tr("this machine")
                                                    : tr("one process");
        case Carries:
            return traits.boundaries == Boundaries::Bytes      ? tr("a stream of bytes")
                   : traits.boundaries == Boundaries::Messages ? tr("whole messages")
                   : traits.boundaries == Boundaries::Cell     ? tr("a value")
                                                               : tr("calls");
        case Order:
            return traits.ordering == Ordering::Fifo       ? tr("first in, first out")
                   : traits.ordering == Ordering::Priority ? tr("by priority")
                                                           : tr("none kept");
        case Lasts:
            return traits.persistence == Persistence::Process  ? tr("its users")
                   : traits.persistence == Persistence::Kernel ? tr("the kernel runs")
                                                               : tr("its file");
        case Copies:
            return QString::number(traits.copies);
        case Synchronises:
            return who(traits.synchroniser == Synchroniser::System);
        case TellsEnd:
            return who(traits.endOfStream == EndOfStream::System);
        case Reliable:
            return yes(traits.reliable);
        case Senders:
            return many(traits.manySenders);
        case Receivers:
            return many(traits.manyReceivers);
        case Descriptors:
            return yes(traits.descriptors);
        case Pollable:
            return yes(traits.pollable);
        case StartedBy:
            return traits.execOnly ? tr("exec only") : tr("any launch");
        case Connections:
            return yes(traits.connections);
        case Here:
            return row.here.available ? tr("yes") : tr("no: %1").arg(said(row.here.reason));
        default:
            return limitText(row, column);
    }
}

QString MechanismTable::limitText(const Row& row, int column) const {
    if (!m_limitsKnown) return QString(QChar(0x2026));
    const MechanismLimits& limits = row.limits;
    if (column == OpenedBy) return limits.access ? accessText(*limits.access) : noFigure();
    if (column == Longest) {
        if (limits.largestIsOurs) return tr("any");
        return limits.largestMessageBytes ? bytesText(*limits.largestMessageBytes) : noFigure();
    }
    if (limits.given.capacityMessages) return Words::messages(*limits.given.capacityMessages);
    return limits.given.capacityBytes ? bytesText(*limits.given.capacityBytes) : noFigure();
}

QVariant MechanismTable::sortKey(const Row& row, int column) const {
    const auto number = [](const std::optional<std::uint64_t>& value) {
        return QVariant::fromValue<qulonglong>(value.value_or(0));
    };
    switch (column) {
        case Copies:
            return row.mechanism->info().traits.copies;
        case Longest:
            return number(row.limits.largestMessageBytes);
        case Capacity:
            // Bytes and messages do not compare: messages first, each by its number.
            if (row.limits.given.capacityMessages)
                return QVariant::fromValue<qulonglong>(*row.limits.given.capacityMessages);
            return QVariant::fromValue<qulonglong>((1ULL << 40) + row.limits.given.capacityBytes.value_or(0));
        default:
            return text(row, column);
    }
}

QString MechanismTable::detailsHtml(int row) const {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    const MechanismInfo& info = at.mechanism->info();
    QString html = QStringLiteral("<p style='margin:0 0 6px 0'><b>%1</b> &nbsp;<code>%2</code></p>")
                       .arg(markupText(Words::mechanism(info.id)), markupText(plain(info.id)));
    if (!info.models.empty()) {
        html += paragraph(tr("Model"), tr("This system has no such thing: it is a model of %1, built on this system's "
                                          "own primitives. What it teaches is the semantics, not the speed.")
                                           .arg(translated("mechanism", info.models)));
    }
    if (!at.here.available) html += paragraph(tr("Not here"), said(at.here.reason));
    html += paragraph(tr("Note"), translated("mechanism", info.note));
    const LinkProperties& given = at.limits.given;
    if (given.sendBufferBytes || given.receiveBufferBytes) {
        html += paragraph(tr("Buffers, send / receive"), bytesText(given.sendBufferBytes.value_or(0)) +
                                                             QStringLiteral(" / ") +
                                                             bytesText(given.receiveBufferBytes.value_or(0)));
    }
    if (at.here.available && !at.limits.problem.empty()) html += paragraph(tr("Limits"), said(at.limits.problem));
    return html + paragraph(tr("Documented in"), plain(info.source));
}

void MechanismTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace ipclab
