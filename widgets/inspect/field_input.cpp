#include "inspect/field_input.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalBlocker>

#include "bridge/words.h"
#include "document/experiment_json.h"
#include "document/machine.h"
#include "inspect/byte_text.h"
#include "inspect/choice_box.h"
#include "inspect/number_box.h"
#include "inspect/plain_text.h"

namespace ipclab {
namespace {

// --- typed in one line ------------------------------------------------------------------------------------------

// Number as typed, or the text itself, which the reader refuses in its own words.
FieldInput::Json numberOr(const QString& text) {
    const FieldInput::Json number = FieldInput::Json::parse(text.toStdString(), nullptr, false);
    return number.is_number() ? number : FieldInput::Json(text.toStdString());
}

class NumberInput : public FieldInput {
public:
    NumberInput(const FieldInfo& info, QWidget* parent)
        : FieldInput(info, parent),
          m_box(new NumberBox({info.kind.low, info.kind.high, info.kind.type == ValueType::Whole}, this)) {
        hold(m_box);
        connect(m_box, &NumberBox::editingFinished, this, &NumberInput::finish);
        connect(m_box, &NumberBox::stepped, this, &NumberInput::finish);
    }
    ~NumberInput() override { m_box->disconnect(this); }
    void setValue(const Json& value, const Json& usual) override {
        m_box->setPlaceholder(FieldWords::usual(m_info, usual));
        m_box->setUsual(usual.is_number() ? usual.get<double>() : std::max(m_info.kind.low, 0.0));
        const bool typing = m_box->typed() != m_shown;
        m_shown = FieldWords::text(value);
        if (!typing) m_box->setText(m_shown);
    }
    void finish() override {
        const QString typed = m_box->typed();
        if (typed == m_shown) return returned();
        const Json value = typed.isEmpty() ? Json() : valueOf(typed);
        emit entered(value);
        // Another spelling of the same, "1e3": as the file has it.
        if (value.is_number() && value == numberOr(m_shown)) m_box->setText(m_shown);
    }
    void forget() override { m_box->setText(m_shown); }
    [[nodiscard]] QWidget* field() const override { return m_box; }

private:
    [[nodiscard]] Json valueOf(const QString& typed) const {
        const auto bytes = m_info.kind.unit == "B" ? bytesFromText(typed) : std::nullopt;
        return bytes ? Json(*bytes) : numberOr(typed);
    }

    NumberBox* m_box;
    QString m_shown;
};

// A text, a list of arguments as a shell has them, or processors as taskset(1) takes them.
class LineInput : public FieldInput {
public:
    LineInput(const FieldInfo& info, QWidget* parent) : FieldInput(info, parent), m_line(new QLineEdit(this)) {
        hold(m_line);
        connect(m_line, &QLineEdit::editingFinished, this, &LineInput::finish);
    }
    // Whoever has the focus gives it away as it goes: that is no end of editing.
    ~LineInput() override { m_line->disconnect(this); }
    void setValue(const Json& value, const Json& usual) override {
        m_line->setPlaceholderText(m_info.kind.type == ValueType::Wholes ? FieldInput::tr("any")
                                                                         : FieldWords::usual(m_info, usual));
        const bool typing = m_line->text() != m_shown;
        m_shown = textOf(value);
        if (!typing) forget();
    }
    void finish() override {
        if (m_line->text() == m_shown) return returned();
        emit entered(valueOf(m_line->text().trimmed()));
    }
    void forget() override {
        if (m_line->text() != m_shown) m_line->setText(m_shown);
    }
    [[nodiscard]] QWidget* field() const override { return m_line; }
    // A command line is long.
    [[nodiscard]] bool isWide() const override { return m_info.kind.type == ValueType::Texts; }
    [[nodiscard]] QString whole() const override { return m_line->text(); }

private:
    [[nodiscard]] QString textOf(const Json& value) const {
        if (m_info.kind.type == ValueType::Wholes)
            return value.is_null() ? QString()
                                   : QString::fromStdString(cpuListText(value.get<std::vector<unsigned>>()));
        if (m_info.kind.type != ValueType::Texts) return FieldWords::text(value);
        QStringList words;
        for (const Json& word : value) words << quoted(text(word.get<std::string>()));
        return words.join(QLatin1Char(' '));
    }
    static QString quoted(QString word) {
        if (!word.isEmpty() && !word.contains(QLatin1Char(' ')) && !word.contains(QLatin1Char('"'))) return word;
        return QLatin1Char('"') + word.replace(QLatin1Char('"'), QStringLiteral("\"\"\"")) + QLatin1Char('"');
    }
    [[nodiscard]] Json valueOf(const QString& typed) const {
        if (typed.isEmpty() && !m_info.required) return nullptr;
        if (m_info.kind.type == ValueType::Wholes) return processorsOf(typed);
        if (m_info.kind.type != ValueType::Texts) return typed.toStdString();
        Json words = Json::array();
        for (const QString& word : QProcess::splitCommand(typed)) words.push_back(word.toStdString());
        return words;
    }
    [[nodiscard]] Json processorsOf(const QString& typed) const {
        if (typed == FieldInput::tr("any") || typed == QLatin1String("any"))
            return m_info.kind.fewest == 0 ? Json::array() : Json();
        const std::vector<unsigned> cpus = parseCpuList(QString(typed).remove(QLatin1Char(' ')).toStdString());
        return cpus.empty() ? Json(typed.toStdString()) : Json(cpus);
    }

    QLineEdit* m_line;
    QString m_shown;
};

// --- in the language of the interface ---------------------------------------------------------------------------

class LeavingTextEdit : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;
    std::function<void()> left;

protected:
    void focusOutEvent(QFocusEvent* event) override {
        QPlainTextEdit::focusOutEvent(event);
        left();
    }
};

class LocalTextInput : public FieldInput {
public:
    LocalTextInput(const FieldInfo& info, QWidget* parent)
        : FieldInput(info, parent), m_edit(new LeavingTextEdit(this)) {
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * (info.name == "name" ? 2 : 4) + 12);
        m_edit->left = [this] { finish(); };
        hold(m_edit);
    }
    ~LocalTextInput() override {
        m_edit->left = [] {};
    }
    void setValue(const Json& value, const Json&) override {
        const bool typing = m_edit->toPlainText() != m_shown;
        m_texts = value.is_object() ? value : Json::object();
        if (value.is_string()) m_texts["en"] = value;
        m_shown = textOf(language());
        if (!typing) forget();
    }
    void finish() override {
        const QString typed = m_edit->toPlainText().trimmed();
        if (typed == m_shown) return returned();
        Json texts = m_texts;
        if (typed.isEmpty())
            texts.erase(language());
        else
            texts[language()] = typed.toStdString();
        emit entered(texts.empty() ? Json() : texts);
    }
    void forget() override {
        if (m_edit->toPlainText() == m_shown) return;
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(m_shown);
    }
    [[nodiscard]] QWidget* field() const override { return m_edit; }
    [[nodiscard]] bool isWide() const override { return true; }

private:
    static std::string language() { return Words::language(); }
    [[nodiscard]] QString textOf(const std::string& language) const {
        return m_texts.contains(language) ? text(m_texts.at(language).get<std::string>()) : QString();
    }

    LeavingTextEdit* m_edit;
    Json m_texts = Json::object();
    QString m_shown;
};

// --- chosen -----------------------------------------------------------------------------------------------------

class ChoiceInput : public FieldInput {
public:
    ChoiceInput(const FieldInfo& info, QWidget* parent) : FieldInput(info, parent), m_combo(new ChoiceBox(this)) {
        m_combo->setMinimumContentsLength(6);
        hold(m_combo);
        connect(m_combo, &QComboBox::activated, this, [this](int index) { choose(index); });
    }
    void setChoices(const std::vector<FieldWords::Choice>& choices) override { m_choices = choices; }
    void setValue(const Json& value, const Json& usual) override {
        m_value = value;
        m_usual = usual;
        fill();
    }
    void forget() override { fill(); }
    [[nodiscard]] QWidget* field() const override { return m_combo; }

private:
    // Nothing stands for the usual where that is none of the words.
    void fill() {
        QStringList texts;
        std::vector<std::string> values;
        const auto add = [&](const std::string& value, const QString& text) {
            values.push_back(value);
            texts << text;
        };
        if (!m_info.required && (m_usual.is_null() || m_usual == "")) add({}, FieldWords::usual(m_info, m_usual));
        for (const FieldWords::Choice& choice : m_choices) add(choice.value, choice.text);
        const std::string shown = m_value.is_string()   ? m_value.get<std::string>()
                                  : m_usual.is_string() ? m_usual.get<std::string>()
                                                        : std::string();
        if (std::ranges::find(values, shown) == values.end()) add(shown, text(shown));
        const QSignalBlocker quiet(m_combo);
        if (texts != m_texts || values != m_values) {
            m_combo->clear();
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const std::string& value = values[static_cast<std::size_t>(i)];
                m_combo->addItem(texts[i]);
                if (texts[i].toStdString() != value)
                    m_combo->setItemData(static_cast<int>(i), FieldWords::inFile(value), Qt::ToolTipRole);
            }
            m_texts = texts;
            m_values = values;
        }
        m_combo->setCurrentIndex(static_cast<int>(std::ranges::find(values, shown) - values.begin()));
    }
    void choose(int index) {
        const std::string& chosen = m_values.at(static_cast<std::size_t>(index));
        const Json value = chosen.empty() ? Json() : Json(chosen);
        if (value == m_value || (m_value.is_null() && value == m_usual)) return returned();
        emit entered(value);
    }

    ChoiceBox* m_combo;
    std::vector<FieldWords::Choice> m_choices;
    Json m_value, m_usual;
    QStringList m_texts;
    std::vector<std::string> m_values;
};

// Yes or no; of an object with fields of its own, whether it is there.
class CheckInput : public FieldInput {
public:
    CheckInput(const FieldInfo& info, QWidget* parent) : FieldInput(info, parent), m_box(new QCheckBox(this)) {
        hold(m_box);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            if (m_info.kind.type == ValueType::Presence)
                emit entered(on ? Json::object() : Json());
            else
                emit entered(on);
        });
    }
    void setValue(const Json& value, const Json& usual) override {
        if (m_info.kind.type == ValueType::Presence)
            m_on = value.is_object();
        else
            m_on = value.is_boolean() ? value.get<bool>() : usual == true;
        forget();
    }
    void forget() override { m_box->setChecked(m_on); }
    [[nodiscard]] QWidget* field() const override { return m_box; }
    bool takesName(const QString& name) override {
        m_box->setText(name);
        return true;
    }
    [[nodiscard]] bool isWide() const override { return true; }

private:
    QCheckBox* m_box;
    bool m_on = false;
};

// Some of the processes: those that are in stand first, in their order.
class ProcessesInput : public FieldInput {
public:
    ProcessesInput(const FieldInfo& info, QWidget* parent) : FieldInput(info, parent), m_list(new QListWidget(this)) {
        hold(m_list);
        // Later: whoever takes it fills the list anew.
        connect(
            m_list, &QListWidget::itemChanged, this, [this] { emit entered(chosen()); }, Qt::QueuedConnection);
    }
    void setChoices(const std::vector<FieldWords::Choice>& choices) override { m_choices = choices; }
    void setValue(const Json& value, const Json&) override {
        m_value = value.is_array() ? value : Json::array();
        forget();
    }
    void forget() override {
        const QSignalBlocker quiet(m_list);
        const int row = m_list->currentRow();
        m_list->clear();
        for (const Json& name : m_value) add(name.get<std::string>(), true);
        for (const FieldWords::Choice& choice : m_choices) {
            if (std::ranges::find(m_value, Json(choice.value)) == m_value.end()) add(choice.value, false);
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        const int rows = std::clamp(m_list->count(), 2, 6);
        m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), 18) + 8);
    }
    [[nodiscard]] QWidget* field() const override { return m_list; }
    [[nodiscard]] bool isWide() const override { return true; }

private:
    void add(const std::string& name, bool in) {
        auto* item = new QListWidgetItem(text(name), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(in ? Qt::Checked : Qt::Unchecked);
    }
    [[nodiscard]] Json chosen() const {
        Json names = Json::array();
        for (int row = 0; row < m_list->count(); ++row) {
            const QListWidgetItem* item = m_list->item(row);
            if (item->checkState() == Qt::Checked) names.push_back(item->text().toStdString());
        }
        return names;
    }

    QListWidget* m_list;
    std::vector<FieldWords::Choice> m_choices;
    Json m_value = Json::array();
};

bool isChosen(NameOf names) {
    return names != NameOf::Nothing && names != NameOf::Itself && names != NameOf::Mechanism &&
           names != NameOf::Congestion;
}

}  // namespace

void FieldInput::hold(QWidget* field) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field);
    setFocusProxy(field);
    field->setObjectName(QString::fromStdString(m_info.name));
}

FieldInput* FieldInput::make(const FieldInfo& field, QWidget* parent) {
    switch (field.kind.type) {
        case ValueType::Whole:
        case ValueType::Number:
        case ValueType::Duration:
            return new NumberInput(field, parent);
        case ValueType::Boolean:
        case ValueType::Presence:
            return new CheckInput(field, parent);
        case ValueType::Word:
            return new ChoiceInput(field, parent);
        case ValueType::Translated:
            return new LocalTextInput(field, parent);
        case ValueType::Texts:
            if (field.kind.names == NameOf::Process) return new ProcessesInput(field, parent);
            return new LineInput(field, parent);
        case ValueType::Text:
            if (isChosen(field.kind.names)) return new ChoiceInput(field, parent);
            return new LineInput(field, parent);
        default:
            return new LineInput(field, parent);
    }
}

}  // namespace ipclab
