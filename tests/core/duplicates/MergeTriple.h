/// Triple: an office with three records of one client, for merges of merges and their undo.
#pragma once

#include "core/duplicates/MergeOffice.h"
#include "core/security/AuditChain.h"

namespace duplicatestest {

/// Three records of one client; each has a phone, a tag and an e-mail or not.
struct Triple
{
    MergeOffice office;
    Client a = office.add({{Field::Name, u"苏州元诚科技有限公司"_s},
                           {Field::Contact, u"陈静"_s},
                           {Field::Phone, u"13800138000"_s},
                           {Field::Tags, u"VIP"_s},
                           {Field::Notes, u"老客户"_s}});
    Client b = office.add({{Field::Name, u"元诚科技"_s},
                           {Field::Contact, u"王伟"_s},
                           {Field::Phone, u"13900139000"_s},
                           {Field::Email, u"wang@example.com"_s},
                           {Field::Tags, u"月结"_s},
                           {Field::Notes, u"要回访"_s},
                           {Field::Custom, uR"({"会员号":"B-7"})"_s}});
    Client c = office.add({{Field::Name, u"元诚"_s},
                           {Field::Contact, u"李娜"_s},
                           {Field::Phone, u"13700137000"_s},
                           {Field::Email, u"li@example.com"_s},
                           {Field::Tags, u"展会"_s},
                           {Field::Street, u"干将路1号"_s}});

    bool isAsItWas(const Client& client)
    {
        const Client now = office.now(client);
        return differences(now.values, client.values).empty() && !now.mergedInto.isValid()
            && now.value(Field::Status) == u"active";
    }

    AppliedMerge mergeTaking(const std::vector<Client>& clients, Field field, const Client& from)
    {
        std::vector<Client> current;
        for (const Client& client : clients) {
            current.push_back(office.now(client));
        }
        MergePlan plan = need(proposeMerge(current));
        need(plan.take(field, from.id(), current));
        return need(office.tryMerge(plan));
    }

    void checkLog()
    {
        Progress quiet;
        const auto report
            = need(AuditChain(office.connection(), QByteArray(16, 'o')).verify(quiet));
        CHECK(report.problems.empty());
    }
};

} // namespace duplicatestest
