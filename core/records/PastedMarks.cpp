#include "core/records/PastedMarks.h"

#include "core/records/PastedLabels.h"
#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"

#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

constexpr auto markOptions
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// Takes each match out for which `accept` says yes.
template <typename Accept>
void takeEach(QString& text, const QRegularExpression& form, const Accept& accept)
{
    qsizetype from = 0;
    for (auto match = form.match(text, from); match.hasMatch(); match = form.match(text, from)) {
        from = std::max(match.capturedEnd(), match.capturedStart() + 1);
        if (accept(match)) {
            text.replace(match.capturedStart(),
                         match.capturedLength(),
                         QString(match.capturedLength(), pastedGap));
        }
    }
}

/// A form with its label in front, where there is one (group 1) or only where there is one.
QRegularExpression withLabel(const QString& label, const QString& form, bool mustHave = false)
{
    return QRegularExpression(u'(' + label + QStringLiteral(R"(\.?\s*[:：]?\s*))")
                                  + (mustHave ? QString() : QStringLiteral("?")) + form,
                              markOptions);
}

int digitsIn(QStringView text)
{
    return int(
        std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
}

/// ISO 13616: letters as numbers, the first four characters at the end, modulo 97.
bool isAccountNumber(const QString& code)
{
    int rest = 0;
    for (const QChar c : QString(code.mid(4) + code.left(4))) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

void takeConfidential(QString& text, PastedMarks& marks)
{
    const auto keep = [&marks](const QRegularExpressionMatch& match) {
        marks.rest.push_back({match.captured().trimmed(), match.capturedStart(), true});
        return true;
    };
    takeEach(text, confidentialLabelled(), keep);
    static const QRegularExpression account(
        QStringLiteral(R"(\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b)"));
    takeEach(text, account, [&](const QRegularExpressionMatch& match) {
        return isAccountNumber(normalizeCode(match.captured())) && keep(match);
    });
    static const QRegularExpression number(QStringLiteral(R"((?<![\dA-Za-z]))")
                                           + sealedNumberPattern()
                                           + QStringLiteral(R"((?![\dA-Za-z]))"));
    takeEach(text, number, [&](const QRegularExpressionMatch& match) {
        return isSealedNumber(match.captured()) && keep(match);
    });
}

void takeEmails(QString& text, PastedMarks& marks)
{
    static const QRegularExpression form = withLabel(
        emailLabel(),
        QStringLiteral(
            R"([<(（]?(?:mailto:)?(?<![A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-])([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+[A-Za-z])(?![A-Za-z0-9@])[>)）]?)"));
    takeEach(text, form, [&marks](const QRegularExpressionMatch& match) {
        const QString email = standardizeEmail(match.captured(2));
        if (!isEmail(email)) {
            return false;
        }
        if (!marks.emails.contains(email)) {
            marks.emails.append(email);
        }
        return true;
    });
}

void takeWebsite(QString& text, PastedMarks& marks)
{
    const QString name = QStringLiteral(R"((?:[A-Za-z0-9\p{Ll}-]+\.)+[A-Za-z]{2,24})");
    const QString path = QStringLiteral(R"((?::\d+)?(?:/[\w/?&=#%.~+-]*[\w/=#])?)");
    static const std::vector<QRegularExpression> forms{
        withLabel(websiteLabel(),
                  QStringLiteral("<?((?:https?://|www\\.)") + QStringLiteral(R"([A-Za-z0-9])")
                      + QStringLiteral(R"([A-Za-z0-9.-]*[A-Za-z0-9])") + path
                      + QStringLiteral(")>?")),
        withLabel(websiteLabel(), u'(' + name + path + u')', true),
        // By itself on its line only, and of a kind that no other word is.
        QRegularExpression(QStringLiteral(
            R"((?<=^|\n|\x1F)( *)((?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|cn|de|at|ch|cz|sk|pl|eu|fr|it|nl|be|es|uk|jp|kr|hk|tw|sg|us|ca|au))"
            R"(/?) *(?=$|\n|\x1F))"))};
    for (const QRegularExpression& form : forms) {
        takeEach(text, form, [&marks](const QRegularExpressionMatch& match) {
            const bool isFirst = marks.website.isEmpty();
            if (isFirst) {
                marks.website = match.captured(2);
            }
            return isFirst || marks.website == match.captured(2);
        });
    }
}

void takeCodes(QString& text, PastedMarks& marks)
{
    static const QRegularExpression form
        = withLabel(codeLabel(),
                    QStringLiteral("(?<![A-Za-z0-9])([0-9A-Z]{2}(?:[ -]?[0-9A-Z]){13,16})"
                                   "(?![A-Za-z0-9])"));
    takeEach(text, form, [&marks](const QRegularExpressionMatch& match) {
        const QString code = normalizeCode(match.captured(2));
        const bool isSaid = !match.captured(1).isEmpty();
        const bool isCode = (hasCreditCodeShape(code) && (isSaid || isCreditCode(code)))
            || (isSaid && isOldRegistrationNumber(code));
        const bool isFirst = marks.creditCode.isEmpty();
        if (isCode && isFirst) {
            marks.creditCode = code;
        }
        return isCode && (isFirst || marks.creditCode == code);
    });
}

void takePostcode(QString& text, PastedMarks& marks)
{
    static const QRegularExpression form = withLabel(
        postcodeLabel(), QStringLiteral(R"((\d{6}|\d{3} \d{2}|\d{4,5}(?:-\d{4})?)(?!\d))"), true);
    takeEach(text, form, [&marks](const QRegularExpressionMatch& match) {
        const bool isFirst = marks.postcode.isEmpty();
        if (isFirst) {
            marks.postcode = match.captured(2);
        }
        return isFirst || marks.postcode == match.captured(2);
    });
}

/// An international number takes what it can; a postcode behind it is none of its digits.
QString phoneWithoutPostcode(const QString& text)
{
    static const QRegularExpression last(QStringLiteral(R"(^(\+.*\d)\s+\d{4,5}$)"));
    const auto match = last.match(text);
    return match.hasMatch() && parsePhone(match.captured(1)).isValid() ? match.captured(1)
                                                                       : QString();
}

/// 0512-66778899/66778800: behind a landline another of the same city.
qsizetype
takeSameArea(const QString& text, qsizetype from, const QString& first, PastedMarks& marks)
{
    static const QRegularExpression area(QStringLiteral(R"(^[(（]?(0\d{2,3})[)）]?)"));
    static const QRegularExpression more(
        QStringLiteral(R"(\G\s*[/、,，]\s*([2-9]\d{6,7})(?![\d-]))"));
    const auto code = area.match(first);
    auto match = more.match(text, from);
    while (code.hasMatch() && match.hasMatch()) {
        marks.phones.push_back(
            {code.captured(1) + u'-' + match.captured(1), match.capturedStart(1)});
        from = match.capturedEnd();
        match = more.match(text, from);
    }
    return from;
}

void takePhones(QString& text, PastedMarks& marks)
{
    const QString extension
        = QStringLiteral(R"((?:\s*(?:转|轉|分机|ext\.?|extension|x|#)\s*[:：]?\s*\d{1,6}(?!\d))?)");
    const QString local = QStringLiteral(R"([\s-]?[2-9]\d{2,3}[\s-]?\d{4}(?:-\d{1,5}(?!\d))?)");
    const QString code = QStringLiteral(R"((?:(?:\(?\+|00)\s?86\)?[\s-]?|86[\s-]))");
    const QStringList forms{
        code + QStringLiteral(R"(?1[3-9]\d(?:[\s-]?\d{4}){2})"), // a mobile
        QStringLiteral(R"((?:[(（]0\d{2,3}[)）]|0\d{2,3}))") + local,
        code + QStringLiteral(R"([(（]?0?[)）]?[1-9]\d{1,2}[)）]?)") + local,
        QStringLiteral(R"([48]00[\s-]?(?:\d{3}[\s-]?\d{4}|\d{4}[\s-]?\d{3}))"),
        QStringLiteral(
            R"((?:\+?1[\s.-])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[.\s-])[2-9]\d{2}[.\s-]\d{4})"),
        QStringLiteral(R"(\+[1-9](?:[ ().\/-]{0,3}\d){7,14})")};
    static const QRegularExpression form
        = withLabel(phoneLabel(),
                    QStringLiteral(R"((?<![\dA-Za-z_.@/-])((?:)") + forms.join(u'|') + u')'
                        + extension + QStringLiteral(R"()(?!\d|-\d))"));
    static const QRegularExpression said
        = withLabel(phoneLabel(),
                    QStringLiteral(R"(([+(（]?\d[\d ()（）.\/-]{3,18}\d)") + extension
                        + QStringLiteral(")(?!\\d)"),
                    true);
    qsizetype from = 0;
    for (auto match = form.match(text, from); match.hasMatch(); match = form.match(text, from)) {
        qsizetype length = match.capturedLength();
        QString number = match.captured(2);
        if (const QString shorter = phoneWithoutPostcode(number); !shorter.isEmpty()) {
            length -= number.size() - shorter.size();
            number = shorter;
        }
        const bool isPhone = parsePhone(number).isValid() || number.startsWith(u'0')
            || !match.captured(1).isEmpty();
        if (isPhone) {
            marks.phones.push_back({number, match.capturedStart()});
            length = takeSameArea(text, match.capturedStart() + length, number, marks)
                - match.capturedStart();
            text.replace(match.capturedStart(), length, QString(length, pastedGap));
        }
        from = match.capturedStart() + length;
    }
    takeEach(text, said, [&marks](const QRegularExpressionMatch& match) {
        constexpr int mostDigits = 15;
        if (digitsIn(match.captured(2)) > mostDigits) {
            return false;
        }
        marks.phones.push_back({match.captured(2), match.capturedStart()});
        return true;
    });
    std::sort(marks.phones.begin(), marks.phones.end(), [](const auto& a, const auto& b) {
        return a.at < b.at;
    });
}

} // namespace

PastedMarks takePastedMarks(QString& text)
{
    PastedMarks marks;
    takeCodes(text, marks); // before the numbers that look like a card's
    takeConfidential(text, marks);
    takeEmails(text, marks);
    takeWebsite(text, marks);
    takeEach(text, otherLabelled(), [&marks](const QRegularExpressionMatch& match) {
        marks.rest.push_back({match.captured().trimmed(), match.capturedStart()});
        return true;
    });
    takePostcode(text, marks);
    takePhones(text, marks);
    return marks;
}

} // namespace core
