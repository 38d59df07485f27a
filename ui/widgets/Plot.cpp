#include "ui/widgets/Plot.h"

#include "ui/jobs/OfficeJobs.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {

/// Where it is painted; has the focus.
class PlotCanvas : public QWidget
{
public:
    explicit PlotCanvas(QWidget* parent)
        : QWidget(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        theme::onChange(this, [this] { update(); });
    }

    void setData(PlotData data)
    {
        m_data = std::move(data);
        setAccessibleName(m_data.title);
        setAccessibleDescription(plotWords(m_data));
        setFixedHeight(plotHeight(m_data) + 2 * theme::space(1));
        update();
    }

    [[nodiscard]] const PlotData& data() const { return m_data; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const int inner = theme::space(1);
        drawPlot(painter, QRectF(rect()).adjusted(inner, inner, -inner, -inner), m_data);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme::color(theme::Tone::Accent), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
    }

private:
    PlotData m_data;
};

Plot::Plot(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_menu(new QToolButton(this))
    , m_canvas(new PlotCanvas(this))
{
    setObjectName(QStringLiteral("plot"));
    theme::setRules(this,
                    QStringLiteral("QFrame#plot { background: @raised; border: 1px solid @line; "
                                   "border-radius: 8px; }"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(3), theme::space(3), theme::space(3), theme::space(3));
    column->setSpacing(theme::space(2));
    m_title->setFont(theme::font(theme::Strong));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(theme::space(1), 0, 0, 0); // above the words of the plot
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_menu->setIcon(theme::icon("menu"));
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAccessibleName(tr("%1: take it out").arg(title));
    m_menu->setToolTip(tr("As a picture or as numbers"));
    auto* menu = new QMenu(m_menu);
    const auto add = [&](const QString& words, void (Plot::*act)()) {
        connect(menu->addAction(words), &QAction::triggered, this, act);
    };
    add(tr("Copy picture"), &Plot::copyPicture);
    add(tr("Save as picture…"), &Plot::chooseFile);
    add(tr("Copy numbers"), &Plot::copyNumbers);
    m_menu->setMenu(menu);
    head->addWidget(m_menu);
    column->addLayout(head);
    column->addWidget(m_canvas);
    column->addStretch(1);
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, [this, menu](const QPoint& at) {
        menu->popup(m_canvas->mapToGlobal(at));
    });
    setFocusProxy(m_canvas);
    setWords({});
}

void Plot::setData(PlotData data)
{
    data.title = m_title->text();
    m_menu->setEnabled(!data.isEmpty());
    m_canvas->setData(std::move(data));
}

void Plot::setWords(const QString& words)
{
    PlotData data;
    data.empty = words;
    setData(std::move(data));
}

const PlotData& Plot::data() const
{
    return m_canvas->data();
}

void Plot::copyPicture()
{
    QApplication::clipboard()->setImage(plotImage(data()));
    Q_EMIT said(tr("The picture can be pasted now."));
}

void Plot::copyNumbers()
{
    QApplication::clipboard()->setText(plotTable(data()));
    Q_EMIT said(tr("The numbers can be pasted into a spreadsheet now."));
}

void Plot::chooseFile()
{
    auto* dialog = new QFileDialog(
        this, tr("Save picture"), QDir::homePath(), tr("Picture (*.png);;Drawing (*.svg)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("svg")) ? QStringLiteral("svg")
                                                                       : QStringLiteral("png"));
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &Plot::savePicture);
    dialog->open();
}

void Plot::savePicture(const QString& path)
{
    const bool isDrawing = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const QByteArray bytes = isDrawing ? plotSvg(data()) : plotPng(data());
    const QString problem = tr("The picture could not be saved there: the disk is full, or the "
                               "folder cannot be written to.");
    runDetached<bool>(
        this,
        [path, bytes, problem]() -> core::Result<bool> {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
                || !file.commit()) {
                return core::Error{core::ErrorCode::Io, problem, file.errorString()};
            }
            return true;
        },
        [this](const core::Result<bool>& saved) {
            if (!saved) {
                showError(this, saved.error());
                return;
            }
            Q_EMIT said(tr("The picture is saved."));
        });
}

} // namespace ui
