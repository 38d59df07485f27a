#include "core/standardize/TextDecoding.h"

#include <QString>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

struct Sample
{
    const char* encoding;
    const char16_t* text;
};

QString found(const Sample& sample, const QString& text)
{
    auto bytes = encodeText(text, QLatin1String(sample.encoding));
    REQUIRE(bytes);
    auto encoding = detectEncoding(*bytes);
    REQUIRE(encoding);
    return *encoding;
}

// What small and smallest files hold.
constexpr Sample shortTexts[]{
    {"gb18030", u"客户名称,电话\n张三,13800138000\n"},
    {"gb18030", u"name,phone\n王明,13800138000\n"},
    {"gb18030", u"name\n李\n"},
    {"gb18030", u"name,city\n苏州元诚,苏州\n"},
    {"gb18030", u"name,city\nAcme,B栋3座\n"},
    {"gb18030", u"姓名;城市\n龚翀;呼和浩特\n"},
    {"gb18030", u"名称\n镕基实业\n"},
    {"gb18030", u"姓名,性别\n昊天,男\n"},
    {"gb18030", u"單位,電話\n臺灣貿易,02\n"},
    {"gb18030", u"中文"},
    {"gb18030", u"name\n医药\n"},
    {"gb18030", u"name\n联通\n"},
    {"gb18030", u"name\n黎伟昊\n"},
    {"gb18030", u"name\nBetty García\n"},
    {"utf-8", u"name\nMüller\n"},
    {"utf-8", u"имя\nПётр Ильич\n"},
    {"big5", u"客戶名稱,電話\n陳大文,0912345678\n"},
    {"big5", u"name,city\n王小明,台北\n"},
    {"big5", u"name,phone\n鴻海精密,02\n"},
    {"big5", u"公司,地址\n台灣積體電路,新竹市力行六路8號\n"},
    {"shift_jis", u"会社名,電話番号\n株式会社トヨタ,03\n"},
    {"shift_jis", u"氏名,住所\n田中太郎,東京都千代田区\n"},
    {"shift_jis", u"name,memo\nさくら,ありがとう\n"},
    {"euc-jp", u"会社名,電話番号\n株式会社さくら,03\n"},
    {"euc-jp", u"氏名,フリガナ,住所\n田中太郎,タナカタロウ,東京都千代田区\n"},
    {"windows-949", u"이름,전화\n김민수,010\n"},
    {"windows-949", u"회사,주소\n삼성전자,서울특별시 강남구\n"},
    {"windows-1252", u"Name;Straße\nMüller;Köln\n"},
    {"windows-1252", u"name,city\nCafé Amélie,Paris\n"},
    {"windows-1252", u"name,city\nJosé Núñez,Málaga\n"},
    {"windows-1252", u"name\nSøren Ærø\n"},
    {"windows-1252", u"name,price\nAcme Ltd,€ 5\n"},
    {"windows-1252", u"name\nO’Brien & Sons – “The Shop”\n"},
    {"windows-1252", u"nome,città\nNicolò,Forlì\n"},
    {"windows-1250", u"jméno,město\nJiří Dvořák,Plzeň\n"},
    {"windows-1250", u"nazwa,miasto\nŁukasz Wójcik,Łódź\n"},
    {"windows-1250", u"név,város\nSzűcs Ödön,Győr\n"},
    {"windows-1251", u"Имя,Город\nИванов Сергей,Москва\n"},
    {"windows-1251", u"name,city\nООО Ромашка,Москва\n"},
    {"windows-1253", u"Όνομα,Πόλη\nΓιώργος Παπαδόπουλος,Αθήνα\n"},
    {"windows-1254", u"ad,şehir\nOğuz Yılmaz,Eskişehir\n"},
    {"koi8-r", u"Имя,Город\nИванов Сергей,Москва\n"},
    {"macintosh", u"Name;Straße\nMüller;Köln\n"},
};

// A line that a long file repeats with other numbers.
constexpr Sample longTexts[]{
    {"gb18030",
     u"苏州元诚科技有限公司%1,刘学俊,0512-3818375%1,江苏省苏州市虎丘区朝阳路214号,"
     u"老客户，电商；已回访\n"},
    {"gb18030", u"翟翀赟%1,昝旻昱,罍街曦城旎苑%1号,犇羴鱻\n"},
    {"big5",
     u"台灣塑膠工業股份有限公司%1,陳俊宏,02-2712221%1,台北市松山區敦化北路201號,老客戶，請回電\n"},
    {"shift_jis",
     u"株式会社山田製作所%1,山田太郎,ヤマダタロウ,03-123%1,東京都港区芝公園4丁目,お客様\n"},
    {"euc-jp",
     u"株式会社山田製作所%1,山田太郎,ヤマダタロウ,03-123%1,東京都港区芝公園4丁目,お客様\n"},
    {"windows-949", u"주식회사 한빛%1,홍길동,02-123%1,서울특별시 종로구 세종대로 %1,단골 고객\n"},
    {"windows-1252",
     u"Bäckerei Müller & Söhne %1;Jörg Weiß;Große Straße %1;Düsseldorf;Umsatz 3265,66 €\n"},
    {"windows-1252",
     u"Société Générale %1;François Lefèvre;%1 rue de l’Église;Besançon;très bon client\n"},
    {"windows-1252", u"Göteborgs Kök %1;Åsa Öberg;José Peña;Ærøskøbing;Zürich;São Paulo;Malmö\n"},
    {"windows-1250",
     u"Pekařství Růžička %1;Tomáš Novák;Křížová %1;České Budějovice;dobrý zákazník\n"},
    {"windows-1250", u"Spółka Żółw %1;Paweł Woźniak;ul. Święty Marcin %1;Łódź;dobry klient\n"},
    {"windows-1251",
     u"ООО «Ромашка» %1;Иван Петров;ул. Ленина, д. %1;Санкт-Петербург;постоянный клиент\n"},
    {"koi8-r", u"ООО Ромашка %1;Иван Петров;ул. Ленина, д. %1;Санкт-Петербург;постоянный клиент\n"},
    {"windows-1253", u"Εταιρεία %1;Νίκος Παπαδόπουλος;Οδός Ερμού %1;Αθήνα;καλός πελάτης\n"},
    {"windows-1254",
     u"Güneş Gıda Şirketi %1;Oğuz Yılmaz;İstiklal Caddesi %1;İstanbul;iyi müşteri\n"},
    {"windows-1255", u"חברת השמש %1;יוסי כהן;רחוב הרצל %1;תל אביב;לקוח טוב מאוד ונאמן\n"},
    {"windows-874", u"บริษัท สยาม %1;สมชาย ใจดี;ถนนสุขุมวิท %1;กรุงเทพมหานคร;ลูกค้าประจำ\n"},
    {"macintosh", u"Bäckerei Müller & Söhne %1;Jörg Weiß;Große Straße %1;Düsseldorf\n"},
    {"ibm-850", u"Bäckerei Müller & Söhne %1;Jörg Weiß;Große Straße %1;Düsseldorf\n"},
};

} // namespace

TEST_CASE("The encoding of a file of a few words is found")
{
    for (const Sample& sample : shortTexts) {
        const QString text = QString::fromUtf16(sample.text);
        INFO(sample.encoding << ": " << text.toStdString());
        CHECK(found(sample, text).toStdString() == sample.encoding);
    }
}

TEST_CASE("The encoding of a long file is found, also where a character is cut at the sample's end")
{
    for (const Sample& sample : longTexts) {
        QString text;
        for (int i = 0; i < 300; ++i) {
            text += QString::fromUtf16(sample.text).arg(i);
        }
        INFO(sample.encoding << ": " << text.left(60).toStdString());
        CHECK(found(sample, text).toStdString() == sample.encoding);
        auto bytes = encodeText(text, QLatin1String(sample.encoding));
        REQUIRE(bytes);
        for (const qsizetype cut : {4001, 4002, 4003}) {
            CHECK(detectEncoding(bytes->left(cut))->toStdString() == sample.encoding);
        }
    }
}

TEST_CASE("UTF-16 without a mark is known, of Chinese text too, and bytes with zeros are no text")
{
    const QString text = QStringLiteral(
        "客户名称\t联系人\t备注\n苏州元诚科技有限公司\t刘学俊\t老客户第一次回访情况良好\n");
    for (const char* name : {"utf-16le", "utf-16be"}) {
        auto bytes = encodeText(text, QLatin1String(name));
        REQUIRE(bytes);
        CHECK(detectEncoding(*bytes)->toStdString() == name);
    }
    CHECK(detectEncoding(QByteArray("ab\x90\x91\x92\0xyzz\x80\x81", 12)).error().code
          == ErrorCode::Invalid);
}

TEST_CASE("Encodings go by any name that ICU has for them, and unknown ones are refused with names "
          "that are known")
{
    for (const char16_t* name :
         {u"GBK", u"cp936", u"latin1", u"Shift_JIS", u"windows-932", u"CP1250"}) {
        CHECK(isKnownEncoding(QString::fromUtf16(name)));
    }
    CHECK_FALSE(isKnownEncoding(QStringLiteral("klingon-8")));
    CHECK_FALSE(isKnownEncoding(QString()));
    for (const QString& name : offeredEncodings()) {
        INFO(name.toStdString());
        CHECK(isKnownEncoding(name));
    }
    const Error error = unknownEncodingError(QStringLiteral("klingon-8"));
    CHECK(error.message.contains(QStringLiteral("klingon-8")));
    CHECK(error.message.contains(QStringLiteral("gb18030")));
}

TEST_CASE("A workbook and address cards are told from text, and what to do is said")
{
    for (const char* bytes :
         {"PK\x03\x04....[Content_Types].xml", "\xD0\xCF\x11\xE0....", "BEGIN:VCARD\nFN:X\n"}) {
        const auto encoding = detectEncoding(QByteArray(bytes));
        REQUIRE_FALSE(encoding);
        CHECK(encoding.error().code == ErrorCode::Unsupported);
        CHECK(encoding.error().message.contains(QStringLiteral("CSV")));
    }
}

TEST_CASE("Bytes that are more characters than bytes are decoded to their end")
{
    const QString encoding = QStringLiteral("ISCII,version=2");
    REQUIRE(isKnownEncoding(encoding));
    const QByteArray pair("\xC0\xE9");
    const QString one = TextDecoder(encoding).decode(pair, true);
    CHECK(one.size() > pair.size());
    CHECK(TextDecoder(encoding).decode(pair.repeated(1000), true) == one.repeated(1000));
}
