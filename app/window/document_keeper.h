// Which document is open and what becomes of it: new, saved, saved under another name, asked about before it is lost,
// kept while it is edited and offered again where the window was killed. A preset is changed as a copy: it is never
// written to, and saving asks for a name.
#pragma once

#include <QMessageBox>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>

#include "window/autosave.h"
#include "window/document.h"

namespace ipclab {

class NoticeBar;
class Session;
class WindowSettings;

class DocumentKeeper : public QObject {
    Q_OBJECT
public:
    DocumentKeeper(Session& session, WindowSettings& settings, NoticeBar& notice, QWidget* window);
    ~DocumentKeeper() override;

    // Which has an experiment; before the session has it.
    void open(const WindowDocument& document);
    // Whatever was opened: what is changed in it is kept with an exercise.
    void setOfExercise() { m_document.isOfExercise = true; }
    [[nodiscard]] const WindowDocument& document() const { return m_document; }
    [[nodiscard]] bool isOpenPreset(const QString& id) const;
    // Since it was opened or saved.
    [[nodiscard]] bool isChanged() const;
    // A question is due before it goes.
    [[nodiscard]] bool wouldBeLost() const;
    // "The first experiment (copy)[*] — ipclab", as QWidget::setWindowTitle() takes it.
    [[nodiscard]] QString title() const;

    // Asks where it has no file yet. False: it is not saved.
    bool save();
    bool saveAs();
    bool saveTo(const QString& path);

    // Before it goes: `then` at once where nothing would be lost. Knobs of a preset are there to be turned, and a
    // preset is there again: that alone is not asked about.
    void before(std::function<void()> then, std::function<void()> refused = {});
    [[nodiscard]] QMessageBox* question() const { return m_question; }

    // What was not saved when a window was killed; `open` is given what is to be opened.
    void offerLeft(std::function<void(const WindowDocument&)> open);

signals:
    void titleChanged();
    void saved();

private:
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString nameOf(const Experiment& experiment) const;
    [[nodiscard]] QString proposedPath() const;
    void documentEdited();
    void keep(const Experiment& experiment);
    void ask(QMessageBox* question, std::function<void(QAbstractButton*)> answered);
    void offer(std::shared_ptr<std::vector<LeftDocument>> left, std::function<void(const WindowDocument&)> open);

    Session& m_session;
    WindowSettings& m_settings;
    NoticeBar& m_notice;
    QWidget* m_window;
    WindowDocument m_document;
    Experiment m_asOpened;
    Autosave m_autosave;
    QTimer m_soon;
    QPointer<QMessageBox> m_question;
};

}  // namespace ipclab
