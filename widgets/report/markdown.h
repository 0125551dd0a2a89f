// An author's Markdown as blocks of a report. Qt reads it; what comes out is text with an appearance and nothing else:
// HTML in it stands as it was written, pictures become their description, and links lead to the web or nowhere.
#pragma once

#include <QString>
#include <vector>

#include "report/report.h"

namespace ipclab {

std::vector<ReportBlock> blocksOfMarkdown(const QString& markdown);

}  // namespace ipclab
