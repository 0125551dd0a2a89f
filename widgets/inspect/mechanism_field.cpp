#include "inspect/mechanism_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "bridge/words.h"
#include "inspect/choice_box.h"
#include "inspect/field_words.h"
#include "inspect/mechanism_chooser.h"
#include "runs/said.h"

namespace ipclab {
namespace {

// Looks and is reached like any box to choose from; what it opens is no list of its own.
class OpeningBox : public ChoiceBox {
public:
    using ChoiceBox::ChoiceBox;
    std::function<void()> opens;
    void showPopup() override { opens(); }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return opens();
        ChoiceBox::keyPressEvent(event);
    }
};

}  // namespace

MechanismField::MechanismField(Editor& editor, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_name(new QLabel(this)),
      m_box(new OpeningBox(this)),
      m_problem(new QLabel(this)) {
    m_box->setObjectName(QStringLiteral("mechanism"));
    m_box->setMinimumContentsLength(8);
    m_box->addItem(QString());
    static_cast<OpeningBox*>(m_box)->opens = [this] { openChooser(); };
    m_name->setBuddy(m_box);
    m_name->setWordWrap(true);
    m_problem->setProperty("kind", QStringLiteral("alarm"));
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_box, m_problem}) column->addWidget(widget);
    retranslate();
}

void MechanismField::retranslate() {
    const FieldInfo& field = *findField(Part::Kind::Link, "mechanism");
    m_name->setText(FieldWords::label(field));
    m_box->setAccessibleName(FieldWords::label(field));
    m_box->setToolTip(FieldWords::tip(field));
}

void MechanismField::refresh(const std::vector<Problem>& problems) {
    m_box->setItemText(0, Words::mechanism(m_editor.document().link(m_link)->mechanism));
    QStringList lines;
    for (const Problem& problem : problems) {
        if (problem.pointer == "/mechanism") lines << said(problem.message);
    }
    m_problem->setText(lines.join(QLatin1Char('\n')));
    m_box->setAccessibleDescription(m_problem->text());
    m_problem->setVisible(!lines.isEmpty());
}

MechanismChooser* MechanismField::openChooser() {
    auto* chooser = new MechanismChooser(m_editor, m_link, this);
    connect(chooser, &MechanismChooser::chosen, this, [this](const QString& id) {
        m_editor.apply(changeMechanism(m_editor.document(), m_link, id.toStdString()),
                       tr("Change the mechanism to %1").arg(Words::mechanism(id.toStdString())));
        m_box->setFocus();
    });
    chooser->showAt(m_box);
    return chooser;
}

}  // namespace ipclab
