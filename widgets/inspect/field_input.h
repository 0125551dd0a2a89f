// A field's value as it is shown and typed. What is typed is told as the file would say it, whether or not the file may
// say that; what is being typed is left alone by whatever comes from outside.
#pragma once

#include <QWidget>

#include <nlohmann/json.hpp>

#include "inspect/field_words.h"

namespace ipclab {

class FieldInput : public QWidget {
    Q_OBJECT
public:
    using Json = nlohmann::ordered_json;
    static FieldInput* make(const FieldInfo& field, QWidget* parent);

    // null: the file says nothing, and the usual value holds.
    virtual void setValue(const Json& value, const Json& usual) = 0;
    virtual void setChoices(const std::vector<FieldWords::Choice>&) {}
    // What was typed and is not taken is forgotten.
    virtual void forget() = 0;
    // What is being typed counts as entered.
    virtual void finish() {}
    // The one that takes the keys.
    [[nodiscard]] virtual QWidget* field() const = 0;
    // It wants the width of the page, under its name.
    [[nodiscard]] virtual bool isWide() const { return false; }
    // What may not be seen whole in it.
    [[nodiscard]] virtual QString whole() const { return {}; }
    // It says what it is called itself.
    virtual bool takesName(const QString&) { return false; }

signals:
    // null: as usual.
    void entered(const nlohmann::ordered_json& value);
    // What is typed is what is in force again.
    void returned();

protected:
    FieldInput(const FieldInfo& field, QWidget* parent) : QWidget(parent), m_info(field) {}
    void hold(QWidget* field);

    const FieldInfo& m_info;
};

}  // namespace ipclab
