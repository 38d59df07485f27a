/// SampleClients: made-up clients for a sample office, Chinese and English, companies and persons, the same for the
/// same seed on every platform. Pure, any thread. Telephone numbers are of the usual form and belong to nobody we
/// know; credit codes carry a right check character and the region code of no real office.
#pragma once

#include "core/records/Client.h"

#include <QString>

#include <cstdint>
#include <random>
#include <vector>

namespace core {

class SampleClients
{
public:
    explicit SampleClients(std::uint32_t seed);

    /// The next client, as somebody would have typed it.
    ClientValues next();
    /// The same client as somebody else entered it later: another spelling, a missing field, a new phone.
    ClientValues anotherEntryOf(const ClientValues& values);
    /// 0 … below - 1. Not std::uniform_int_distribution, whose results differ between libraries.
    std::uint32_t below(std::uint32_t bound);

private:
    ClientValues chineseCompany();
    ClientValues chinesePerson();
    ClientValues englishCompany();
    ClientValues englishPerson();
    void addChineseAddress(ClientValues& values);
    QString chineseName();
    QString mobile();
    QString digits(int count);
    QString creditCode();

    template <typename List>
    auto pick(const List& list) -> decltype(list[0])
    {
        return list[below(std::uint32_t(std::size(list)))];
    }

    std::mt19937 m_random;
};

} // namespace core
