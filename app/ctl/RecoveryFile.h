/// RecoveryFile: where a recovery code goes, made before there is one: an office whose only code went nowhere must not
/// come to be.
#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QString>

namespace ctl {

class RecoveryFile
{
public:
    /// `-` is standard error.
    explicit RecoveryFile(const QString& path);

    /// For its owner only. Io: it cannot be made, or is there already.
    core::Result<> open();
    core::Result<> write(const QString& code);
    /// Nothing came of it.
    void remove();

private:
    bool m_toStandardError;
    QFile m_file;
};

} // namespace ctl
