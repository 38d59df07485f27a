/// MatchContacts: what a record says of how somebody is reached and called, sorted to where it belongs: several numbers in
/// one cell, what slid into the notes or behind the name, fields in each other's place. Pure, any thread.
#pragma once

#include "core/duplicates/MatchFeatures.h"

#include <QString>
#include <QStringList>

namespace core {

struct MatchContacts
{
    QString name;
    QString contact;
    QString code;
    QStringList phones; ///< digits alone
    QStringList mails;
};

[[nodiscard]] MatchContacts contactsOf(const MatchRecord& record, MatchKind kind);

[[nodiscard]] qsizetype digitCount(QStringView text);

} // namespace core
