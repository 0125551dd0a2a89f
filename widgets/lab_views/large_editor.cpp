#include "lab_views/large_editor.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ipclab {
namespace {

constexpr QSize kLeastLarge(520, 400);
constexpr int kBesidePagePx = 8, kTitleBarPx = 32;  // to the page; for the frame that a window manager puts around it

}  // namespace

LargeEditor::LargeEditor(QWidget* content, const QWidget& page, const QByteArray& geometry, QWidget* owner)
    : QWidget(owner, Qt::Window), m_task(new QLabel(this)), m_back(new QPushButton(this)) {
    setObjectName(QStringLiteral("largeEditor"));
    m_task->setWordWrap(true);
    m_back->setProperty("kind", QStringLiteral("small"));
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_task, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(content, 1);
    setMinimumSize(kLeastLarge);
    if (!restoreGeometry(geometry)) place(page);
    connect(m_back, &QPushButton::clicked, this, &QWidget::close);
}

// The page stays to be read.
void LargeEditor::place(const QWidget& page) {
    const QRect window = page.window()->geometry();
    const int right = page.mapToGlobal(QPoint(page.width(), 0)).x();
    QRect there(window);
    if (window.right() - right > kLeastLarge.width()) there.setLeft(right + kBesidePagePx);
    there.setTop(window.top() + kTitleBarPx);
    if (const QScreen* screen = page.screen()) there &= screen->availableGeometry();
    setGeometry(QRect(there.topLeft(), there.size().expandedTo(kLeastLarge)));
}

void LargeEditor::setTexts(const QString& title, const QString& task) {
    setWindowTitle(title);
    m_task->setText(task);
    m_back->setText(tr("Back to the page"));
    m_back->setToolTip(tr("The editor goes back to where it was  (Esc)"));
}

void LargeEditor::closeEvent(QCloseEvent* event) {
    event->accept();
    emit left(saveGeometry());
}

void LargeEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace ipclab
