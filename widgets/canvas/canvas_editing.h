// What can be done to the parts on the canvas: add, link, copy, paste, remove, move. Each is one edit of the document
// that can be undone; CanvasHand does it by mouse and keys, menus and palette by calling it.
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <optional>

#include "bridge/editor.h"
#include "canvas/arrangement.h"
#include "canvas/canvas_view.h"
#include "canvas/link_proposal.h"

namespace ipclab {

class CanvasEditing : public QObject {
    Q_OBJECT
public:
    CanvasEditing(CanvasView& view, Editor& editor, QObject* parent = nullptr);

    [[nodiscard]] CanvasView& view() { return m_view; }
    [[nodiscard]] Editor& editor() { return m_editor; }

    // at: where it was dropped in the view; else where the layout puts it.
    void addProgram(std::string_view programId, std::optional<QPointF> at = std::nullopt);

    [[nodiscard]] bool hasSelection() const { return !m_view.selected().empty(); }
    [[nodiscard]] QString copiedText() const;
    void copySelected();
    void cutSelected();
    void paste();
    // Tells what was wrong with it, if anything was; then nothing is pasted.
    bool pasteText(const QString& text);
    void duplicateSelected();
    void removeSelected();
    void selectAll();

    // Of the process that is selected: how many equal ones it is; nothing where not one process alone is selected.
    [[nodiscard]] std::optional<std::uint32_t> copies() const;
    void setCopies(std::uint32_t copies);
    // Its members become processes of their own, and are selected.
    void ungroupSelected();

    void moveSelected(const QPointF& byInLayout);
    void align(Alignment alignment);
    void arrangeAutomatically();
    [[nodiscard]] bool isPlacedByHand() const;

    // The mechanism of the next new link: the one that was chosen last.
    [[nodiscard]] const std::string& mechanism() const { return m_mechanism; }
    [[nodiscard]] std::unique_ptr<LinkProposals> proposals() const;
    void link(const LinkProposal& proposal);

signals:
    // What could not be done, and why.
    void refused(const QString& what, const QString& why);

private:
    [[nodiscard]] Arranged arranged() const;
    void insert(Fragment fragment, const QString& what);
    void settle(Fragment& fragment) const;
    void selectInserted(const Edit& edit);
    [[nodiscard]] Edit removal() const;
    void documentEdited();
    void showProblems();
    void noteMechanism();

    CanvasView& m_view;
    Editor& m_editor;
    std::string m_mechanism = "pipe";
    std::map<PartId, std::string> m_mechanisms;  // of the links as they were
    bool m_problemsDue = false;
};

}  // namespace ipclab
