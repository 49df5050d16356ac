// SPDX-License-Identifier: MIT
#ifndef STET_WORDS_HPP
#define STET_WORDS_HPP
#include "scan.hpp"

// words.hpp: the words that show what a line is: "By", "Photo:", "Read more", "November".
// Lists in a dozen languages, lower case, made into a table of fingerprints when the header
// is compiled: two bytes a word in flash, and the strings are gone. A word that is in no
// list is taken for one of them once in a thousand times.

namespace stet {
namespace detail {

enum class word_is : uint8_t {
    plain,      // in no list
    by,         // begins a byline
    role,       // what a writer is
    agency,     // who sent the text or the picture
    credit,     // begins or holds a picture's credit
    furniture,  // of the page, not of the article
    date,       // of dates and times
    ask,        // begins a question
};
constexpr uint8_t word_kinds = 8;

// Fowler-Noll-Vo 1a, taken over letters in place of bytes.
constexpr uint32_t hash_start = 0x811C9DC5;
constexpr uint32_t hash_prime = 0x01000193;
constexpr uint32_t hashed(uint32_t hash, code_point point) noexcept {
    return (hash ^ point) * hash_prime;
}
// The hash before its last letter, which is this one.
constexpr uint32_t unhashed(uint32_t hash, code_point point) noexcept {
    return hash * 0x359C449Bu ^ point;
}
static_assert(hash_prime * 0x359C449Bu == 1, "the one multiplication undoes the other");

// Lower case, for the letters that begin words often; the others stay what they are.
constexpr code_point folded(code_point point) noexcept {
    if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
    const bool pairs = (point >= 0x00C0 && point <= 0x00DE) ||
                       (point >= 0x0391 && point <= 0x03A9) || (point >= 0x0410 && point <= 0x042F);
    return pairs ? point + 0x20 : point;
}

struct word_list {
    word_is is;
    const char16_t* words;  // blanks between; "_" between the words of a phrase
};

// A phrase counts at a line's beginning. Words beyond ASCII are written with escapes and
// read in the comment.
// Sources: the words that stand on bylines, credits and invitations of three or more sites in
// 980 news and web pages, and their like in the other languages; agencies by their bylines;
// months and days as in Unicode CLDR, without those of three letters that are other words.
// clang-format off
constexpr word_list word_lists[] = {
    { word_is::by,
      u"by von par por door av af od przez di oleh autor autora autorin autore auteur author "
      u"written_by posted_by story_by text text_von words redacci\u00F3n "            // redaccion
      u"\u0430\u0432\u0442\u043E\u0440 "                                              // ru avtor
      u"\u6587 \u8A18_\u8005 \u8BB0_\u8005 \u4F5C_\u8005 \uAE30\uC790 "               // ja zh ko
    },
    { word_is::role,
      u"staff writer reporter correspondent editor editors editorial redaktion redakteur "
      u"redakteurin redacteur korrespondent redaktor redakcja redazione newsroom columnist "
      u"contributor contributing journalist corresponsal periodista journaliste redaktionen "
    },
    { word_is::agency,
      u"ap afp reuters dpa apa efe ansa pap epa tass bloomberg upi belga ntb ritzau kna epd sid "
      u"press associated keystone srf cnn bbc pti ians xinhua anadolu "
    },
    { word_is::credit,
      u"photo photos photograph photographer photography foto fotos fotograf bild bilder image "
      u"images credit credits quelle quellen source sources getty shutterstock istock imago "
      u"alliance unsplash pixabay pexels flickr wikimedia commons courtesy screenshot archiv "
      u"illustration caption alamy adobe grafik picture pictured symbolbild symbolfoto "
      u"cr\u00E9dit cr\u00E9dito cr\u00E9ditos zdj\u0119cie fot kuva imagen imagem fuente fonte "
      u"archivo handout rights bildquelle fotoquelle montage reproduction "
      u"\u0444\u043E\u0442\u043E \u5199_\u771F \u56FE_\u7247 \u5716 \u56FE \uC0AC\uC9C4 "  // foto
    },
    { word_is::furniture,
      u"anzeige advertisement advertising werbung publicidad publicit\u00E9 reklama reklam "
      u"related read_more read_next read_also read_the read mehr_zum mehr_zu mehr_dazu mehr_zur "
      u"mehr_von mehr_aus mehr_erfahren lesen_sie lesen weiterlesen auch_interessant "
      u"siehe_auch zum_thema zum_inhaltsverzeichnis zur\u00FCck subscribe newsletter sign_up "
      u"sign_in log_in follow_us follow click_here click skip share teilen compartir partager "
      u"see_also see_more more_on more_from more_about more_stories more_news watch watch_more "
      u"listen download view_comments comments kommentare kommentieren leave_a menu home "
      u"\u00E0_lire lire_aussi lire lisez_aussi voir_aussi lea_tambi\u00E9n leer_m\u00E1s "
      u"lea_m\u00E1s te_puede leia_mais leia_tamb\u00E9m leggi_anche czytaj_te\u017C "
      u"czytaj_tak\u017Ce zobacz_te\u017C les_ogs\u00E5 l\u00E6s_ogs\u00E5 l\u00E4s_mer "
      u"l\u00E4s_ocks\u00E5 lees_ook lue_my\u00F6s baca_juga dowiedz_si\u0119 polecane "
      u"empfohlener redaktioneller inhalt most_popular most_read trending popular recommended "
      u"redaktionsempfehlung get_the get_our tags topics copyright all_rights \u00A9 "
      u"originally_published this_article this_story this_post "
      u"weitere_informationen weitere_infos weitere_artikel weitere_themen weitere_nachrichten "
      u"http https www twitter facebook instagram whatsapp youtube tweet pinterest telegram "
      u"\u0447\u0438\u0442\u0430\u0439\u0442\u0435 "                                  // ru chitayte
      u"\u95A2_\u9023 \u5E83_\u544A \u5EE3_\u544A \u5E7F_\u544A "                         // ja zh
    },
    { word_is::date,  // fillers of three letters and less are passed over: "on", "de", "kl"
      u"january february march april may june july august september october november december "
      u"jan feb mar apr jun jul aug sep sept oct nov dec "
      u"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
      u"pm gmt utc hours hour ago minutes "
      u"mins updated published posted modified last created " // en
      u"januar j\u00E4nner februar m\u00E4rz mai juni "
      u"juli oktober dezember okt dez montag dienstag "
      u"mittwoch donnerstag freitag samstag sonnabend sonntag uhr stand aktualisiert "
      u"ver\u00F6ffentlicht erstellt lesedauer minuten "                               // de
      u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
      u"diciembre lunes martes mi\u00E9rcoles jueves viernes s\u00E1bado domingo actualizado "
      u"publicado horas "                                                              // es
      u"janvier f\u00E9vrier mars avril juin juillet ao\u00FBt septembre octobre novembre "
      u"d\u00E9cembre lundi mardi mercredi jeudi vendredi samedi dimanche publi\u00E9 jour "  // fr
      u"gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre aggiornato "
      u"pubblicato "                                                                   // it
      u"janeiro fevereiro mar\u00E7o maio junho julho setembro outubro novembro dezembro "
      u"atualizado "                                                                   // pt
      u"januari februari maart augustus bijgewerkt gepubliceerd "                      // nl
      u"augusti publicerad uppdaterad klockan "                                        // sv
      u"desember publisert oppdatert sist onsdag torsdag fredag l\u00F8rdag s\u00F8ndag "
      u"mandag tirsdag opdateret "                                                     // no da
      u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrze\u015Bnia "
      u"pa\u017Adziernika listopada grudnia godz aktualizacja dodano "                 // pl
      u"ocak \u015Fubat mart nisan may\u0131s "
      u"haziran temmuz a\u011Fustos eyl\u00FCl ekim kas\u0131m "
      u"aral\u0131k "                                                                  // tr
      u"\u044F\u043D\u0432\u0430\u0440\u044F \u0444\u0435\u0432\u0440\u0430\u043B\u044F "
      u"\u043C\u0430\u0440\u0442\u0430 \u0430\u043F\u0440\u0435\u043B\u044F \u043C\u0430\u044F "
      u"\u0438\u044E\u043D\u044F "
      u"\u0438\u044E\u043B\u044F \u0430\u0432\u0433\u0443\u0441\u0442\u0430 "
      u"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F "
      u"\u043E\u043A\u0442\u044F\u0431\u0440\u044F "
      u"\u043D\u043E\u044F\u0431\u0440\u044F \u0434\u0435\u043A\u0430\u0431\u0440\u044F "
      u"\u0433\u043E\u0434\u0430 "                                                     // ru
      u"\u5E74 \u6708 \u65E5 \u6642 \u65F6 \u5206 \u79D2 \u66F4 \u65B0 \u516C \u958B "
      u"\u914D \u4FE1 \u53D1 \u5E03 \u767C "                                           // ja zh
      u"\uB144 \uC6D4 \uC77C \uC785\uB825 \uC218\uC815 \uC624\uC804 \uC624\uD6C4 "     // ko
    },
    { word_is::ask,
      u"what why how who when where which was wie warum wer wann wo welche welcher welches woher "
      u"wieso qu\u00E9 c\u00F3mo cu\u00E1ndo d\u00F3nde qui\u00E9n qui\u00E9nes comment pourquoi "
      u"quand quel quels quelles come perch\u00E9 quando cosa chi como onde hoe waarom hva "
      u"hvorfor hvordan varf\u00F6r hur jak dlaczego co kto czy kiedy "
      u"\u043A\u0430\u043A \u043F\u043E\u0447\u0435\u043C\u0443 \u0447\u0442\u043E "   // ru
    },
};
// clang-format on

// Two words in a row.
constexpr uint32_t phrase_hash(uint32_t first, uint32_t second) noexcept {
    return hashed(first, second >> 7);
}

// The words of the lists by their hashes, in their order. (The lists are read once: what is
// made of them is made of these, since compilers take a microsecond for each step of a letter.)
struct hashed_lists {
    static constexpr size_t most = 1024;  // words

    size_t size = 0;
    uint32_t hash[most] = {};
    word_is is[most] = {};
};
constexpr hashed_lists hash_lists() noexcept {
    hashed_lists made;
    for (const word_list& list : word_lists) {
        uint32_t hash = hash_start;
        uint32_t first = 0;
        bool phrase = false;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            const code_point one = *at;
            if (one != ' ' && one != '_') {
                hash = hashed(hash, one);
                continue;
            }
            if (phrase) hash = phrase_hash(first, hash);
            if (one == ' ') {
                made.hash[made.size] = hash;
                made.is[made.size++] = list.is;
            }
            phrase = one == '_';
            first = hash;
            hash = hash_start;
        }
    }
    return made;
}
constexpr hashed_lists list_hashes = hash_lists();

constexpr size_t words_size = list_hashes.size;
constexpr size_t word_buckets = 128;

constexpr size_t bucket_of(uint32_t hash) noexcept { return hash >> 25; }
constexpr uint16_t print_of(uint32_t hash) noexcept {
    return static_cast<uint16_t>((hash >> 10) & 0xFFF8u);
}

// Where a bucket would begin if all had equally many entries.
constexpr size_t even_begin(size_t bucket) noexcept {
    return static_cast<size_t>(uint32_t{words_size} * bucket / word_buckets);
}

struct word_table {
    uint16_t entries[words_size];     // 13 bits of fingerprint, 3 of word_is; by bucket, ascending
    int8_t begins[word_buckets + 1];  // where a bucket's entries begin, less even_begin()

    constexpr size_t begin_of(size_t bucket) const noexcept {
        return even_begin(bucket) + static_cast<size_t>(begins[bucket]);
    }
};

constexpr word_table make_word_table() noexcept {
    word_table table{};
    uint16_t ends[word_buckets] = {};
    for (size_t i = 0; i < words_size; ++i) ++ends[bucket_of(list_hashes.hash[i])];
    uint16_t sum = 0;
    for (size_t i = 0; i < word_buckets; ++i) {
        table.begins[i] =
            static_cast<int8_t>(static_cast<int>(sum) - static_cast<int>(even_begin(i)));
        const uint16_t here = ends[i];
        ends[i] = sum;
        sum = static_cast<uint16_t>(sum + here);
    }
    for (size_t w = 0; w < words_size; ++w) {
        const uint32_t hash = list_hashes.hash[w];
        const size_t bucket = bucket_of(hash);
        const uint16_t entry =
            static_cast<uint16_t>(print_of(hash) | static_cast<uint8_t>(list_hashes.is[w]));
        const size_t begin = table.begin_of(bucket);
        size_t i = ends[bucket]++;
        for (; i > begin && table.entries[i - 1] > entry; --i)
            table.entries[i] = table.entries[i - 1];
        table.entries[i] = entry;
    }
    return table;
}

constexpr word_table known_words = make_word_table();

// Does each bucket begin where it should? A distance that does not fit would be cut.
constexpr bool is_whole(const word_table& table) noexcept {
    for (size_t i = 0; i < word_buckets; ++i)
        if (table.begin_of(i) > table.begin_of(i + 1)) return false;
    return table.begin_of(word_buckets) == words_size;
}
static_assert(is_whole(known_words), "the words are spread evenly over the buckets");

// Most words are in no list. A bit for each of 4096 hashes tells that of six in seven at once,
// where flash is not short.
struct word_filter {
    uint64_t bits[is_flash_short ? 1 : 64];

    constexpr bool may_have(uint32_t hash) const noexcept {
        return is_flash_short || (bits[hash >> 26] >> (hash >> 20 & 63u) & 1u) != 0;
    }
};
constexpr word_filter make_word_filter() noexcept {
    word_filter filter{};
    for (size_t i = 0; !is_flash_short && i < words_size; ++i)
        filter.bits[list_hashes.hash[i] >> 26] |= uint64_t{1} << (list_hashes.hash[i] >> 20 & 63u);
    return filter;
}
constexpr word_filter known_hashes = make_word_filter();

// Which list a word or a phrase is in, by its hash.
constexpr word_is look_up(uint32_t hash) noexcept {
    if (!known_hashes.may_have(hash)) return word_is::plain;
    const size_t bucket = bucket_of(hash);
    const uint16_t print = print_of(hash);
    const size_t end = known_words.begin_of(bucket + 1);
    size_t i = known_words.begin_of(bucket);
    while (i < end && known_words.entries[i] < print) ++i;
    if (i < end && (known_words.entries[i] & 0xFFF8u) == print)
        return static_cast<word_is>(known_words.entries[i] & 7u);
    return word_is::plain;
}

}  // namespace detail
}  // namespace stet

#endif  // STET_WORDS_HPP
