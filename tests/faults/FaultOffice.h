/// FaultOffice: a small sample office whose database lies on a FaultDisk, and the use cases that are tried on it.
#pragma once

#include "support/FaultDisk.h"

#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace faulttest {

using Access = std::shared_ptr<const core::OfficeAccess>;
using Run = std::function<core::Result<>(core::Office*)>;

/// What stands in an office, as far as it is the same at every run.
struct Picture
{
    std::string records; ///< values and states
    std::string counts; ///< of history, log and the like
    friend bool operator==(const Picture&, const Picture&) = default;
};

[[nodiscard]] Picture pictureOf(core::Office& office);

/// The office, its people, and its folder: only the keyring is really there, the database is on the FaultDisk.
class FaultOffice
{
public:
    /// A sample of few clients.
    FaultOffice();
    /// The golden office of schema version 1.
    struct Golden
    { };
    explicit FaultOffice(Golden);

    [[nodiscard]] Access person(const QString& name);
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString file(const QString& name) const { return m_place.filePath(name); }

    /// Puts the keyring of the beginning back.
    void restoreKeyring() const;

    static std::unique_ptr<core::Office> open(const Access& access);

private:
    void takeOver();

    QTemporaryDir m_place;
    QString m_folder;
    QString m_password;
    QHash<QString, Access> m_people;
    QHash<QString, QByteArray> m_keyring;
};

struct UseCase
{
    const char* name;
    const char* who;
    /// What must be there before; gives the use case itself.
    std::function<Run(FaultOffice&)> prepare;
    /// The share of the calls that are tried in the short run, one of so many.
    int shortStride = 1;
    int fullStride = 1;
    /// Where it is saved in slices: goes on with what broke off.
    std::function<core::Result<>(core::Office&)> goOn{};
    bool atDesk
        = true; ///< somebody has opened the office before; not where opening itself is the use case
};

[[nodiscard]] std::vector<UseCase> useCases();
/// For the golden office, which is brought to the schema of today by opening it.
[[nodiscard]] UseCase migration();

} // namespace faulttest
