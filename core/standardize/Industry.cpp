#include "core/standardize/Industry.h"

#include "core/base/Resources.h"
#include "core/standardize/TextForm.h"

#include <QFile>
#include <QHash>

#include <array>
#include <utility>

namespace core {

namespace {

std::vector<Industry> readTable()
{
    initResources();
    std::vector<Industry> list;
    QFile file(QStringLiteral(":/dossier/tables/industries.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return list;
    }
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() == 3 && !line.startsWith(u'#')) {
            list.push_back({cells[0], cells[1], cells[2]});
        }
    }
    return list;
}

const QHash<QString, std::size_t>& byKey()
{
    static const QHash<QString, std::size_t> index = [] {
        QHash<QString, std::size_t> map;
        const auto& list = allIndustries();
        // Divisions first: where a section has the name of its only division, the division says more.
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                const bool section = list[i].code.size() == 1 && list[i].code.front().isLetter();
                if (section == (pass == 1)) {
                    for (const QString& key : {list[i].code, list[i].chinese, list[i].english}) {
                        if (!map.contains(foldText(key))) {
                            map.insert(foldText(key), i);
                        }
                    }
                }
            }
        }
        return map;
    }();
    return index;
}

/// Words of everyday speech and the division they mean; the longer ones stand first.
constexpr std::array<std::pair<const char16_t*, const char16_t*>, 34> everyday{{
    {u"信息技术", u"65"}, {u"软件", u"65"}, {u"互联网", u"64"}, {u"网络", u"64"}, {u"通信", u"39"},
    {u"电子", u"39"},     {u"建筑", u"47"}, {u"装饰", u"50"},   {u"装修", u"50"}, {u"餐饮", u"62"},
    {u"酒店", u"61"},     {u"物流", u"54"}, {u"运输", u"54"},   {u"医药", u"27"}, {u"医疗", u"84"},
    {u"食品", u"14"},     {u"服装", u"18"}, {u"纺织", u"17"},   {u"家具", u"21"}, {u"机械", u"34"},
    {u"汽车", u"36"},     {u"化工", u"26"}, {u"房地产", u"70"}, {u"保险", u"68"}, {u"银行", u"66"},
    {u"教育", u"83"},     {u"广告", u"72"}, {u"咨询", u"72"},   {u"文化", u"88"}, {u"旅游", u"72"},
    {u"五金", u"33"},     {u"零售", u"52"}, {u"商贸", u"51"},   {u"贸易", u"51"},
}};

} // namespace

const std::vector<Industry>& allIndustries()
{
    static const std::vector<Industry> list = readTable();
    return list;
}

std::optional<Industry> industryByCode(QStringView code)
{
    QString key = cleanText(code).toUpper();
    if (key.size() == 3 && key.front().isLetter()) {
        key = key.mid(1);
    }
    const bool shape
        = (key.size() == 1 && key.front().isLetter()) || (key.size() == 2 && key.front().isDigit());
    const auto found = byKey().find(foldText(key));
    if (!shape || found == byKey().end()) {
        return std::nullopt;
    }
    return allIndustries()[*found];
}

std::optional<Industry> industryByText(QStringView text)
{
    if (const auto byCode = industryByCode(text)) {
        return byCode;
    }
    const auto found = byKey().find(foldText(cleanText(text)));
    if (found == byKey().end()) {
        return std::nullopt;
    }
    return allIndustries()[*found];
}

std::optional<Industry> proposeIndustry(QStringView text)
{
    if (const auto exact = industryByText(text)) {
        return exact;
    }
    const QString folded = foldText(text);
    for (const auto& [word, code] : everyday) {
        if (folded.contains(QStringView(word))) {
            return industryByCode(QStringView(code));
        }
    }
    return std::nullopt;
}

QString industryLabel(const QString& code, bool chinese)
{
    const auto industry = code.size() <= 2 ? industryByCode(code) : std::nullopt;
    if (!industry) {
        return code;
    }
    return chinese ? industry->chinese : industry->english;
}

} // namespace core
