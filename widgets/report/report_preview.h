// The pages of a report one below the other, as they will be printed.
#pragma once

#include <QHash>
#include <QPixmap>
#include <QWidget>
#include <memory>

#include "report/pdf_writer.h"

namespace ipclab {

class ReportPreview : public QWidget {
    Q_OBJECT
public:
    explicit ReportPreview(QWidget* parent = nullptr);

    // Null: there is nothing to show.
    void setPages(std::shared_ptr<const ReportPages> pages);
    [[nodiscard]] const ReportPages* pages() const { return m_pages.get(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSizeF pageSize() const;  // on the screen
    [[nodiscard]] QRectF pageRect(int page) const;
    void fit();
    const QPixmap& picture(int page);

    std::shared_ptr<const ReportPages> m_pages;
    QHash<int, QPixmap> m_pictures;  // of pages that were seen, at this size
};

}  // namespace ipclab
