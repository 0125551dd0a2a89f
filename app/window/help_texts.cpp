#include "window/help_texts.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "plot/chart_page.h"
#include "plot/plain_tip.h"
#include "window/plain_text.h"

namespace ipclab {
namespace {

struct HelpTexts {
    Q_DECLARE_TR_FUNCTIONS(ipclab::HelpTexts)
};

QString rowsOf(const QList<QAction*>& actions) {
    QString rows;
    for (const QAction* action : actions) {
        if (action->shortcuts().isEmpty()) continue;
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts()) keys << markupText(key.toString(QKeySequence::NativeText));
        const QString text = markupText(plainText(action->text()));
        rows += QStringLiteral("<tr><td style='padding:3px 24px 3px 0'>%1</td><td><b>%2</b></td></tr>")
                    .arg(text, keys.join(QStringLiteral(", ")));
    }
    return rows;
}

}  // namespace

void showShortcutsDialog(QWidget* window, const ChartPage& charts) {
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(HelpTexts::tr("Keyboard shortcuts"));
    QList<QAction*> chartActions;
    for (QAction* action : charts.chartActions().all()) chartActions << action;
    auto* label = new QLabel(
        QStringLiteral("<h3>%1</h3><table>%2</table><h3>%3</h3><table>%4</table>")
            .arg(HelpTexts::tr("Window"), rowsOf(window->actions()), HelpTexts::tr("Charts"), rowsOf(chartActions)));
    label->setTextFormat(Qt::RichText);
    label->setContentsMargins(20, 4, 20, 12);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* area = new QScrollArea(dialog);
    area->setWidget(label);
    area->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(area, 1);
    column->addWidget(buttons);
    dialog->resize(460, 600);
    dialog->show();
}

void showAboutDialog(QWidget* window) {
    QMessageBox::about(
        window, HelpTexts::tr("About ipclab"),
        HelpTexts::tr("<h3>ipclab %1</h3><p>A laboratory for processes and interprocess communication.</p>"
                      "<p>Everything it shows is measured on real processes of this machine.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

}  // namespace ipclab
