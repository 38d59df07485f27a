#include "ui/people/RightsDialog.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr int rightsWidth = 620;

} // namespace

RightsDialog::RightsDialog(QWidget* parent)
    : Dialog(parent)
{
    setWindowTitle(tr("Rights"));
    setFixedWidth(rightsWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(1));
    auto* heading = new QLabel(tr("What these rights can and cannot do"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    column->addSpacing(theme::space(2));
    const std::pair<QString, QString> parts[]{
        {tr("Without a login: nothing"),
         tr("Folder and backups are encrypted. Who copies them reads nothing without a password, "
            "with its second secret where there is one, or the recovery code.")},
        {tr("With a login: more than the program shows"),
         tr("Roles are rules of this program. Somebody with a valid login and own tools can read "
            "every ordinary field of every client, and can copy or delete the file.")},
        {tr("Confidential values: another key"),
         tr("ID numbers, bank accounts and own fields marked so are opened by data administrators "
            "only, whatever the tool. Whoever enters one has seen it; who was a data administrator "
            "keeps what he read.")},
        {tr("Changes past the program are found, copies are not"),
         tr("Forged records, forged approvals, entries missing in the log and old copies put back "
            "are seen by the check of the office. That somebody copied it is not.")},
        {tr("Who left has what was copied before"),
         tr("Taking access away and changing the office's key keeps from them what is saved "
            "afterwards. What they copied before stays readable to them.")},
        {tr("All passwords and the recovery code lost: the data is lost"),
         tr("There is no back door. Keep the recovery sheet in a safe place, and more than one "
            "data administrator.")},
    };
    for (const auto& [title, words] : parts) {
        QLabel* head = makeText(this, title);
        head->setFont(theme::font(theme::Heading));
        column->addWidget(head);
        QLabel* text = makeText(this, words);
        setTone(text, theme::Tone::Muted);
        column->addWidget(text);
        column->addSpacing(theme::space(3));
    }
    auto* row = new QHBoxLayout;
    auto* close = makePrimary(tr("Close"), this);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace ui
