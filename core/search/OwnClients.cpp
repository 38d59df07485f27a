#include "core/search/OwnClients.h"

#include "core/records/ClientStore.h"
#include "core/search/SearchWords.h"
#include "core/storage/Statement.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// Reads the question from left to right; AND binds closer than OR, as in FTS5.
class Reader
{
public:
    Reader(std::string_view words, std::string_view question)
        : m_words(words)
        , m_rest(question)
    { }

    bool anyOf()
    {
        bool is = allOf();
        while (take("OR")) {
            const bool next = allOf();
            is = is || next;
        }
        return is;
    }

private:
    bool allOf()
    {
        bool is = one();
        while (take("AND")) {
            const bool next = one();
            is = is && next;
        }
        return is;
    }

    bool one()
    {
        if (take("(")) {
            const bool is = anyOf();
            take(")");
            return is;
        }
        if (!take("\"")) {
            return false;
        }
        const std::size_t end = m_rest.find('"');
        std::string wanted = " ";
        wanted += m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        if (!take("*")) {
            wanted += ' ';
        }
        return m_words.find(wanted) != std::string_view::npos;
    }

    bool take(std::string_view sign)
    {
        const std::size_t start = std::min(m_rest.find_first_not_of(' '), m_rest.size());
        if (m_rest.substr(start, sign.size()) != sign) {
            return false;
        }
        m_rest.remove_prefix(start + sign.size());
        return true;
    }

    std::string_view m_words;
    std::string_view m_rest;
};

} // namespace

bool answers(std::string_view words, std::string_view question)
{
    return Reader(words, question).anyOf();
}

Result<OwnClients::Coverage> OwnClients::refresh(Connection& connection, UserPk owner)
{
    auto now
        = connection
              .statement(
                  "SELECT pk, version FROM clients WHERE owner_pk = ? AND status IN ('active', "
                  "'archived') LIMIT ?")
              .bindAll(owner, most + 1)
              .all([](const Statement& row) { return std::pair(row.int64(0), row.integer(1)); });
    if (!now) {
        return now.error();
    }
    std::map<std::int64_t, Entry> entries;
    if (now->size() > std::size_t(most)) {
        m_entries.clear();
        return Coverage::TooMany;
    }
    std::vector<ClientPk> changed;
    for (const auto& [pk, version] : *now) {
        const auto known = m_entries.find(pk);
        if (known != m_entries.end() && known->second.version == version) {
            entries.insert(m_entries.extract(known));
        } else {
            changed.push_back(ClientPk{pk});
        }
    }
    m_entries = std::move(entries);
    auto clients = ClientStore(connection).byPks(changed);
    if (!clients) {
        return clients.error();
    }
    for (const Client& client : *clients) {
        m_entries[client.pk.value]
            = {client.version, ' ' + searchWords(client).toStdString() + ' '};
    }
    return Coverage::All;
}

std::vector<ClientPk> OwnClients::answering(const QString& question) const
{
    const std::string asked = question.toStdString();
    std::vector<ClientPk> found;
    for (const auto& [pk, entry] : m_entries) {
        if (answers(entry.words, asked)) {
            found.push_back(ClientPk{pk});
        }
    }
    return found;
}

} // namespace core
