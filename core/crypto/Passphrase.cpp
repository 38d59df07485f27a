#include "core/crypto/Passphrase.h"

#include "core/crypto/SecureBytes.h"

namespace core {

namespace {

constexpr int wordsInPassphrase = 5;
constexpr int syllablesInWord = 2;
constexpr int bitsInSyllable = 8;

/// Of the syllables of Hanyu Pinyin those that begin with a consonant and have at most four letters, without some that read
/// badly; tones left out, ü not among them.
constexpr auto syllables
    = "ba bai ban bao bei ben beng bian biao bie bin bo bu ca cai can cang ce cen ceng cha chai "
      "chan "
      "chao che chen chi chou chu chua chui chun chuo ci cong cou cuan cui cun cuo da dai dang dao "
      "de "
      "den deng di dian diu dong dou du duan dui dun duo fan fang fei feng fiao fo fou fu ga gai "
      "gang "
      "gao ge gei gen geng gong gu gua guai gui gun guo ha hai han hang hao he hei hen heng hong "
      "hou hu "
      "hua huai huan hui hun huo jia jiao jie jin jing jiu ju juan jue jun ka kai kang kao ke kei "
      "ken "
      "keng kong kua kuai kuan kui kuo la lai lan lang lao le lei leng li lia lian liao lie lin "
      "ling "
      "liu lo long lou lu luan lun luo ma mai man mang mao me mei men meng mi mian miao mie min "
      "ming "
      "miu mo mou mu na nan nang nao ne nei nen neng ni nian nie nin ning niu nou nu nun nuo pa "
      "pai pan "
      "pao pei pen pie pin po pou pu qi qia qie qin qiu qu que qun ran rao re ren rou ru rua rui "
      "run "
      "ruo sa sai san sen she sou su sui sun suo ta tai tan tao te ti tie tou tui tuo xi xia xie "
      "xin "
      "xiu xu xue xun za zai zan zao ze zei zen zha zhe zhi zhu zi zou zu zui zun zuo ";

} // namespace

const QStringList& passphraseSyllables()
{
    static const QStringList list = QString::fromLatin1(syllables).split(u' ', Qt::SkipEmptyParts);
    return list;
}

QString makePassphrase()
{
    const SecureBytes chosen
        = SecureBytes::random(std::size_t(wordsInPassphrase) * syllablesInWord);
    QString text;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i > 0 && i % syllablesInWord == 0) {
            text += u'-';
        }
        text += passphraseSyllables().at(chosen.data()[i]);
    }
    return text;
}

int passphraseBits()
{
    return wordsInPassphrase * syllablesInWord * bitsInSyllable;
}

} // namespace core
