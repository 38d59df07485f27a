#include "app/ctl/NearWords.h"

#include "core/exchange/HeaderWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace ctl {

namespace {

/// Letters to put in, leave out, change, or swap with the next.
qsizetype slips(const QString& a, const QString& b)
{
    std::vector<std::vector<qsizetype>> cost(std::size_t(a.size() + 1),
                                             std::vector<qsizetype>(std::size_t(b.size() + 1)));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            const auto x = std::size_t(i);
            const auto y = std::size_t(j);
            if (i == 0 || j == 0) {
                cost[x][y] = i + j;
                continue;
            }
            cost[x][y] = std::min({cost[x - 1][y] + 1,
                                   cost[x][y - 1] + 1,
                                   cost[x - 1][y - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[x][y] = std::min(cost[x][y], cost[x - 2][y - 2] + 1);
            }
        }
    }
    return cost.back().back();
}

} // namespace

QString nearWord(const QString& typed, const QStringList& known)
{
    constexpr qsizetype longest = 40;
    QString best;
    qsizetype fewest = std::min<qsizetype>(2, typed.size() / 3) + 1;
    if (typed.size() > longest) {
        return best;
    }
    for (const QString& word : known) {
        if (const qsizetype count = slips(typed.toLower(), word.toLower()); count < fewest) {
            fewest = count;
            best = word;
        }
    }
    return best;
}

QString didYouMean(const QString& word)
{
    return word.isEmpty()
        ? QString()
        : u' ' + QCoreApplication::translate("ctl::NearWords", "Did you mean \"%1\"?").arg(word);
}

core::Result<core::Field> typedField(const QString& name)
{
    if (const auto field = core::fieldByName(name)) {
        return *field;
    }
    QStringList names;
    for (const core::FieldInfo& info : core::allFields()) {
        const core::FieldLabels labels = core::fieldLabels(info.field);
        if (name == labels.chinese || name.compare(labels.english, Qt::CaseInsensitive) == 0) {
            return info.field;
        }
        names.append(core::fieldName(info.field));
    }
    // A word that import knows: 手机 is no field's name, but means the phone.
    const auto meant = core::headerTarget(name);
    const QString near = meant ? core::columnUseName(*meant) : nearWord(name, names);
    return core::Error{core::ErrorCode::Invalid,
                       QCoreApplication::translate("ctl::NearWords", "There is no field \"%1\".")
                               .arg(core::sayableFieldName(name))
                           + didYouMean(core::fieldByName(near) ? near : QString()),
                       {}};
}

} // namespace ctl
