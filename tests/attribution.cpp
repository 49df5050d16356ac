// SPDX-License-Identifier: MIT
// Who said it: cases that a journalist can read (tests/attribution/*.txt), the laws with the
// layer on, and what it costs.
#include "catch.hpp"
#include "harness.hpp"

#include <functional>
#include <set>

namespace {

using stet::kind;

template <class Lexicon, class Limits = stet::default_limits>
harness::trace told_whole(std::string_view text) {
    return harness::attribute<Lexicon, Limits>(text, stet::start::body);
}
template <class Lexicon, class Limits, class SizeOf>
harness::trace told_in_pieces(std::string_view text, const SizeOf& size_of, size_t at_once = std::string::npos) {
    return harness::attribute_in_pieces<Lexicon, Limits>(text, size_of, stet::start::body, at_once);
}

// One block of tests/attribution/*.txt.
struct example {
    std::string file;
    std::string text;   // without the signs
    std::string who, how, shape;  // expected of its last quotation; empty: not asked
    char mark = ' ';    // '!' no speaker, '~' unattributed, '=' direct
    bool missed = false;  // '?' before it: what is right, and is not reached yet
};

std::string cleaned(const std::string& line, example& into) {
    std::string text;
    for (size_t i = 0; i < line.size(); ++i) {
        const char open = line[i];
        const size_t close = open == '{' ? line.find('}', i) : open == '<' ? line.find('>', i) : std::string::npos;
        if (close == std::string::npos) {
            text += open;
            continue;
        }
        std::string inside = line.substr(i + 1, close - i - 1);
        if (open == '{') {
            const size_t bar = inside.find('|');
            if (bar != std::string::npos) into.shape = inside.substr(bar + 1);
            inside = inside.substr(0, bar);
            into.who = inside;
        } else {
            into.how = inside;
        }
        text += inside;
        i = close;
    }
    return text;
}

std::vector<example> examples() {
    std::vector<example> found;
    std::vector<std::filesystem::path> files;
    const std::filesystem::path root = STET_SOURCE_DIR;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/attribution")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
        std::istringstream lines(harness::read_file(path) + "\n");
        example next;
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty() && line[0] == '#') continue;
            if (line.empty()) {
                next.file = path.filename().string();
                if (!next.text.empty()) found.push_back(next);
                next = example();
                continue;
            }
            if (next.text.empty() && line[0] == '?') {
                next.missed = true;
                line = line.substr(2);
            }
            if (next.text.empty() && std::string("!~=").find(line[0]) != std::string::npos) {
                next.mark = line[0];
                line = line.substr(2);
            }
            next.text += cleaned(line, next) + '\n';
        }
    }
    return found;
}

bool is_german(const example& each) { return each.file.find(".de.") != std::string::npos; }

harness::trace told(const example& each) {
    return is_german(each) ? told_whole<stet::german>(each.text) : told_whole<stet::english>(each.text);
}

// What is wrong with what is said of the last quotation; empty: nothing.
std::string wrong_with(const example& each) {
    std::string who, how, shape;
    stet::quote_class quoted = stet::quote_class::none;
    for (const harness::told& one : told(each)) {
        const stet::event& e = one.event;
        const std::string words = each.text.substr(e.begin, e.end - e.begin);
        if (e.what == kind::attribution) who.clear(), how.clear(), shape.clear(), quoted = e.quoted;
        if (e.what == kind::speaker) who = words, shape = stet::name(e.shape);
        if (e.what == kind::cue) how = words;
    }
    const std::string said = "{" + who + "|" + shape + "} <" + how + "> " + stet::name(quoted);
    if (quoted == stet::quote_class::none) return "no attribution";
    if (each.mark == '~' && quoted != stet::quote_class::unattributed) return said;
    if (each.mark == '=' && quoted != stet::quote_class::direct) return said;
    if (each.mark == '!' && !who.empty()) return said;
    if (each.mark == ' ' && (who != each.who || quoted != stet::quote_class::direct)) return said;
    if (!each.how.empty() && how != each.how) return said;
    if (!each.shape.empty() && shape != each.shape) return said;
    return "";
}

}  // namespace

TEST_CASE("the cases of every rule, English and German") {
    const std::vector<example> all = examples();
    CHECK(all.size() > 140);
    for (const example& each : all) {
        INFO(each.file << ": " << each.text);
        if (each.missed) CHECK(wrong_with(each) != "");  // else take its "?" away
        else CHECK(wrong_with(each) == "");
    }
}

namespace {

struct tiny : harness::tiny_limits {
    static constexpr size_t before = 16;
    static constexpr size_t after = 16;
};

std::vector<std::string> texts() {
    std::vector<std::string> all;
    std::string together[2];
    for (const example& each : examples()) {
        all.push_back(each.text);
        together[is_german(each)] += each.text + '\n';
    }
    all.push_back(together[0]);
    all.push_back(together[1]);
    for (const harness::golden& file : harness::golden_files()) all.push_back(file.text);
    // A speech of three paragraphs; more quotations than can wait; one that is never closed; a block of more tokens than are kept.
    all.push_back("W said \xE2\x80\x9Cs.\n\n\xE2\x80\x9Ct\n\n\xE2\x80\x9Ct");
    all.push_back(" ]led`calling\xE2\x80\x9C" "a");  // a bracket that was never opened
    all.push_back("]calling \"a\"\n\nAa bb, cc) calling \"a\"\n");
    std::string many = "He said \"a\"";
    for (int i = 0; i < 40; ++i) many += ", \"b c\" and \"d\"";
    all.push_back(many + ", she added.\n");
    all.push_back("He said: \"a\" and \"b, she said.\n\n\"And so on,\" she said.\n");
    std::string words = "Ann Lee said";
    for (int i = 0; i < 200; ++i) words += " a,";
    all.push_back(words + " \"so it was,\" he said.\n");
    std::string signs = "Ann Lee said \"no\" ";
    for (int i = 0; i < 150; ++i) signs += "a,";
    all.push_back(signs + '\n');  // the quotation is forgotten before it is told
    return all;
}

}  // namespace

TEST_CASE("every event is passed on as it is, and each outermost quotation gets its facts once") {
    for (const std::string& text : texts()) {
        INFO(text);
        const harness::trace tight = told_whole<stet::english, tiny>(text);
        CHECK(harness::broken_facts(text, told_whole<stet::english>(text)) == "");
        CHECK(harness::broken_facts(text, told_whole<stet::german>(text)) == "");
        CHECK(harness::broken_facts<tiny>(text, tight) == "");
        CHECK(harness::broken_law(text, harness::without_facts(tight), tiny::run) == "");
        CHECK(harness::without_facts(told_whole<stet::english>(text)) == harness::parse(text, stet::start::body));
        CHECK(harness::without_facts(told_whole<stet::german>(text)) == harness::parse(text, stet::start::body));
    }
}

TEST_CASE("the check of facts can fail") {
    // A block before the quotation's, more around the quotation than is looked at, a name that begins with two bytes.
    const std::string lead = "It rained.\n\n";
    const std::string text = lead + std::string(300, 'a') + " \"No,\" \xC3\x89lise Lee said. " + std::string(600, 'b') + "\n";
    const harness::trace events = told_whole<stet::english>(text);
    REQUIRE(harness::broken_facts(text, events) == "");
    size_t about = 0;
    while (events.at(about).event.what != kind::attribution) ++about;
    const size_t who = about + 1, cue = about + 2;
    REQUIRE(events.at(who).event.what == kind::speaker);
    REQUIRE(events.at(cue).event.what == kind::cue);

    using harness::trace;
    struct alteration {
        std::string seen_as;
        std::function<void(trace&)> alter;
    };
    const auto erase = [](trace& all, size_t first, size_t last) { all.erase(all.begin() + long(first), all.begin() + long(last)); };
    const stet::offset block = stet::offset(lead.size());
    const stet::offset too_far = events[about].event.end + stet::offset(stet::default_limits::after) + 1;
    std::vector<alteration> alterations = {
        {"about no quotation", [=](trace& all) { ++all[about].event.begin; }},
        {"about no quotation", [=](trace& all) { ++all[about].event.end; }},
        {"about no quotation", [=](trace& all) { all.insert(all.begin() + long(about), all[about]); }},
        {"about no quotation", [=](trace& all) { all.insert(all.begin(), all[about]); }},
        {"no class", [=](trace& all) { all[about].event.quoted = stet::quote_class::none; }},
        {"a speaker of nothing", [=](trace& all) { erase(all, about, who); }},
        {"a speaker of nothing", [=](trace& all) { all.insert(all.begin() + long(who), all[who]); }},
        {"a cue of nothing", [=](trace& all) { erase(all, who, cue); }},
        {"a cue of nothing", [=](trace& all) { all.insert(all.begin() + long(cue), all[cue]); }},
        {"no shape or evidence", [=](trace& all) { all[who].event.shape = stet::speaker_shape::none; }},
        {"no shape or evidence", [=](trace& all) { all[who].event.evidence = stet::speaker_evidence::none; }},
        {"a fact with text", [=](trace& all) { all[about].text = "a"; }},
        {"not told before its block's end", [=](trace& all) { erase(all, about, cue + 1); }},
        {"never told", [=](trace& all) { erase(all, about, all.size()); }},
    };
    for (const size_t i : {who, cue}) {
        alterations.push_back({"no extent", [=](trace& all) { all[i].event.begin = all[i].event.end; }});
        alterations.push_back({"not yet told", [&, i](trace& all) { all[i].event.end = stet::offset(text.size()); }});
        alterations.push_back({"in another block", [=](trace& all) { all[i].event.begin = block - 1; }});
        alterations.push_back({"farther away than is looked", [=](trace& all) { all[i].event.begin = block; }});
        alterations.push_back({"farther away than is looked", [=](trace& all) { all[i].event.end = too_far; }});
        alterations.push_back({"cuts a code point", [=](trace& all) { all[i].event.begin = all[who].event.begin + 1; }});
        alterations.push_back({"cuts a code point", [=](trace& all) {
            all[i].event.begin = all[about].event.begin;
            all[i].event.end = events[who].event.begin + 1;
        }});
        alterations.push_back({"a fact with text", [=](trace& all) { all[i].text = "a"; }});
    }
    std::set<std::string> messages;
    for (const alteration& each : alterations) {
        trace other = events;
        each.alter(other);
        const std::string broken = harness::broken_facts(text, other);
        CHECK(broken.substr(0, broken.find(": ")) == each.seen_as);
        messages.insert(each.seen_as);
    }
    CHECK(messages.size() == 13);  // as many as broken_facts tells apart
}

TEST_CASE("chunk law with the layer: pieces of every size, cuts at every place, not all events taken at once") {
    for (const std::string& text : texts()) {
        INFO(text);
        const harness::trace whole = told_whole<stet::english>(text);
        const harness::trace small_whole = told_whole<stet::english, tiny>(text);
        for (const size_t size : {1, 2, 3, 5, 7, 16, 64, 300}) {
            INFO("pieces of " << size);
            const auto of_size = [=](size_t) { return size_t(size); };
            CHECK(told_in_pieces<stet::english, harness::small_window>(text, of_size) == whole);
            CHECK(told_in_pieces<stet::english, tiny>(text, of_size) == small_whole);
        }
        for (const size_t at_once : {1, 2, 3}) {
            INFO(at_once << " events at once");
            const auto of_seven = [](size_t) { return size_t(7); };
            CHECK(told_in_pieces<stet::english, harness::small_window>(text, of_seven, at_once) == whole);
            CHECK(told_in_pieces<stet::english, tiny>(text, of_seven, at_once) == small_whole);
        }
        if (text.size() > 400) continue;
        CHECK(told_in_pieces<stet::german, harness::small_window>(text, [](size_t) { return size_t(1); }) ==
              told_whole<stet::german>(text));
        for (size_t cut = 1; cut < text.size(); ++cut) {
            const auto two = [=](size_t number) { return number == 0 ? cut : text.size(); };
            if (told_in_pieces<stet::english, harness::small_window>(text, two) == whole) continue;
            INFO("cut at " << cut);
            CHECK(false);
        }
    }
}

TEST_CASE("the layer keeps its laws in what the fuzzers found worth keeping") {
    const auto one = [](size_t) { return size_t(1); };
    for (const std::string& text : harness::fuzz_corpus()) {
        const harness::trace whole = told_whole<stet::english>(text);
        const harness::trace tight = told_whole<stet::english, tiny>(text);
        const harness::trace german = told_whole<stet::german, tiny>(text);
        INFO(text);
        REQUIRE(harness::broken_facts(text, whole) == "");
        REQUIRE(harness::broken_facts<tiny>(text, tight) == "");
        REQUIRE(harness::broken_facts<tiny>(text, german) == "");
        REQUIRE(harness::without_facts(whole) == harness::parse(text, stet::start::body));
        REQUIRE(told_in_pieces<stet::english, harness::small_window>(text, one) == whole);
        REQUIRE(told_in_pieces<stet::english, tiny>(text, one) == tight);
        REQUIRE(told_in_pieces<stet::german, tiny>(text, one) == german);
    }
}

TEST_CASE("nothing is seen farther away than the window") {
    const std::string filler(300, 'x');
    const auto speakers = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : told_whole<stet::english>(text))
            if (each.event.what == kind::speaker) found += text.substr(each.event.begin, each.event.end - each.event.begin) + '|';
        return found;
    };
    CHECK(speakers("Ann Lee said the mill " + filler.substr(0, 200) + " was \"not for sale to anybody.\"\n") == "Ann Lee|");
    CHECK(speakers("Ann Lee said the mill " + filler + " was \"not for sale to anybody.\"\n") == "");
    CHECK(speakers("The mill is \"not for sale\" as " + filler.substr(0, 200) + ", according to Ann Lee.\n") == "Ann Lee|");
    CHECK(speakers("The mill is \"not for sale\" as " + filler + ", according to Ann Lee.\n") == "");
    std::string words;
    for (int i = 0; i < 63; ++i) words += " yyy";
    CHECK(speakers("The mill is \"not for sale\"" + words.substr(0, 180) + ", according to Ann Lee.\n") == "Ann Lee|");
    CHECK(speakers("The mill is \"not for sale\"" + words + ", according to Ann Lee.\n") == "");
    const std::string mill = "The mill is \"not for sale\" as ";
    CHECK(speakers(mill + filler.substr(0, 230) + ", according to Ann Lee on Monday.\n") == "Ann Lee|");
    CHECK(speakers(mill + filler.substr(0, 231) + ", according to Ann Lee on Monday.\n") == "Ann|");
    // What stands 256 bytes after the mark, or more, changes nothing.
    const std::string text = "The mill is \"not for sale\" to anybody " + std::string(235, 'y') + " and ";
    CHECK(speakers(text + ", Ann Lee said.\n") == speakers(text + "Ann Lee said it.\n"));
}

TEST_CASE("a name in marks that ends farther away than the window is none, whatever was asked before it ended") {
    const auto tell = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : told_whole<stet::german, tiny>(text))
            if (each.event.what == kind::speaker)
                found += text.substr(each.event.begin, each.event.end - each.event.begin) + '|';
        return found;
    };
    CHECK(tell("\"Nein.\" \"Ja.\" schrieb \"Aaaaa\"\n") == "\"Aaaaa\"|");
    CHECK(tell("\"Nein.\" \"Ja.\" schrieb \"Aaaaaa\"\n") == "");
}

TEST_CASE("a line end inside a wrapped block ends a word, and a quotation goes on behind it") {
    const std::string text =
        "The council met on Monday to decide how much the new bridge over the old\n"
        "river may cost and who among the towns of the valley will have to pay for\n"
        "it in the end.\n\n"
        "\"We have waited for twenty years for this bridge, and will not wait,\" said\n"
        "Ann Lee. \"It is a question of money, and of nothing else whatever you may\n"
        "hear in the town,\" Bob Ray answered.\n";
    std::string found;
    for (const harness::told& each : told_whole<stet::english>(text))
        if (each.event.what == kind::speaker || each.event.what == kind::cue)
            found += text.substr(each.event.begin, each.event.end - each.event.begin) + '|';
    CHECK(found == "Ann Lee|said|Bob Ray|answered|");
}

TEST_CASE("a cue that ends more than seven bytes before the mark is far") {
    const auto evidence = [](const std::string& text) {
        for (const harness::told& each : told_whole<stet::english>(text))
            if (each.event.what == kind::speaker) return each.event.evidence;
        return stet::speaker_evidence::none;
    };
    CHECK(evidence("Ann Lee said it is \"not for sale to anybody.\"\n") == stet::speaker_evidence::near_mark);
    CHECK(evidence("Ann Lee said she is \"not for sale to anybody.\"\n") == stet::speaker_evidence::far_off);
}

namespace {

struct far_after : harness::tiny_limits {
    static constexpr size_t before = 16;
    static constexpr size_t after = 40;
};

// How many bytes of a text a reader has when the layer tells what is known of its first quotation.
template <class Limits> size_t facts_told_at(const std::string& text) {
    static stet::reader<Limits> in;
    in.restart(stet::start::body);
    auto layer = stet::attribute(in);
    for (size_t i = 0; i < text.size(); ++i) {
        if (!in.put(text[i])) return 0;
        for (stet::event e; layer.next(e);)
            if (e.what == kind::attribution) return i + 1;
    }
    return 0;
}

// They are due when text was told that ends more than Limits::after bytes behind the quotation. It
// begins at that place at the latest, and text is told when Limits::run bytes of it are there.
template <class Limits> void facts_are_prompt() {
    const std::string quotation = "\"We will not sell the mill,\"";
    size_t latest = 0;
    for (const std::string& lead : {std::string(), std::string(330, 'a') + ' '}) {
        const size_t end = lead.size() + quotation.size();
        for (size_t letters = 1; letters <= Limits::run; ++letters) {
            std::string text = lead + quotation + " Ann Lee said";
            while (text.size() < end + 3 * (Limits::after + Limits::run)) text += ' ' + std::string(letters, 'a');
            const size_t told = facts_told_at<Limits>(text);
            INFO("words of " << letters << " letters behind " << lead.size() << " bytes");
            CHECK(told > end + Limits::after);
            CHECK(told <= end + Limits::after + Limits::run);
            latest = std::max(latest, told - end);
        }
        const std::string unbroken(3 * (Limits::after + Limits::run), 'a');
        latest = std::max(latest, facts_told_at<Limits>(lead + quotation + unbroken) - end);
    }
    CHECK(latest == Limits::after + Limits::run);  // the bound is no higher than it must be
}

}  // namespace

TEST_CASE("facts do not wait longer than the window, and for the text event that ends behind it") {
    facts_are_prompt<stet::default_limits>();
    facts_are_prompt<tiny>();
    facts_are_prompt<far_after>();
}

// (But for a run of controls, which is one note: it is told when it ends.)
TEST_CASE("facts do not wait longer when notes stand behind the quotation") {
    const std::string quotation = "\"We will not sell the mill,\"";
    for (const std::string unit : {"\xFF", "\xE2\x80\xAE", "\xED\xA0\x80", "\x01\xFF", "\xFF" "a"}) {
        std::string text = quotation + " Ann Lee said";
        while (text.size() < 3000) text += unit;
        INFO(unit);
        const size_t told = facts_told_at<stet::default_limits>(text);
        CHECK(told > quotation.size() + stet::default_limits::after);
        CHECK(told <= quotation.size() + stet::default_limits::after + stet::default_limits::run);
    }
}

TEST_CASE("a paragraph with no end takes no more memory, and more quotations than can wait are told") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "\"It is so,\" said Ann Lee, \"and so it stays.\" ";
    size_t facts = 0, speakers = 0;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body))) {
        facts += e.what == kind::attribution;
        speakers += e.what == kind::speaker;
    }
    CHECK(facts == 10000);
    CHECK(speakers > 9900);
    CHECK(sizeof(stet::attribution<>) <= 1392 + stet::default_limits::before);
}

TEST_CASE("past 2^24 words and signs a block is not looked at, and the next one is", "[long]") {
    const std::string filler(400, 'a');  // (what was looked for in vain is paid for by bytes)
    const std::string unit = "\"a\"" + std::string(200, ',');  // (near a quotation signs are read)
    const auto speakers = [&](size_t signs) {
        const size_t units = signs / 201 - 1;
        std::string text = "# A\n\nSo";
        for (size_t i = 0; i < units; ++i) text += unit;
        text += std::string(signs - units * 201, ',') + " \"We will not go,\" said Ann Lee.\n\n" + filler +
                "\n\n\"No, and we will not come,\" Bob Ray said.\n";
        size_t facts = 0, found = 0;
        for (stet::event e : stet::attribute(stet::parse(text))) {
            facts += e.what == kind::attribution;
            found += e.what == kind::speaker && (text[e.begin] == 'A' || text[e.begin] == 'B');
        }
        CHECK(facts == units + 2);
        return found;
    };
    constexpr size_t most = size_t{1} << 24;  // with "So", the quotation, three words and a stop
    CHECK(speakers(most - 6) == 2);
    CHECK(speakers(most) == 1);
    CHECK(speakers(most + 300) == 1);
}

template <class Layer> static void is_all_zeros() {
    alignas(Layer) static unsigned char storage[sizeof(Layer)];
    static Layer built;
    CHECK(std::memcmp(storage, static_cast<const void*>(&built), sizeof(Layer)) == 0);
}

TEST_CASE("zeroed storage is a ready layer, also for the next article") {
    is_all_zeros<stet::attribution<>>();
    is_all_zeros<stet::attribution<stet::german>>();
    static stet::attribution<> layer;
    static stet::reader<> in;
    for (int article = 0; article < 3; ++article) {
        in.restart(stet::start::body);
        in.feed(stet::view("\"No,\" she said.\n"));
        in.finish();
        size_t speakers = 0;
        for (stet::event e; layer.next(in, e);) speakers += e.what == kind::speaker;
        CHECK(speakers == 1);
        CHECK(layer.done());
    }
}

struct gaming : stet::english {
    static constexpr stet::word_class more[] = {{stet::part::strong | stet::part::base, u"stream zog "}};
};

TEST_CASE("a lexicon of one's own") {
    const stet::view text = "\"We are live,\" zogged Ann Lee.\n";
    size_t speakers = 0;
    for (stet::event e : stet::attribute<gaming>(stet::parse(text, stet::start::body))) speakers += e.what == kind::cue && e.begin == 15;
    CHECK(speakers == 1);
}

namespace {

// The speakers of a text that is all body, between bars.
std::string speakers_of(const std::string& text) {
    std::string found;
    for (stet::event e : stet::attribute(stet::parse(text, stet::start::body)))
        if (e.what == kind::speaker) found += text.substr(e.begin, e.end - e.begin) + "|";
    return found;
}

}  // namespace

TEST_CASE("a speaker ends at no comma of a bracket that quotes") {
    const std::string name = "Ann Lee (author of \"Tea\", in Baku)";
    CHECK(speakers_of("\"We will go,\" " + name + " said.\n") == name + "|");
    CHECK(speakers_of("\"We will go,\" said " + name + ".\n") == name + "|");
    const std::string baker = "Ann Lee, a baker (author of \"Tea\", in Baku)";
    CHECK(speakers_of("\"We will go,\" " + baker + ", said.\n") == baker + "|");
    CHECK(speakers_of("\"We will go,\" said " + baker + ".\n") == baker + "|");
}

namespace {

struct wide : stet::default_limits {
    static constexpr size_t before = 1024, after = 1024;
};

}  // namespace

TEST_CASE("a speaker ends behind no quotation or run of signs of 255 bytes or more, but where its bracket closes") {
    const auto speakers = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : told_whole<stet::english, wide>(text))
            if (each.event.what == kind::speaker) found += text.substr(each.event.begin, each.event.end - each.event.begin) + '|';
        CHECK(harness::broken_facts<wide>(text, told_whole<stet::english, wide>(text)) == "");
        CHECK(harness::broken_facts<wide>(text, told_whole<stet::german, wide>(text)) == "");
        return found;
    };
    const std::string rest = ", said: \"We will go there now.\"\n";
    const std::string author = "Ann Lee, author of ";
    std::string letters;
    while (letters.size() < 500) letters += "\xC3\xA9\xC3\xA9 ";
    for (size_t size = 250; size < 260; ++size) {
        INFO(size << " bytes");
        const std::string name = author + '"' + std::string(size - 2, 'x') + '"';
        CHECK(speakers(name + rest) == (size < 255 ? name + '|' : "Ann Lee|"));
    }
    CHECK(speakers(author + '"' + letters + '"' + rest) == "Ann Lee|");
    CHECK(speakers(author + std::string(300, 'x') + rest) == "Ann Lee|");
    const std::string bracket = "Ann Lee (author of \"" + letters + "\", in Baku)";
    // (What stands in the bracket is a quotation, too, and the first or the last one.)
    CHECK(speakers("\"We will go,\" " + bracket + " said.\n").rfind(bracket + "|", 0) == 0);
    CHECK(speakers("\"We will go,\" said " + bracket + ".\n").rfind(bracket + "|", 0) == 0);
    const std::string baker = "Ann Lee, a baker (author of \"" + letters + "\")";
    for (const std::string& name : {bracket, baker}) {
        const std::string found = speakers(name + (name == baker ? "," : "") + " said: \"We will go there now.\"\n");
        REQUIRE(found.size() > name.size());
        CHECK(found.substr(found.size() - name.size() - 1) == name + "|");
    }
}

TEST_CASE("words that are kept until a mark comes end with their line") {
    CHECK(speakers_of("The council met for a very long time on Tuesday evening and Ann Lee said\n"
                      "that: \"We will go to the river tomorrow and we will stay there as long\n"
                      "as we can.\"\n") == "Ann Lee|");
}

TEST_CASE("a note or a line end parts words as a blank does, whether they are kept or read at once, also inside the marks") {
    const auto facts_of = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : told_whole<stet::english>(text))
            if (harness::is_fact(each.event)) found += harness::line_of(each.event) + '|';
        return found;
    };
    const std::string read = "\"Yes,\" he said. ";
    CHECK(speakers_of("Then Ann Lee\x01said: \"We will go on.\"\n") == "Ann Lee|");
    CHECK(speakers_of(read + "Then Ann Lee\x01said: \"We will go on.\"\n") == "he|Ann Lee|");
    CHECK(speakers_of("\"We go on and on for ever now,\" said\xE2\x81\xA6" "Ann Lee.\n") == "Ann Lee|");
    std::string signs;
    for (int i = 0; i < 12; ++i) signs += "\xE2\x82\xAC";  // of a run of signs eight are seen
    for (const std::string& text : {
             read + "Then Ann Lee\x01said: \"We will go on.\"\n",
             read + "Then Ann\x01\x02Lee\xFFsaid\x01\xFF: \"We will go on.\"\n",
             read + "It is here " + signs + "\x01\xE2\x80\x94 Ann Lee: \"We will go on.\"\n",
             std::string("\"Ann\x01said\xFF" "We\x01go,\" said\x01she.\n"),
             std::string("\"A\x01little\x01word\" was all.\n"),
             std::string("\"A\x01Little\x01Word\" was all.\n"),
             std::string("The council met on Monday to decide what the bridge may cost, and \"a\nlittle word\" was all "
                         "that it could agree to in a meeting of one evening.\n"),
             std::string("\"ANN\x01LEE:\x01We will go on and on for ever now\"\n"),
         }) {
        std::string blank = text;
        for (char& each : blank)
            if (std::string("\x01\x02\xFF\n").find(each) != std::string::npos) each = ' ';
        INFO(text);
        CHECK(facts_of(text) == facts_of(blank));
        if (text.find('\n') + 1 < text.size()) continue;  // (a line of another width is no wrapped one)
        CHECK(facts_of(std::string(300, 'a') + ' ' + text) == facts_of(std::string(300, 'a') + ' ' + blank));
    }
}

TEST_CASE("what stands in the middle of a paragraph introduces nothing in the next one") {
    const std::string last = std::string(400, 'a') + "\n\n\"We will go to the river.\"\n";
    for (size_t size = 200; size < 560; ++size)
        CHECK(speakers_of("The \"mill\" was old" + std::string(size, ' ') + "and Ann Lee added, " + last) == "");
}

TEST_CASE("the last word that is seen ends 256 bytes behind the mark, also at a line's end") {
    const std::string line = "to the people of the old town by the river and of all the hills around\n";
    const auto speakers = [&](const std::string& end) {
        const std::string text =
            line + line + "\n" + "\"We will not sell the mill, nor the house, nor the river, nor the hills\"\n" + line +
            line + line + line.substr(0, 256 - 1 - 3 * line.size() - end.size()) + end;
        CHECK(text.size() - text.rfind('"') - 1 == 256);
        return speakers_of(text + "\nand to the bank that had lent them money for the mill and for a house\n");
    };
    CHECK(speakers("") == "");
    CHECK(speakers(", Ann Lee said") == "Ann Lee|");
}

namespace {

using counting = harness::counting<>;
using harness::steps_taken;

}  // namespace

TEST_CASE("quotations that stand close together cost the layer no more than three steps a byte") {
    std::string text;
    while (text.size() < 20000) text += "\"a\" ";
    steps_taken = 0;
    for (stet::event e : stet::parse<counting>(text, stet::start::body)) static_cast<void>(e);
    const size_t source = steps_taken;
    for (stet::event e : stet::attribute(stet::parse<counting>(text, stet::start::body))) static_cast<void>(e);
    CHECK(steps_taken - 2 * source <= 3 * text.size());
}

TEST_CASE("blocks of 24 bytes pay for no looks, in however many pieces their text comes; longer ones do") {
    const auto is_seen = [](const std::string& line) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += line + '\n';
        return speakers_of(text + "\"No,\" she said.\n") == "she|";
    };
    CHECK_FALSE(is_seen("\"a\" " + std::string(20, 'b')));
    CHECK(is_seen("\"a\" " + std::string(21, 'b')));
    std::string pieces = "\"aa";
    for (int i = 0; i < 9; ++i) pieces += "\x01" "a";
    CHECK_FALSE(is_seen(pieces + "\" b"));
}

TEST_CASE("two words that nobody is found for are unattributed, wherever the looks end") {
    size_t found = 0, not_found = 0;
    for (size_t signs = 0; signs < 60; ++signs) {
        std::string text;
        for (size_t i = 0; i < signs; i += 15) text += "\"a b\" " + std::string(std::min<size_t>(signs - i, 15), ',') + '\n';
        for (int i = 0; i < 120; ++i) text += "\"a b\" -- Ann\n";
        harness::trace facts;
        for (const harness::told& each : told_whole<stet::english>(text))
            if (harness::is_fact(each.event)) facts.push_back(each);
        for (size_t i = 0; i < facts.size(); ++i) {
            if (facts[i].event.what != kind::attribution) continue;
            const bool speaks = i + 1 < facts.size() && facts[i + 1].event.what == kind::speaker;
            ++(speaks ? found : not_found);
            CHECK((speaks || facts[i].event.quoted == stet::quote_class::unattributed));
        }
    }
    CHECK(found > 1000);
    CHECK(not_found > 1000);
}

TEST_CASE("a quotation behind text that is not read does not begin its paragraph") {
    const std::string introduction = "Ann Lee agreed to it, and added:\n\n";
    const std::string quotation = "\"We will go to the river.\"\n";
    CHECK(speakers_of(introduction + quotation) == "Ann Lee|");
    CHECK(speakers_of(introduction + std::string(400, 'a') + quotation) == "");
}

TEST_CASE("a restarted layer owes no looks") {
    static stet::attribution<> layer;
    stet::event e;
    for (size_t others = 0; others < 40; ++others) {
        std::string text = "\"No\" " + std::string(others, ',') + "\n";
        for (int i = 0; i < 200; ++i) text += "\"No,\" she said.\n";
        layer.restart();
        auto source = stet::parse(text, stet::start::body);
        harness::trace events;
        while (layer.next(source, e)) events.emplace_back(e);
        CHECK(events == told_whole<stet::english>(text));
    }
}

TEST_CASE("a restarted layer carries no speaker over from the last article") {
    static stet::attribution<> layer;
    static stet::reader<> in;
    size_t speakers = 0;
    for (const char* text : {"Ann Lee agreed to it, and added:\n", "\"We will go to the river.\"\n"}) {
        in.restart(stet::start::body);
        layer.restart();
        in.feed(stet::view(text, std::strlen(text)));
        in.finish();
        for (stet::event e; layer.next(in, e);) speakers += e.what == kind::speaker;
    }
    CHECK(speakers == 0);
}

namespace {

// A source of one's own: events that were told before.
struct replay {
    using limits = stet::default_limits;
    std::vector<stet::event> events;
    size_t told = 0;

    explicit replay(const std::string& text) {
        for (stet::event e : stet::parse(text, stet::start::body)) events.push_back(e);
    }
    bool next(stet::event& e) {
        if (done()) return false;
        e = events[told++];
        return true;
    }
    bool done() const { return told == events.size(); }
};

}  // namespace

TEST_CASE("the layer is done when its source is and nothing is held back, and not before") {
    const std::string text = "\"No,\" she said.\n";
    replay source(text), other(text);
    auto layer = stet::attribute(source);
    auto made = std::make_unique<stet::attribution<>>();
    harness::trace events;
    stet::event e;
    CHECK_FALSE(layer.done());
    while (layer.next(e)) {
        events.emplace_back(e);
        CHECK(layer.done() == (e.what == kind::paragraph && e.side == stet::edge::end));
        CHECK(made->next(other, e));
        CHECK(events.back() == harness::told(e));
        CHECK((!harness::is_fact(e) || !made->done()));
    }
    CHECK(made->done());
    CHECK(events == told_whole<stet::english>(text));
}

TEST_CASE("a label that stands more than 255 bytes behind its mark is none") {
    const std::string label = "ANN LEE: We will not sell the mill to the bank.\"\n";
    const auto speaks = [](const std::string& text) {
        bool known = false;
        for (const harness::told& each : told_whole<stet::english>(text)) known = known || each.event.what == kind::speaker;
        return known;
    };
    CHECK(speaks("\"" + std::string(247, '\x01') + label));  // the colon is the 255th byte behind it
    CHECK_FALSE(speaks("\"" + std::string(248, '\x01') + label));
    CHECK_FALSE(speaks("\"" + std::string(300, '\x01') + label));
}

TEST_CASE("a label whose last word but one ends 40 bytes behind its begin is none") {
    const std::string last = " LEE: We will not sell the mill to the bank.\"\n";
    CHECK(speakers_of("\"" + std::string(39, 'A') + last) == std::string(39, 'A') + " LEE|");
    CHECK(speakers_of("\"" + std::string(40, 'A') + last) == "");
}

TEST_CASE("how a block is set is told by what is read of it") {
    std::string title, text;
    while (title.size() < 600) title += "Mill Over Town ";
    const std::string begin = "Rain \"Over\" " + title, end = title + "They Read \"The Long Winter\" Again\n";
    const auto last = [](const std::string& whole) {
        stet::quote_class quoted = stet::quote_class::none;
        for (const harness::told& each : told_whole<stet::english>(whole))
            if (each.event.what == kind::attribution) quoted = each.event.quoted;
        return quoted;
    };
    while (text.size() < 3000) text += "rain over the mill town again, ";
    CHECK(last(begin + end) == stet::quote_class::direct);
    CHECK(last(begin + text + end) == stet::quote_class::direct);  // (far from both quotations)
    CHECK(last(text + end) == stet::quote_class::direct);
    CHECK(last("Rain \"Over\" " + text.substr(0, 250) + end) == stet::quote_class::unattributed);
}

TEST_CASE("a label is found in an article that follows another one") {
    const std::string first = std::string(300, 'a') + " \"ANN LEE: We will not sell the mill to the bank.\"\n";
    const std::string text = "\" ANN LEE: We will not sell the mill to the bank.\"\n";
    stet::attribution<> layer;
    stet::event e;
    auto source = stet::parse(first, stet::start::body);
    while (layer.next(source, e)) {}
    layer.restart();
    harness::trace again;
    auto other = stet::parse(text, stet::start::body);
    while (layer.next(other, e)) again.emplace_back(e);
    CHECK(again == told_whole<stet::english>(text));
}
