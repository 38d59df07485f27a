#include "ui/widgets/SecretClipboard.h"

#include <QMimeData>

namespace ui {

namespace {

/// Qt registers a format of the clipboard by the name that stands in quotation marks.
QString clipboardFormat(const char* name)
{
    return QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1String(name));
}

} // namespace

/// The presence of the first counts, a DWORD of zero in the others (Microsoft, "Clipboard Formats", cloud clipboard and
/// clipboard history formats).
void markConfidential(QMimeData& data)
{
    const QByteArray no(4, '\0');
    for (const char* name : {"ExcludeClipboardContentFromMonitorProcessing",
                             "CanIncludeInClipboardHistory",
                             "CanUploadToCloudClipboard"}) {
        data.setData(clipboardFormat(name), no);
    }
}

void markClipboardConfidential()
{ }

} // namespace ui
