/// MergeValues: values of records that overlap at random, and ones that nobody else has. From one generator, so that a
/// seed gives the same again.
#pragma once

#include "core/duplicates/ExpectedRecord.h"
#include "core/records/Contact.h"

#include <random>

namespace duplicatestest {

inline const QString sealedOwnField = u"护照"_s;

class MergeValues
{
public:
    explicit MergeValues(std::uint64_t seed)
        : m_random(seed)
    { }

    int below(int count) { return int(m_random() % std::uint64_t(std::max(count, 1))); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    auto& oneOf(List& list)
    {
        return list[typename List::size_type(below(int(list.size())))];
    }
    template <typename T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t i = list.size(); i > 1; --i) {
            std::swap(list[i - 1], list[std::size_t(below(int(i)))]);
        }
    }

    /// A record as somebody may have entered it; in stored form but for what is to be sealed.
    ClientValues record();
    /// A value that no record has had.
    QString fresh(Field field);
    /// One that records of this field have.
    QString shared(Field field);
    /// A contact, as its part of the list.
    Contact contact(const QString& name);
    QString freshPhone() { return fresh(Field::Phone); }

private:
    QString sharedPhone();
    QString someParts(Field field, int most);
    QString notes();
    QString ownFields();

    std::mt19937_64 m_random;
    int m_made = 0;
};

} // namespace duplicatestest
