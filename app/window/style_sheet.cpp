#include "window/style_sheet.h"

#include <QList>
#include <QPair>

namespace ipclab {
namespace {

const char* kRules = R"(
QToolTip { color: #f4f5f7; background: @tip; border: 1px solid @line; padding: 6px 8px; }

QMenuBar { background: @bar; border-bottom: 1px solid @line; padding: 1px 8px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @base; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::icon { left: 6px; }
QMenu::indicator { left: 8px; width: 13px; height: 13px; }

#toolbar { background: @bar; border-bottom: 1px solid @line; }
#sidebar, #inspector { background: @side; }
#library, #inspector QScrollArea, #inspector QStackedWidget, #inspector QScrollArea > QWidget > QWidget { background: @side; border: none; }
#lab, #lab QScrollArea, #lab QScrollArea > QWidget > QWidget { background: @side; border: none; }
#verdict { background: @base; border: 1px solid @line; border-radius: 6px; }
#labSource { background: @hint; border: 1px solid @line; border-radius: 6px; }
#lab QListWidget { border: 1px solid @edge; border-radius: 5px; background: @base; padding: 1px; }
#lab QListWidget:focus { border: 2px solid @accent; padding: 0; }
QPushButton[kind="primary"] { background: @go; border-color: @go; color: @onGo; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @goHover; }
QPushButton[kind="primary"]:disabled { background: transparent; border-color: @line; color: @disabled; }
#description { background: @bar; border-bottom: 1px solid @line; }
#answer { background: @bar; border-bottom: 1px solid @line; }
#player { background: @bar; border-top: 1px solid @line; }
#notice { background: @notice; border-bottom: 1px solid @line; }
#notice QLabel { color: @noticeText; }
#notice[informs="true"] { background: @hint; }
#notice QLabel[informs="true"] { color: @text; }
#hint QLabel { font-weight: 600; }
#hint { background: @hint; border-bottom: 1px solid @line; }

QLabel[kind="title"] { font-size: 12pt; font-weight: 600; }
QLabel[kind="section"] { font-weight: 600; }
QLabel[kind="caption"] { color: @muted; font-weight: 600; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="alarm"] { color: @alarm; font-weight: 600; }
QLabel[kind="figure"] { font-size: 12pt; font-weight: 600; }
QLabel[kind="clock"] { font-size: 17pt; font-weight: 500; }

QPushButton, QToolButton { border: 1px solid @edge; border-radius: 5px; padding: 4px 10px; background: @button; min-height: 20px; }
QToolButton { padding: 4px 7px; }
QPushButton[kind="small"] { padding: 1px 9px; min-height: 18px; }
QPushButton[kind="small"]:focus { padding: 0px 8px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @pressed; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; background: transparent; border-color: @line; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 3px 9px; }
QToolButton:focus { padding: 3px 6px; }
QToolButton[kind="flat"] { border: 1px solid transparent; background: transparent; }
QToolButton[kind="flat"]:hover { background: @hover; }
QToolButton[kind="flat"]:checked { background: @pressed; border-color: @edge; }
QToolButton[kind="flat"]:focus { border: 2px solid @accent; }
QToolButton[kind="page"] { border: 1px solid transparent; background: transparent; padding: 2px 3px; min-height: 18px; color: @muted; }
QToolButton[kind="page"]:hover { background: @hover; color: @text; }
QToolButton[kind="page"]:checked { background: @pressed; border-color: @edge; color: @text; }
QToolButton[kind="page"]:focus { border: 2px solid @accent; padding: 1px 2px; }
QToolButton[kind="fold"] { border: 1px solid transparent; background: transparent; padding: 2px 3px; min-height: 18px; font-weight: 600; }
QToolButton[kind="fold"]:hover { background: @hover; }
QToolButton[kind="fold"]:checked { background: transparent; }
QToolButton[kind="fold"]:focus { border: 2px solid @accent; padding: 1px 2px; }
QToolButton[kind="small"] { border: 1px solid transparent; background: transparent; padding: 0; min-height: 0; color: @muted; }
QToolButton[kind="small"]:hover { background: @hover; color: @text; }
QToolButton[kind="small"]:disabled { border-color: transparent; }
QToolButton[kind="small"]:focus { border: 2px solid @accent; padding: 0; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { background: @go; border-color: @go; color: @onGo; font-weight: 600; padding: 4px 14px; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: @goHover; }
QPushButton[kind="primary"]:disabled, QToolButton[kind="primary"]:disabled { background: transparent; border-color: @line; color: @disabled; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border: 2px solid @text; padding: 3px 13px; }
QToolButton::menu-indicator { image: none; }

QLineEdit { border: 1px solid @edge; border-radius: 5px; background: @base; padding: 5px 5px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit QToolButton { border: none; padding: 0; margin: 0; min-height: 0; background: transparent; }
QLineEdit:focus { border: 2px solid @accent; padding: 4px 4px; }
QLineEdit:disabled { color: @disabled; background: transparent; border-color: @line; }
QAbstractSpinBox, QComboBox { border: 1px solid @edge; border-radius: 5px; background: @base; padding: 3px 7px; min-height: 20px; selection-background-color: @accent; selection-color: @onAccent; }
QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid @accent; padding: 2px 6px; }
QAbstractSpinBox:disabled, QComboBox:disabled { color: @disabled; background: transparent; border-color: @line; }

QAbstractSpinBox { padding-right: 20px; }
QAbstractSpinBox:focus { padding-right: 19px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 18px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 1px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 1px 0; }
QAbstractSpinBox::up-arrow { image: url(:/ipclab/icons/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/ipclab/icons/chevron-down.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; border-radius: 3px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled { image: none; }
QComboBox { padding-right: 22px; combobox-popup: 0; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 22px; border: none; background: transparent; }
QComboBox::down-arrow { image: url(:/ipclab/icons/chevron-down.svg); width: 13px; height: 13px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @line; padding: 0; selection-background-color: @selection; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 22px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListWidget::indicator { width: 15px; height: 15px; border: 1px solid @mark; border-radius: 4px; background: @base; }
QCheckBox::indicator:hover, QListWidget::indicator:hover { border-color: @accent; }
QCheckBox::indicator:focus { border: 2px solid @accent; width: 13px; height: 13px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: @accent; border-color: @accent; image: url(:/ipclab/icons/@check.svg); }
QCheckBox::indicator:disabled, QListWidget::indicator:disabled { border-color: @line; background: transparent; }
QCheckBox::indicator:checked:disabled, QListWidget::indicator:checked:disabled { background: @line; }
QCheckBox:focus { color: @accent; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid @mark; border-radius: 8px; background: @base; }
QRadioButton::indicator:hover { border-color: @accent; }
QRadioButton::indicator:focus { border: 2px solid @accent; width: 13px; height: 13px; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 7px; height: 7px; }
QRadioButton::indicator:disabled { border-color: @line; background: transparent; }
QRadioButton:focus { color: @accent; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { padding: 4px 9px 4px 9px; border: none; border-bottom: 2px solid transparent; color: @muted; background: transparent; }
#sidebar QTabBar::tab { padding: 4px 5px 4px 5px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { border-bottom: 2px solid @accent; background: @hover; }
QTabBar::scroller { width: 44px; }
QTabBar::tear { image: none; width: 0px; }
QTabBar QToolButton { border: 1px solid transparent; border-radius: 4px; background: @bar; padding: 0; min-height: 0; }
QTabBar QToolButton:hover { background: @hover; }
QTabBar QToolButton::left-arrow { image: url(:/ipclab/icons/chevron-left.svg); width: 13px; height: 13px; }
QTabBar QToolButton::right-arrow { image: url(:/ipclab/icons/chevron-right.svg); width: 13px; height: 13px; }

QPlainTextEdit { border: 1px solid @edge; border-radius: 5px; background: @base; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border: 2px solid @accent; }
#inspector QListWidget { border: 1px solid @edge; border-radius: 5px; background: @base; }
#inspector QListWidget:focus { border: 2px solid @accent; }
#mechanismChooser { background: @base; border: 1px solid @edge; border-radius: 6px; }
QTextBrowser { background: @base; border: none; border-bottom: 1px solid @line; padding: 0 8px; }
QTableView, QTreeView, QListView { border: none; background: @base; alternate-background-color: @alternate; gridline-color: transparent; selection-background-color: @selection; selection-color: @text; outline: none; }
QTableView:focus, QTreeView:focus { border: 1px solid @accent; }
#guide QTreeView::item { padding: 3px 0px; }
QListWidget[kind="checks"] { border: 1px solid @edge; border-radius: 5px; }
QListWidget[kind="checks"]:focus { border: 2px solid @accent; }
QListWidget[kind="checks"]::item { padding: 3px 4px; border: none; }
QListWidget[kind="checks"]::item:selected { background: @selection; color: @text; }
QTableView::item { padding: 0px 6px; border: none; }
QTableView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @base; border: none; }
QHeaderView::section { background: @base; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 6px; }
#library { background: @side; }
#settings #columns { border: 1px solid @edge; border-radius: 5px; background: @base; padding: 3px; }
#settings #columns:focus { border: 2px solid @accent; padding: 2px; }
#settings #pages { background: @side; border-right: 1px solid @line; padding: 10px 8px; }
#settings #pages::item { padding: 7px 10px; border-radius: 5px; }
#settings #pages::item:selected { background: @selection; color: @text; }
#settings #pages:focus { border: none; border-right: 1px solid @line; }
#settings #pages::item:selected:focus { border: 2px solid @accent; padding: 5px 8px; }
#settings QScrollArea, #settings QScrollArea > QWidget > QWidget { background: @bar; border: none; }

QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 2px 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @edge; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: @base; border: 2px solid @accent; }
QSlider::handle:horizontal:focus { background: @accent; }
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: @line; }
QSlider::handle:horizontal:disabled { border-color: @edge; }

QStatusBar { background: @bar; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
)";

using Colors = QList<QPair<QString, QString>>;

// Longer names first where one begins like another.
Colors colorsOf(bool dark) {
    const auto pick = [dark](const char* name, const char* light, const char* night) {
        return QPair(QString::fromLatin1(name), QString::fromLatin1(dark ? night : light));
    };
    return {pick("@check", "check-light", "check-dark"), pick("@noticeText", "#5a3b00", "#ffe2a6"),
            pick("@notice", "#ffefcf", "#453408"),       pick("@onAccent", "#ffffff", "#0d1116"),
            pick("@accent", "#1b67c8", "#6ab0ff"),       pick("@alternate", "#f7f8fa", "#1a1c20"),
            pick("@goHover", "#0a6b4b", "#3fcf9f"),      pick("@onGo", "#ffffff", "#06130e"),
            pick("@go", "#0b7a56", "#2cc295"),           pick("@selection", "#d9e8fb", "#243b57"),
            pick("@side", "#f4f5f8", "#191b1f"),         pick("@disabled", "#7f8893", "#757d88"),
            pick("@pressed", "#dfe4ec", "#3a4049"),      pick("@button", "#ffffff", "#282c32"),
            pick("@muted", "#5b636e", "#a6adb7"),        pick("@alarm", "#c22f2f", "#ff7b72"),
            pick("@hover", "#e9edf3", "#30353c"),        pick("@line", "#dfe2e7", "#33373e"),
            pick("@edge", "#c4c8ce", "#4a5059"),         pick("@base", "#ffffff", "#16181b"),
            pick("@hint", "#e8f1fd", "#1c2b40"),         pick("@text", "#1d2127", "#eceef1"),
            pick("@bar", "#fbfbfc", "#1e2024"),          pick("@tip", "#262a30", "#3a3f47"),
            pick("@mark", "#757d88", "#8a929d")};
}

}  // namespace

QString styleSheet(bool dark, int textPercent) {
    QString sheet = QString::fromLatin1(kRules);
    for (const int points : {17, 12})
        sheet.replace(QStringLiteral("font-size: %1pt").arg(points),
                      QStringLiteral("font-size: %1pt").arg(points * textPercent / 100));
    for (const auto& [name, color] : colorsOf(dark)) sheet.replace(name, color);
    return sheet;
}

}  // namespace ipclab
