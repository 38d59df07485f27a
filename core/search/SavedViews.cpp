#include "core/search/SavedViews.h"

#include "core/search/FilterExpression.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype longestText = 20'000;

Error viewError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::SavedViews", sentence), {}};
}

Error goneError()
{
    return viewError(ErrorCode::NotFound,
                     QT_TRANSLATE_NOOP("core::SavedViews", "This view is not there any more."));
}

SavedView readView(const Statement& row)
{
    SavedView view;
    view.pk = row.id<ViewPk>(0);
    view.owner = row.id<UserPk>(1);
    view.isShared = row.boolean(2);
    view.name = row.text(3);
    view.filter = row.text(4);
    view.layout = row.text(5);
    view.version = row.integer(6);
    return view;
}

constexpr std::string_view viewColumns
    = "SELECT pk, owner_pk, is_shared, name, filter, layout, version FROM saved_views ";

std::string viewQuery(std::string_view condition)
{
    return std::string(viewColumns).append(condition);
}

QString viewObject(ViewPk pk)
{
    return QStringLiteral("view:%1").arg(pk.value);
}

/// The same text as OfficeCheck reads of the row.
QByteArray viewHash(const OfficeContext& office, const SavedView& view)
{
    const QString text = QStringLiteral("%1 %2 ").arg(view.owner.value).arg(view.isShared ? 1 : 0)
        + view.name + u'\n' + view.filter + u'\n' + view.layout;
    return rowHash(office, viewObject(view.pk), {text});
}

} // namespace

SavedViews::SavedViews(OfficeContext& office)
    : m_office(office)
{ }

bool SavedViews::mayShare() const
{
    return grantOf(m_office.session, Action::ApproveOrdinary).direct != Scope::None;
}

Result<std::vector<SavedView>> SavedViews::all() const
{
    auto views = m_office.reader.statement(viewQuery("WHERE is_shared = 1 OR owner_pk = ?"))
                     .bindAll(m_office.session.user)
                     .all(readView);
    if (!views) {
        return views;
    }
    const auto isBefore = [](const SavedView& a, const SavedView& b) {
        return a.isShared != b.isShared ? a.isShared
                                        : sortKey(a.name, false) < sortKey(b.name, false);
    };
    std::stable_sort(views->begin(), views->end(), isBefore);
    return views;
}

Result<std::optional<SavedView>> SavedViews::byPk(Connection& connection, ViewPk pk)
{
    return connection.statement(viewQuery("WHERE pk = ?")).bindAll(pk).one(readView);
}

Result<> SavedViews::mayChange(const SavedView& view) const
{
    const bool isOwn = view.owner == m_office.session.user;
    return view.isShared ? (mayShare() ? Result<>() : Result<>(deniedError()))
                         : (isOwn ? Result<>() : Result<>(goneError()));
}

Result<> SavedViews::check(const SavedView& view) const
{
    if (view.name.isEmpty() || view.name.size() > longestName) {
        return viewError(ErrorCode::Invalid,
                         QT_TRANSLATE_NOOP("core::SavedViews",
                                           "Give the view a name of at most 60 characters."));
    }
    if (loggableFilter(view.filter) != view.filter) {
        return viewError(ErrorCode::Invalid,
                         QT_TRANSLATE_NOOP("core::SavedViews",
                                           "A view keeps no confidential value. Take it out of "
                                           "the filter, then save the view."));
    }
    if (auto parsed = parseFilter(view.filter, m_office.clock.now()); !parsed) {
        return parsed.error();
    }
    if (view.filter.size() > longestText || view.layout.size() > longestText) {
        return viewError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::SavedViews", "This filter is too long for a view."));
    }
    return {};
}

Result<SavedView> SavedViews::save(const SavedView& wanted)
{
    SavedView view = wanted;
    view.name = view.name.simplified();
    auto operation = Operation::begin(m_office, u"view.save");
    if (!operation) {
        return operation.error();
    }
    if (auto fine = check(view); !fine) {
        return fine.error();
    }
    std::optional<SavedView> before;
    view.owner = m_office.session.user;
    if (view.pk.isValid()) {
        auto found = byPk(operation->connection(), view.pk);
        if (!found) {
            return found.error();
        }
        if (!*found) {
            return goneError();
        }
        if (auto allowed = mayChange(**found); !allowed) {
            return allowed.error();
        }
        before = *std::move(found);
        view.owner = before->owner;
        if (view.version != before->version) {
            return viewError(ErrorCode::Conflict,
                             QT_TRANSLATE_NOOP("core::SavedViews",
                                               "Somebody else has changed this view first. Look "
                                               "at it again, then decide."));
        }
    }
    if (auto allowed = mayChange(view); !allowed) {
        return allowed.error();
    }
    if (auto done = write(*operation, view, before); !done) {
        return done.error();
    }
    if (auto committed = operation->commit(); !committed) {
        return committed.error();
    }
    return view;
}

Result<>
SavedViews::write(Operation& operation, SavedView& view, const std::optional<SavedView>& before)
{
    Connection& connection = operation.connection();
    const QString key = foldText(view.name);
    auto taken = connection
                     .statement("SELECT 1 FROM saved_views WHERE name_key = ? AND is_shared = ? AND"
                                " (is_shared = 1 OR owner_pk = ?) AND pk IS NOT ?")
                     .bindAll(key, view.isShared, view.owner, view.pk)
                     .one([](const Statement&) { return true; });
    if (!taken) {
        return taken.error();
    }
    if (*taken) {
        return viewError(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("core::SavedViews",
                              "There is a view of this name already. Choose another name."));
    }
    auto done = before
        ? connection
              .statement("UPDATE saved_views SET name = ?, name_key = ?, is_shared = ?, filter = ?,"
                         " layout = ?, version = version + 1 WHERE pk = ?")
              .bindAll(view.name, key, view.isShared, view.filter, view.layout, view.pk)
              .run()
        : connection
              .statement("INSERT INTO saved_views (owner_pk, is_shared, name, name_key, filter,"
                         " layout) VALUES (?, ?, ?, ?, ?, ?)")
              .bindAll(view.owner, view.isShared, view.name, key, view.filter, view.layout)
              .run();
    if (!done) {
        return done;
    }
    view.version = before ? before->version + 1 : 1;
    view.pk = before ? view.pk : ViewPk{connection.lastInsertId()};
    operation.recordRow(viewObject(view.pk),
                        before ? viewHash(operation.office(), *before) : QByteArray(),
                        viewHash(operation.office(), view));
    operation.setObject(viewObject(view.pk));
    operation.setDetail(view.name);
    operation.feed("view", view.pk.value);
    return {};
}

Result<> SavedViews::remove(ViewPk pk)
{
    auto operation = Operation::begin(m_office, u"view.remove");
    if (!operation) {
        return operation.error();
    }
    auto found = byPk(operation->connection(), pk);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return goneError();
    }
    if (auto allowed = mayChange(**found); !allowed) {
        return allowed;
    }
    auto done = operation->connection()
                    .statement("DELETE FROM saved_views WHERE pk = ?")
                    .bindAll(pk)
                    .run();
    if (!done) {
        return done;
    }
    operation->recordRow(viewObject(pk), viewHash(m_office, **found), {});
    operation->setObject(viewObject(pk));
    operation->setDetail((*found)->name);
    operation->feed("view", pk.value);
    return operation->commit();
}

} // namespace core
