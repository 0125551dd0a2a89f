// A field to type into, and below it a list or tree of what answers to it (models/search_filter.h): from the field
// straight to what was found, without a mouse. Library, program palette and command palette are made of it.
#pragma once

#include <QWidget>

#include "models/search_filter.h"

class QAbstractItemView;
class QLabel;
class QLineEdit;

namespace ipclab {

class SearchList : public QWidget {
    Q_OBJECT
public:
    struct Ways {
        // Where nothing happens to what becomes current, the first that is found does.
        bool choosesFirst = true;
        // The arrows go through the list while the field keeps the focus; else Down goes to the list.
        bool staysInField = false;
        SearchFilter::Order order = SearchFilter::Order::OfModel;
    };
    // Takes ownership of the view.
    SearchList(QAbstractItemView* view, QAbstractItemModel* rows, const Ways& ways, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QAbstractItemView* view() const { return m_view; }
    [[nodiscard]] SearchFilter* filter() const { return m_filter; }

    struct Texts {
        QString placeholder;
        QString fieldName;  // for those who do not see it
        QString viewName;
        QString nothing;  // in place of an empty list
    };
    void setTexts(const Texts& texts);

signals:
    // What is typed is about to be searched for, and has been.
    void filtering();
    void filtered(const QString& text);
    // Return in the field: what is current, else the first.
    void entered(const QModelIndex& index);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void enter();
    void goToList();
    void step(int rows);
    bool takeKey(int key);

    Ways m_ways;
    QLineEdit* m_field;
    QAbstractItemView* m_view;
    QLabel* m_nothing;
    SearchFilter* m_filter;
};

// Letters typed in the list are keys of the charts, and jump to no row: there is a field to search with.
template <class View>
class WithoutTypeAhead : public View {
public:
    using View::View;
    void keyboardSearch(const QString&) override {}
};

}  // namespace ipclab
