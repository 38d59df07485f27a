/// Plot: a small plot with its title, on a card. Reached by Tab, its numbers are its description; its menu (the button, or
/// the menu key) takes it out as a picture or as numbers. Thread of the window.
///
///     plot->setData({.title = tr("Clients by city"), .bars = {{u"苏州市", 12}}});
#pragma once

#include "ui/widgets/PlotPicture.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

class PlotCanvas;

class Plot : public QFrame
{
    Q_OBJECT

public:
    explicit Plot(const QString& title, QWidget* parent = nullptr);

    void setData(PlotData data);
    /// Words in place of the plot: it is being counted, or could not be.
    void setWords(const QString& words);
    [[nodiscard]] const PlotData& data() const;

    void copyPicture();
    void copyNumbers();
    void chooseFile();
    /// PNG, or SVG where the name ends so.
    void savePicture(const QString& path);

Q_SIGNALS:
    /// A line for the foot of the window.
    void said(const QString& words);

private:
    QLabel* m_title;
    QToolButton* m_menu;
    PlotCanvas* m_canvas;
};

} // namespace ui
