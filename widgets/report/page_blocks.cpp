#include "report/page_blocks.h"

#include <QPainter>
#include <algorithm>

#include "report/page_style.h"
#include "report/page_table.h"
#include "report/page_text.h"

namespace ipclab {

namespace {

using page::kPt;

constexpr double kIndent = 16 * kPt;
constexpr double kHighestFigure = 0.78;  // of a page, so that its caption stands with it

std::vector<FlowAtom> textAtoms(const ReportText& text, const TextStyle& style, const PageRoom& room,
                                double indent = 0) {
    return linesOf(std::make_shared<const TextBlock>(text, style, room.width - indent), page::kMarginSide + indent);
}

void setBefore(std::vector<FlowAtom>& atoms, double before) {
    if (!atoms.empty()) atoms.front().before = before;
}

void keepAll(std::vector<FlowAtom>& atoms) {
    for (FlowAtom& atom : atoms) atom.keepsNext = true;
}

void append(std::vector<FlowAtom>& all, std::vector<FlowAtom> more) {
    for (FlowAtom& atom : more) all.push_back(std::move(atom));
}

// Paints something beside or below each of them as well.
void decorate(std::vector<FlowAtom>& atoms, const std::function<void(QPainter&, double top, double height)>& with) {
    for (FlowAtom& atom : atoms) {
        atom.paint = [with, paint = atom.paint, height = atom.height](QPainter& painter, double top) {
            with(painter, top, height);
            paint(painter, top);
        };
    }
}

std::vector<FlowAtom> captionAtoms(const QString& label, const QString& caption, const PageRoom& room) {
    ReportText text;
    if (!label.isEmpty()) text.push_back({.text = label + QStringLiteral(". "), .bold = true});
    text.push_back({.text = caption});
    return textAtoms(text, {page::font(page::kSmallPt), page::kQuiet, page::kSmallPt}, room);
}

class BlockAtoms {
public:
    explicit BlockAtoms(const PageRoom& room) : m_room(room) {}

    std::vector<FlowAtom> operator()(const ReportParagraph& paragraph) const {
        using Kind = ReportParagraph::Kind;
        TextStyle style{page::font(page::kBodyPt), page::kInk, page::kBodyPt};
        double before = 5 * kPt, indent = 0;
        if (paragraph.kind == Kind::Lead) style = {page::font(11.5), page::kInk, 11.5};
        if (paragraph.kind == Kind::Quiet) style = {page::font(page::kSmallPt), page::kQuiet, page::kSmallPt};
        if (paragraph.kind == Kind::Quote) {
            style.color = page::kQuiet;
            indent = kIndent;
        }
        std::vector<FlowAtom> atoms = textAtoms(paragraph.text, style, m_room, indent);
        if (paragraph.kind == Kind::Quote)
            decorate(atoms, [](QPainter& painter, double top, double height) {
                painter.fillRect(QRectF(page::kMarginSide + 4 * kPt, top, 1.6 * kPt, height), page::kRule);
            });
        setBefore(atoms, before);
        return atoms;
    }

    std::vector<FlowAtom> operator()(const ReportHeading& heading) const {
        const double size = heading.level <= 3 ? 11 : 9.8;
        std::vector<FlowAtom> atoms =
            textAtoms(heading.text, {page::font(size, QFont::DemiBold), page::kInk, size}, m_room);
        keepAll(atoms);
        setBefore(atoms, 9 * kPt);
        return atoms;
    }

    std::vector<FlowAtom> operator()(const ReportList& list) const {
        std::vector<FlowAtom> all;
        for (const ReportItem& item : list.items) {
            const double left = item.depth * kIndent;
            std::vector<FlowAtom> atoms =
                textAtoms(item.text, {page::font(page::kBodyPt), page::kInk, page::kBodyPt}, m_room, left + kIndent);
            const QString marker = list.warns              ? QStringLiteral("!")
                                   : item.marker.isEmpty() ? QStringLiteral("•")
                                                           : item.marker;
            const TextStyle style{page::font(page::kBodyPt, list.warns ? QFont::Bold : QFont::Normal),
                                  list.warns ? page::kOpen : page::kQuiet, page::kBodyPt};
            const auto block = std::make_shared<const TextBlock>(plain(marker), style, kIndent);
            FlowAtom& first = atoms.front();
            first.paint = [block, left, paint = first.paint](QPainter& painter, double top) {
                block->paintLine(0, painter, page::kMarginSide + left + 3 * kPt, top);
                paint(painter, top);
            };
            setBefore(atoms, 2.5 * kPt);
            append(all, std::move(atoms));
        }
        setBefore(all, 5 * kPt);
        return all;
    }

    std::vector<FlowAtom> operator()(const ReportCode& code) const {
        std::vector<FlowAtom> all;
        const TextStyle style{page::mono(page::kCodePt), page::kInk, page::kCodePt, Qt::AlignLeft, true};
        PageRoom inner = m_room;
        inner.width -= 12 * kPt;
        for (const QString& line : code.text.split(QLatin1Char('\n'))) {
            std::vector<FlowAtom> atoms = linesOf(std::make_shared<const TextBlock>(plain(line), style, inner.width),
                                                  page::kMarginSide + 6 * kPt);
            for (FlowAtom& atom : atoms) atom.height *= 0.9;
            append(all, std::move(atoms));
        }
        decorate(all, [width = m_room.width](QPainter& painter, double top, double height) {
            painter.fillRect(QRectF(page::kMarginSide, top - 0.5, width, height + 1), page::kPale);
        });
        setBefore(all, 6 * kPt);
        return all;
    }

    std::vector<FlowAtom> operator()(const ReportFacts& facts) const {
        std::vector<FlowAtom> atoms = rowsOf(facts, m_room.width, m_room.height);
        setBefore(atoms, 5 * kPt);
        return atoms;
    }

    std::vector<FlowAtom> operator()(const ReportTable& table) const {
        std::vector<FlowAtom> all;
        if (!table.caption.isEmpty()) all = captionAtoms(table.label, table.caption, m_room);
        keepAll(all);
        std::vector<FlowAtom> rows = rowsOf(table, m_room.width, m_room.height);
        setBefore(rows, all.empty() ? 0 : 2 * kPt);
        if (!table.note.isEmpty() && !rows.empty()) rows.back().keepsNext = true;
        append(all, std::move(rows));
        if (!table.note.isEmpty()) {
            std::vector<FlowAtom> note = captionAtoms({}, table.note, m_room);
            setBefore(note, 2.5 * kPt);
            append(all, std::move(note));
        }
        setBefore(all, 11 * kPt);
        return all;
    }

    std::vector<FlowAtom> operator()(const ReportFigure& figure) const {
        const QSizeF natural = figure.picture.size;
        // The text of a picture is as large as that of the report, as far as it fits.
        const double usual = 0.75 * kPt * pictureScale();
        const double scale =
            std::min({usual, m_room.width / natural.width(), m_room.height * kHighestFigure / natural.height()});
        FlowAtom atom;
        atom.height = natural.height() * scale;
        atom.before = 11 * kPt;
        atom.keepsNext = true;
        atom.paint = [picture = figure.picture, natural, scale, width = m_room.width](QPainter& painter, double top) {
            painter.save();
            painter.translate(page::kMarginSide + (width - natural.width() * scale) / 2, top);
            painter.scale(scale, scale);
            painter.setClipRect(QRectF(QPointF(0, 0), natural));
            picture.paint(painter, 0);
            painter.restore();
        };
        std::vector<FlowAtom> all{std::move(atom)};
        std::vector<FlowAtom> caption = captionAtoms(figure.label, figure.caption, m_room);
        setBefore(caption, 3 * kPt);
        append(all, std::move(caption));
        return all;
    }

    std::vector<FlowAtom> operator()(const ReportVerdict& verdict) const {
        std::vector<FlowAtom> all = textAtoms(verdict.spansOf(verdict.statement),
                                              {page::font(page::kBodyPt), page::kInk, page::kBodyPt}, m_room, kIndent);
        if (!verdict.reason.isEmpty()) {
            keepAll(all);
            append(all, textAtoms(verdict.spansOf(verdict.reason),
                                  {page::font(page::kSmallPt), page::kQuiet, page::kSmallPt}, m_room, kIndent));
        }
        FlowAtom& first = all.front();
        first.paint = [kind = verdict.kind, height = first.height, paint = first.paint](QPainter& painter, double top) {
            paintSign(painter, kind, QPointF(page::kMarginSide + 6 * kPt, top + height / 2));
            paint(painter, top);
        };
        setBefore(all, 5 * kPt);
        return all;
    }

private:
    // A tick, a cross or a dash: the form tells it without the colour.
    static void paintSign(QPainter& painter, ReportVerdict::Kind kind, const QPointF& at) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const double r = 4.4 * kPt;
        const bool good = kind == ReportVerdict::Kind::Good, bad = kind == ReportVerdict::Kind::Bad;
        painter.setPen(Qt::NoPen);
        painter.setBrush(good ? page::kGood : bad ? page::kBad : page::kOpen);
        painter.drawEllipse(at, r, r);
        painter.setPen(QPen(Qt::white, 1.2 * kPt, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const auto point = [&](double x, double y) { return at + QPointF(x, y) * r; };
        if (good) {
            painter.drawPolyline(QPolygonF{point(-0.45, 0.02), point(-0.1, 0.4), point(0.48, -0.36)});
        } else if (bad) {
            painter.drawLine(point(-0.38, -0.38), point(0.38, 0.38));
            painter.drawLine(point(-0.38, 0.38), point(0.38, -0.38));
        } else {
            painter.drawLine(point(-0.42, 0), point(0.42, 0));
        }
        painter.restore();
    }

    PageRoom m_room;
};

}  // namespace

std::vector<FlowAtom> titleAtoms(const Report& report, const PageRoom& room) {
    std::vector<FlowAtom> all = textAtoms(plain(report.title), {page::font(19, QFont::Bold), page::kInk, 19}, room);
    QStringList parts{report.author, report.date};
    parts.removeAll(QString());
    std::vector<FlowAtom> by =
        textAtoms(plain(parts.join(QStringLiteral(" · "))), {page::font(9.4), page::kQuiet, 9.4}, room);
    setBefore(by, 3 * kPt);
    keepAll(all);
    append(all, std::move(by));
    FlowAtom rule;
    rule.height = 7 * kPt;
    rule.paint = [width = room.width](QPainter& painter, double top) {
        painter.fillRect(QRectF(page::kMarginSide, top + 5 * kPt, width, 1.2 * kPt), page::kAccent);
    };
    all.push_back(std::move(rule));
    return all;
}

std::vector<FlowAtom> sectionAtoms(const ReportSection& section, int number, const PageRoom& room) {
    const ReportText title{{.text = QString::number(number) + QStringLiteral("   ")}, {.text = section.title}};
    std::vector<FlowAtom> all = textAtoms(title, {page::font(13.5, QFont::DemiBold), page::kAccent, 13.5}, room);
    keepAll(all);
    setBefore(all, 19 * kPt);
    for (const ReportBlock& block : section.blocks) append(all, std::visit(BlockAtoms(room), block));
    return all;
}

}  // namespace ipclab
