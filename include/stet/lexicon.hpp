// SPDX-License-Identifier: MIT
#ifndef STET_LEXICON_HPP
#define STET_LEXICON_HPP
#include "reader.hpp"

// lexicon.hpp: the words of a language by which it is told who said it: cues ("said") and the
// words around them that are no names. A lexicon is a type with lists; they are made into
// one table of fingerprints when, and only when, the lexicon is used. A language is a type of
// one's own, and so is a trade's jargon:
//
//     struct gaming : stet::english {
//         static constexpr stet::word_class more[] = {
//             {stet::part::strong | stet::part::base, u"stream livestream "},
//         };
//     };
//     for (stet::event e : stet::attribute<gaming>(stet::parse(text))) ...

namespace stet {

// What a word can be; a word may be several. The lists say the first of them.
namespace part {
// clang-format off
constexpr uint32_t strong      = uint32_t{1} << 0;   // a cue: introduces speech
constexpr uint32_t weak        = uint32_t{1} << 1;   // does so at times; counts close to the mark
constexpr uint32_t base        = uint32_t{1} << 2;   // a cue's first form: others are made from it
constexpr uint32_t s_form      = uint32_t{1} << 3;   // "says"
constexpr uint32_t past        = uint32_t{1} << 4;   // "said"; with no cue: a word in -ed
constexpr uint32_t ing         = uint32_t{1} << 5;   // "saying"; with no cue: a word in -ing
constexpr uint32_t pronoun     = uint32_t{1} << 6;   // as a subject
constexpr uint32_t object      = uint32_t{1} << 7;   // "him"
constexpr uint32_t determiner  = uint32_t{1} << 8;
constexpr uint32_t possessive  = uint32_t{1} << 9;   // "his", and words in 's
constexpr uint32_t preposition = uint32_t{1} << 10;
constexpr uint32_t of          = uint32_t{1} << 11;  // of these, those that go on with a name: "of", "for"
constexpr uint32_t conjunction = uint32_t{1} << 12;
constexpr uint32_t joins       = uint32_t{1} << 13;  // of these, "and" and "or"
constexpr uint32_t auxiliary   = uint32_t{1} << 14;
constexpr uint32_t be          = uint32_t{1} << 15;  // of these, the forms of "be"
constexpr uint32_t relative    = uint32_t{1} << 16;
constexpr uint32_t who         = uint32_t{1} << 17;  // of these, those that stand for persons
constexpr uint32_t adverb      = uint32_t{1} << 18;
constexpr uint32_t time        = uint32_t{1} << 19;  // "Tuesday", "yesterday"
constexpr uint32_t title       = uint32_t{1} << 20;  // "Mr"; a full stop after it ends no sentence
constexpr uint32_t abbreviation = uint32_t{1} << 21; // "etc"; likewise
constexpr uint32_t verb        = uint32_t{1} << 22;  // a finite verb that is no cue and not in -ed
constexpr uint32_t particle    = uint32_t{1} << 23;  // of a name: "van"
constexpr uint32_t opener      = uint32_t{1} << 24;  // begins a clause that is about no speaker
constexpr uint32_t noun        = uint32_t{1} << 25;  // looks like a cue or an adverb, and may be none
constexpr uint32_t sure        = uint32_t{1} << 26;  // a cue in -s after a noun, too; "ein"
constexpr uint32_t speech      = uint32_t{1} << 27;  // names a thing that is said: "claim"
constexpr uint32_t according   = uint32_t{1} << 28;  // before a speaker: "according to"
constexpr uint32_t to          = uint32_t{1} << 29;  // the word before a verb's first form
// Found in the word itself.
constexpr uint32_t capital     = uint32_t{1} << 30;
constexpr uint32_t digit       = uint32_t{1} << 31;
// clang-format on
}  // namespace part

// Words of one kind: lower case, a blank after each. A full stop stands inside, not at the end.
struct word_class {
    uint32_t is;
    const char16_t* words;
};

// How a regular verb's forms are made from what `part::base` lists.
enum class verb_forms : uint8_t {
    none,     // they are listed
    english,  // -s, -ed, -ing; the list has the first form
    german,   // -t, -te, -ten, -en; the list has the stem
};

// Sources: how speech is introduced in 756 annotated articles of American news, counted, and
// general vocabulary; function words from grammars.
struct english {
    static constexpr verb_forms verbs = verb_forms::english;
    static constexpr bool nouns_are_capital = false;
    static constexpr bool verb_is_second = false;

    // clang-format off
    static constexpr word_class words[] = {
        { part::strong | part::base,
          u"say tell write add continue ask tweet call respond reply explain note declare "
          u"conclude state recall report post argue shout answer yell read assure remark "
          u"admit warn joke quip announce predict wonder exclaim echo acknowledge insist "
          u"agree describe promise charge praise urge repeat claim suggest accuse pledge vow "
          u"assert boast complain lament observe concede mock proclaim denounce blast "
          u"interject scoff muse confess retort recount elaborate comment chant point "
          u"criticize slam dismiss allege contend maintain counter caution emphasize stress "
          u"reiterate testify advise blame brag gripe rail sigh cry scream whisper mutter "
          u"grumble indicate dub label characterize imply hint email text caption opine "
          u"theorize speculate reason protest object demand cite quote confide deadpan crack "
          u"fume bark boom retaliate thunder jeer remember recommend tease gloat marvel "
          u"bemoan rant intone plead pray stipulate affirm reaffirm disclose reveal volunteer "
          u"swear promulgate decry condemn assail deride ridicule chide lambaste tout hail "
          u"laud instruct inform notify order propose inquire enquire interrupt murmur gasp "
          u"chuckle sob shriek stammer rejoin drawl hiss croak sneer demur wail whine beam "
          u"mouth intimate apologize implore deplore bellow snap howl gush moan groan growl "
          u"venture surmise estimate forecast blog retweet characterise criticise emphasise "
          u"apologise theorise " },
        { part::weak | part::base,
          u"go put release issue deliver speak title think see find believe portray include "
          u"refer express want use refuse compare frame discuss come hope push question react "
          u"send mean run offer keep vent credit launch thank worry begin sing publish hold "
          u"give open highlight identify show make fire shoot talk defend press know focus "
          u"name introduce list appear laugh smile nod grin shrug recite riff sum jest chime "
          u"chip feel love like attack target challenge reject oppose support seek endorse "
          u"champion liken depict brand deem consider regard understand sign print air "
          u"feature convey advocate decline share join break end wrap turn " },
        { part::strong | part::past, u"said told wrote read swore foretold " },
        { part::weak | part::past,
          u"went put spoke thought found saw meant ran kept began sang held gave made shot "
          u"felt sent broke knew understood sought " },
        { part::pronoun, u"he i it she they we you everyone someone nobody " },
        { part::object, u"her herself him himself me them themselves us " },
        { part::determiner,
          u"a all almost an another any both dozens each eight every few five four half many "
          u"more most my nearly nine no one other seven several six some such ten the these "
          u"this those three two " },
        { part::determiner | part::possessive, u"her his its my our their your " },
        { part::preposition,
          u"about across after against along amid among around at before behind besides "
          u"between beyond by concerning despite down during following from in inside into "
          u"like near off on onto out outside over per regarding since through throughout "
          u"toward towards under unlike up upon via within without " },
        { part::preposition | part::sure, u"with " },  // "with Lee saying ..."
        { part::preposition | part::of, u"of for " },
        { part::preposition | part::to, u"to " },
        { part::conjunction,
          u"although because if nor once so than that though unless when where whereas "
          u"whether while yet " },
        { part::conjunction | part::joins, u"and but or " },
        { part::conjunction | part::speech, u"as " },  // before what somebody calls something
        { part::auxiliary,
          u"can can't could couldn't did didn't do does doesn't don't had hadn't has hasn't "
          u"have haven't he'd he'll i'd i've may might must she'd should they've we've will "
          u"won't would wouldn't " },
        { part::auxiliary | part::be,
          u"am are be been being is was were aren't isn't it's wasn't weren't i'm he's she's "
          u"they're we're " },
        { part::relative, u"that what when where which " },
        { part::relative | part::who, u"who whose whom " },
        { part::adverb,
          u"afterward afterwards again aloud already also always back bluntly earlier even "
          u"ever famously finally first flatly further furthermore here however immediately "
          u"instead jokingly just later long loudly meanwhile more moreover never "
          u"nevertheless nonetheless not now often once only openly originally perhaps "
          u"previously privately proudly publicly quite rather recently repeatedly separately "
          u"similarly simply sometimes soon still then there therefore thus today tomorrow "
          u"tonight too yesterday " },
        { part::time,
          u"afternoon afterward afterwards apr april aug august dec december earlier evening "
          u"feb february friday jan january july june last later mar march monday month "
          u"morning night nov november oct october recently saturday sept september sunday "
          u"thursday today tonight tuesday wednesday week year yesterday " },
        { part::title,
          u"adm atty capt cmdr col dr fr gen gov hon jr lt maj messrs mr mrs ms pres prof rep "
          u"reps rev sen sens sgt sr st " },
        { part::abbreviation,
          u"a.m ala apr ariz ark aug bros calif co colo conn corp d.c dec del dept e.g etc "
          u"feb fla ga i.e ill inc ind j.d jan kan ky la ltd mar mass md mich minn miss mo "
          u"mont n.c n.h n.j n.m n.y neb nev no nov oct okla ore p.m pa ph.d s.c sept tenn "
          u"tex u.s va vs vt wash wis wyo " },
        { part::verb,
          u"appears became began believes bought broke brought built came caught chose comes "
          u"cut dealt does drew drove faces feels fell felt fled flew fought found gave gets "
          u"gives goes got grew has held hit hopes keeps kept knew knows laid leads led left "
          u"let likes looks lost loves made makes means meant met needs paid plans put ran "
          u"rode rose runs sat saw seeks seemed seems sees sent set shook spent spoke stands "
          u"stood takes taught tends thinks thought threw took tore tries wants went wins won "
          u"wore " },
        { part::particle, u"al ben bin da de del den der di du el ibn la le van von " },
        { part::opener,
          u"after although as asked because before calling citing if noting once pressed "
          u"referring responding since speaking though until when while writing " },
        { part::noun,
          u"ally answers assembly attacks billy brags bully calls challenges charges claims "
          u"comments connolly daily demands early elderly emails emily estimates family "
          u"features focuses forecasts frames friendly holy hopes issues italy july kelly "
          u"labels laughs likes lily links lists makes molly monthly names notes objects "
          u"offers only orders plans pledges points polly posts prints promises questions "
          u"quotes rally reilly releases remarks reply reports reviews runs sally shares "
          u"states supply supports talks targets texts ugly weekly willy " },
        { part::sure,
          u"accuses acknowledges adds admits agrees announces argues asks asserts assures "
          u"believes calls claims concedes concludes contends continues declares denounces "
          u"describes emphasizes explains finds insists maintains notes predicts reads "
          u"recalls refers responds says shows states suggests tells thinks tweets urges "
          u"warns writes " },
        { part::speech,
          u"accusation accusations admission allegation answer argument assertion attack "
          u"belief call calls characterization charge claim claims comment comments complaint "
          u"complaints contention criticism criticisms declaration demand denunciation "
          u"description insistence line mention message motto notion phrase plan pledge "
          u"praise prediction promise promises proposal question reference remark remarks "
          u"response statement suggestion tweet view vow warning warnings words " },
        { part::according, u"according " },
    };
    // clang-format on
    static constexpr word_class more[] = {{0, u""}};
};

struct german {
    static constexpr verb_forms verbs = verb_forms::german;
    static constexpr bool nouns_are_capital = true;
    static constexpr bool verb_is_second = true;  // "Im Interview sagte sie: ..."

    // clang-format off
    static constexpr word_class words[] = {
        { part::strong | part::base,
          u"sag erkl\u00E4r beton mein erg\u00E4nz kritisier warn forder behaupt "
          u"\u00E4u\u00DFer antwort frag bekr\u00E4ftig kommentier begr\u00FCnd zitier "
          u"versicher lob r\u00E4um verlang erwider entgegn best\u00E4tig beklag bedauer "
          u"bem\u00E4ngel urteil res\u00FCmier formulier folger argumentier verurteil "
          u"appellier mahn verk\u00FCnd konstatier pl\u00E4dier vermut titel erz\u00E4hl "
          u"erinner verteidig droh beschuldig dementier prophezei jubel schimpf spott "
          u"beschwer wert bewert bericht skandier f\u00FCg k\u00FCndig w\u00FCrdig bezweifel "
          u"rechtfertig meld attackier bezeichn erl\u00E4uter kl\u00E4r unterstell "
          u"charakterisier beschimpf bezichtig bejubel beteuer bitt feier fl\u00FCster freu "
          u"gratulier gest informier kontert konter l\u00E4ster lehn stell teil prangert "
          u"pranger protestier sorg t\u00F6n unterstreich vergleich verlaut verlautbar "
          u"verlies pr\u00E4zisier moner ausf\u00FChr feststell ausdr\u00FCck erw\u00E4hn "
          u"herausstell anmerk monier moser murmel ruf schreib sprech ver\u00F6ffentlich "
          u"zweifel f\u00FChr mitteil hinzuf\u00FCg einr\u00E4um zusicher begr\u00FCnd "
          u"ank\u00FCndig begr\u00FC\u00DF appellier " },
        { part::weak | part::base,
          u"glaub hoff erwart reagier zeig laut mach seh rechn sch\u00E4tz sicher "
          u"\u00FCberschreib " },
        { part::strong | part::past,
          u"schrieb schrieben nannte nennt nannten rief riefen versprach r\u00E4umte "
          u"unterstrich gab gaben gibt empfahl hob wies wiesen weist sprach spricht sprachen "
          u"verglich umschrieb beschrieb schildert beschreibt betonte lautete griff warf "
          u"wirft warfen r\u00E4t empfiehlt verspricht hinwies hervorhob zur\u00FCckwies angab "
          u"vorwarf bekanntgab riet lie\u00DF bat schloss strich vertrat widersprach erhob "
          u"bezichtigt " },
        { part::strong | part::past | part::to, u"zitiert zitierte zitierten " },  // whose words
        { part::strong | part::past | part::be,  // with "es"
          u"hei\u00DFt hie\u00DF gehei\u00DFen " },
        { part::weak | part::past,
          u"sieht sah sahen hielt h\u00E4lt geht ging steht stand verwies will wollte wollen " },
        { part::according, u"laut gem\u00E4\u00DF nach " },
        { part::according | part::adverb, u"so " },        // after a comma
        { part::according | part::to, u"zufolge " },  // stands after the speaker
        { part::speech,
          u"angaben aussagen aussage meinung ansicht auffassung einsch\u00E4tzung worten "
          u"bericht berichten berichts darstellung angabe informationen information mitteilung "
          u"pressemitteilung erkl\u00E4rung ank\u00FCndigung sch\u00E4tzung sch\u00E4tzungen "
          u"\u00FCberzeugung medienberichten studie umfrage ger\u00FCchten auskunft aussagen "
          u"behauptung bewertung darstellungen vorstellung vorstellungen wunsch wille willen "
          u"wort recherchen " },
        { part::strong | part::past,
          u"gesagt gefordert gefragt gewarnt genannt geschrieben gesprochen gemeldet gelobt "
          u"gemeint ge\u00E4u\u00DFert angek\u00FCndigt mitgeteilt zugesagt zugesichert "
          u"versprochen beschrieben zur\u00FCckgewiesen "
          u"vorgeworfen hingewiesen angegeben hervorgehoben betont begr\u00FC\u00DFt "
          u"begr\u00FC\u00DFte begr\u00FC\u00DFten " },
        { part::pronoun, u"er ich wir man dieser jemand letzterer letztere " },
        { part::pronoun | part::object, u"sie " },
        { part::pronoun | part::to, u"es " },  // stands for nobody
        { part::object, u"ihn ihm ihnen sich mich mir uns euch dich dir dies " },
        { part::determiner,
          u"das die ein eine diese dieses jede jeder jedes kein keine keiner alle viele "
          u"mehrere einige zwei drei vier beide beiden jene anderer andere " },
        { part::determiner | part::speech, u"das dies dieses " },  // "Das sagte X"
        { part::determiner | part::object,
          u"den dem einen einem diesem diesen seinem seinen ihrem ihren " },
        { part::determiner | part::of, u"der einer " },
        { part::determiner | part::sure, u"ein eine einen einem einer eines " },
        { part::determiner | part::of | part::object, u"des eines " },
        { part::determiner | part::possessive,
          u"sein seine seiner seines ihr ihre ihrer ihres unser unsere mein meine dessen "
          u"deren " },
        { part::preposition,
          u"in im ins am an auf aus bei beim mit nach \u00FCber unter zu zum zur gegen durch "
          u"um ab bis ohne seit trotz w\u00E4hrend wegen zwischen gegen\u00FCber hinter neben "
          u"als per vor angesichts bez\u00FCglich hinsichtlich " },
        { part::preposition | part::of, u"von vom " },
        { part::preposition | part::of | part::to, u"f\u00FCr " },  // of no bare name
        { part::conjunction,
          u"weil wenn ob obwohl da denn damit sondern w\u00E4hrend indem "
          u"nachdem bevor wie als zumal wonach " },
        { part::conjunction | part::sure, u"dass da\u00DF " },
        { part::conjunction | part::joins, u"und oder aber sowie " },
        { part::auxiliary,
          u"kann k\u00F6nnte konnte muss musste m\u00FCsse soll sollte d\u00FCrfe darf durfte "
          u"werde w\u00FCrde w\u00FCrden haben habe h\u00E4tte h\u00E4tten hatten hat hatte "
          u"k\u00F6nne k\u00F6nnen " },
        { part::auxiliary | part::speech,
          u"halte zeige nehme mache sehe g\u00E4be st\u00FCnde gehe stehe bleibe liege komme "
          u"handele handle bestehe fehle brauche wisse lasse "
          u"bringe n\u00FCtze diene gelte f\u00FChre biete "
          u"sei seien habe werde k\u00F6nne m\u00FCsse d\u00FCrfe solle wolle w\u00FCrde "
          u"w\u00FCrden k\u00F6nnten gebe h\u00E4tten h\u00E4tte " },
        { part::auxiliary | part::be,
          u"wird wurde wurden werden worden ist sind war waren sei seien w\u00E4re w\u00E4ren "
          u"bin bist " },
        { part::relative, u"was wo welche welcher welches " },
        { part::relative | part::who, u"wer wem " },
        { part::adverb,
          u"auch nicht nur schon noch wieder bereits jedoch dabei daher dann dazu hier dort "
          u"immer zudem au\u00DFerdem allerdings ferner weiter weiterhin sp\u00E4ter zuvor "
          u"gestern heute anschlie\u00DFend w\u00F6rtlich zun\u00E4chst deshalb darauf "
          u"daraufhin damit hingegen indes unterdessen inzwischen wiederum einmal erneut sehr "
          u"fest mit hinzu aus davon danach nun derzeit zurzeit damals urspr\u00FCnglich "
          u"bislang bisher erst jetzt zuletzt zugleich gleichzeitig insgesamt offenbar "
          u"vermutlich bald lediglich nachdem n\u00E4mlich zwar \u00F6ffentlich schriftlich "
          u"abschlie\u00DFend besonders dagegen demnach indessen anderem ebenfalls selbst "
          u"nochmals etwa zuerst " },
        { part::time,
          u"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar "
          u"februar m\u00E4rz april mai juni juli august september oktober november dezember "
          u"morgen abend nachmittag vormittag montagabend dienstagabend mittwochabend "
          u"donnerstagabend uhr " },
        { part::title, u"dr prof st " },
        { part::abbreviation, u"z.b d.h u.a bzw ca etc evtl ggf inkl usw vgl nr " },
        { part::particle, u"von van de del bin al " },
        { part::opener, u"als nachdem wenn weil " },
    };
    // clang-format on
    static constexpr word_class more[] = {{0, u""}};
};

namespace detail {

template <class Lexicon>
constexpr size_t lexicon_size() noexcept {
    size_t found = 0;
    for (const word_class& list : Lexicon::words)
        for (const char16_t* at = list.words; *at != 0; ++at)
            if (*at == ' ') ++found;
    for (const word_class& list : Lexicon::more)
        for (const char16_t* at = list.words; *at != 0; ++at)
            if (*at == ' ') ++found;
    return found;
}

// All words of a lexicon, by their hashes.
template <size_t Size>
struct hashed_words {
    size_t size;
    uint32_t hash[Size];
    uint32_t is[Size];

    constexpr void add(const word_class& list) noexcept {
        uint32_t value = hash_start;
        for (const char16_t* at = list.words; *at != 0; ++at) {
            if (*at != ' ') {
                value = hashed(value, *at);
                continue;
            }
            hash[size] = value;
            is[size] = list.is;
            ++size;
            value = hash_start;
        }
    }
};
template <class Lexicon>
constexpr hashed_words<lexicon_size<Lexicon>()> hash_lexicon() noexcept {
    hashed_words<lexicon_size<Lexicon>()> made{};
    for (const word_class& list : Lexicon::words) made.add(list);
    for (const word_class& list : Lexicon::more) made.add(list);
    return made;
}
template <class Lexicon>
constexpr auto lexicon_hashes = hash_lexicon<Lexicon>();

// Three bytes a word: a fingerprint, and the number of its set of kinds. Where flash is not short, a
// bucket has one word or none, mostly.
constexpr size_t lexicon_buckets = is_flash_short ? word_buckets : 8 * word_buckets;
constexpr size_t lexicon_bucket_of(uint32_t hash) noexcept {
    return is_flash_short ? bucket_of(hash) : bucket_of(hash) << 3 | (hash >> 21 & 7u);
}
template <size_t Words, size_t Sets>
struct lexicon_table {
    uint16_t begins[lexicon_buckets + 1];
    uint16_t prints[Words];  // by bucket, ascending
    uint8_t sets[Words];
    uint32_t kinds[Sets];
    // A bit for each of 8192 hashes, which a bucket and a fingerprint tell: most words are in no list.
    uint64_t filter[is_flash_short ? 1 : word_buckets];

    //   Gives: what the word with this hash can be; 0 when it is in no list.
    constexpr uint32_t look_up(uint32_t hash) const noexcept {
        const size_t bucket = lexicon_bucket_of(hash);
        if (!is_flash_short && (filter[bucket_of(hash)] >> (hash >> 18 & 63u) & 1u) == 0) return 0;
        const uint16_t print = static_cast<uint16_t>(hash >> 8);
        const size_t end = begins[bucket + 1];
        size_t i = begins[bucket];
        while (i < end && prints[i] < print) ++i;
        return i < end && prints[i] == print ? kinds[sets[i]] : 0;
    }
};

// The words in the order of the table. One that stands in several lists has one entry, which is
// of all their kinds.
template <size_t Size>
struct sorted_words {
    size_t size = 0;
    size_t sets = 0;
    uint32_t hash[Size] = {};
    uint8_t set[Size] = {};
    uint32_t kinds[lesser<size_t>(Size, 0x100)] = {};

    constexpr explicit sorted_words(const hashed_words<Size>& from) noexcept {
        uint16_t order[Size] = {};
        uint16_t begins[lexicon_buckets + 1] = {};
        uint16_t used[lexicon_buckets] = {};
        for (size_t i = 0; i < Size; ++i) ++begins[lexicon_bucket_of(from.hash[i]) + 1];
        for (size_t i = 0; i < lexicon_buckets; ++i)
            begins[i + 1] = static_cast<uint16_t>(begins[i + 1] + begins[i]);
        for (size_t i = 0; i < Size; ++i) {
            const uint32_t key = key_of(from.hash[i]);
            const size_t bucket = lexicon_bucket_of(from.hash[i]);
            size_t at = begins[bucket] + used[bucket]++;
            for (; at > begins[bucket] && key_of(from.hash[order[at - 1]]) > key; --at)
                order[at] = order[at - 1];
            order[at] = static_cast<uint16_t>(i);
        }
        for (size_t next = 0; next < Size;) {
            const uint32_t word = from.hash[order[next]];
            uint32_t is = 0;
            for (; next < Size && from.hash[order[next]] == word; ++next)
                is |= from.is[order[next]];
            size_t found = 0;
            while (found < sets && kinds[found] != is) ++found;
            if (found == sets) kinds[sets++] = is;
            hash[size] = word;
            set[size++] = static_cast<uint8_t>(found);
        }
    }

private:
    static constexpr uint32_t key_of(uint32_t value) noexcept { return value << 8 | value >> 24; }
};
template <class Lexicon>
constexpr sorted_words<lexicon_size<Lexicon>()> lexicon_words(lexicon_hashes<Lexicon>);

template <size_t Words, size_t Sets, size_t Size>
constexpr lexicon_table<Words, Sets> make_lexicon_table(const sorted_words<Size>& from) noexcept {
    lexicon_table<Words, Sets> table{};
    for (size_t i = 0; i < Words; ++i) {
        const uint32_t hash = from.hash[i];
        ++table.begins[lexicon_bucket_of(hash) + 1];
        table.prints[i] = static_cast<uint16_t>(hash >> 8);
        table.sets[i] = from.set[i];
        table.filter[is_flash_short ? 0 : bucket_of(hash)] |= uint64_t{1} << (hash >> 18 & 63u);
    }
    for (size_t i = 0; i < lexicon_buckets; ++i)
        table.begins[i + 1] = static_cast<uint16_t>(table.begins[i + 1] + table.begins[i]);
    for (size_t i = 0; i < Sets; ++i) table.kinds[i] = from.kinds[i];
    return table;
}
template <class Lexicon>
constexpr auto lexicon_of =
    make_lexicon_table<lexicon_words<Lexicon>.size, lexicon_words<Lexicon>.sets>(
        lexicon_words<Lexicon>);

}  // namespace detail
}  // namespace stet

#endif  // STET_LEXICON_HPP
