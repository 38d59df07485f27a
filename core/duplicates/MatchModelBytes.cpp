// MatchModel: what was fitted, kept with the office.
#include "core/duplicates/MatchModel.h"

#include <QDataStream>
#include <QIODevice>

#include <cmath>

namespace core {

QByteArray MatchModel::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << quint32(matchFieldCount) << quint32(level::count) << m_same << m_kin;
    for (const Class& kind : m_classes) {
        for (const Shares* shares : {&kind.same, &kind.kin, &kind.strangers}) {
            for (const auto& field : *shares) {
                for (const double share : field) {
                    out << share;
                }
            }
        }
    }
    return bytes;
}

bool MatchModel::takeBytes(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 fields = 0;
    quint32 levels = 0;
    MatchModel read(m_records);
    in >> fields >> levels >> read.m_same >> read.m_kin;
    if (fields != matchFieldCount || levels != level::count) {
        return false;
    }
    bool isSane = std::isfinite(read.m_same) && std::isfinite(read.m_kin);
    for (Class& kind : read.m_classes) {
        for (Shares* shares : {&kind.same, &kind.kin, &kind.strangers}) {
            for (auto& field : *shares) {
                for (double& share : field) {
                    in >> share;
                    isSane = isSane && share >= 0 && share <= 1;
                }
            }
        }
    }
    if (!isSane || in.status() != QDataStream::Ok || !in.atEnd()) {
        return false;
    }
    *this = read;
    takeLogs();
    return true;
}

} // namespace core
