/// Crowd: made-up people and companies in any number, the same at every run; for benchmarks. need() ends a program that
/// cannot go on, since a benchmark has nobody to return an error to.
#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <cstdio>
#include <cstdlib>
#include <random>

namespace tests {

template <typename T>
T need(core::Result<T> result)
{
    if (!result) {
        std::fprintf(stderr,
                     "failed: %s\n",
                     qUtf8Printable(result.error().message + u' ' + result.error().detail));
        std::exit(1);
    }
    return *std::move(result);
}

inline void need(const core::Result<>& result)
{
    if (!result) {
        std::fprintf(stderr,
                     "failed: %s\n",
                     qUtf8Printable(result.error().message + u' ' + result.error().detail));
        std::exit(1);
    }
}

inline const QString surnames = QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗曾单解查");
inline const QString givenNames = QStringLiteral(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红波辉宇晨建国文博思雨佳欣");
inline const QString brandNames
    = QStringLiteral("元诚宏达信恒盛泰华瑞金鼎天和博远新创东方联合海通");
inline const QStringList places{QStringLiteral("苏州"),
                                QStringLiteral("上海"),
                                QStringLiteral("杭州"),
                                QStringLiteral("北京"),
                                QStringLiteral("广州"),
                                QStringLiteral("成都"),
                                QStringLiteral("武汉")};
inline const QStringList trades{QStringLiteral("科技有限公司"),
                                QStringLiteral("贸易有限公司"),
                                QStringLiteral("机械厂"),
                                QStringLiteral("物流有限公司"),
                                QStringLiteral("餐饮管理有限公司")};

class Crowd
{
public:
    QString person() { return QString(one(surnames)) + one(givenNames) + one(givenNames); }
    QString company()
    {
        return places[number(places.size())] + one(brandNames) + one(brandNames) + one(brandNames)
            + trades[number(trades.size())];
    }
    qsizetype number(qsizetype below) { return qsizetype(m_random() % std::uint64_t(below)); }

private:
    QChar one(const QString& from) { return from[number(from.size())]; }
    std::mt19937_64 m_random{7};
};

/// A CSV file of made-up clients in `folder`, every third a person; its path.
inline QString writeClients(const QString& folder, int rows)
{
    const QString path = folder + QStringLiteral("/rows.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    Crowd crowd;
    file.write("name,contact,phone,email,city,industry,notes\n");
    for (int i = 0; i < rows; ++i) {
        const bool person = i % 3 == 0;
        const QString name = person ? crowd.person() : crowd.company();
        file.write(QStringLiteral("%1,%2,13%3,user%4@mail%5.example,%6,51,met at fair %7\n")
                       .arg(name, person ? QString() : crowd.person())
                       .arg(crowd.number(1'000'000'000), 9, 10, QLatin1Char('0'))
                       .arg(i)
                       .arg(i % 7)
                       .arg(places[crowd.number(places.size())])
                       .arg(i % 31)
                       .toUtf8());
    }
    return path;
}

} // namespace tests
