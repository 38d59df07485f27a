#include "ui/widgets/KeyFileField.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

KeyFileField::KeyFileField(Purpose purpose, QWidget* parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_path(new QLineEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    m_path->setAccessibleName(tr("Key file"));
    m_path->setObjectName(QStringLiteral("key_file"));
    auto* choose = new QPushButton(theme::icon("folder"), tr("Choose…"), this);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    setFocusProxy(m_path);
    connect(choose, &QPushButton::clicked, this, &KeyFileField::choose);
    connect(m_path, &QLineEdit::textChanged, this, &KeyFileField::edited);
    connect(m_path, &QLineEdit::returnPressed, this, &KeyFileField::returnPressed);
}

QString KeyFileField::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void KeyFileField::setPath(const QString& path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

void KeyFileField::choose()
{
    auto* dialog = new QFileDialog(this, tr("Key file"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_purpose == Purpose::Set) {
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setLabelText(QFileDialog::Accept, tr("Use this file"));
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    connect(dialog, &QFileDialog::fileSelected, this, &KeyFileField::setPath);
    dialog->open();
}

} // namespace ui
