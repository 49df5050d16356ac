// SPDX-License-Identifier: MIT
// Quotation marks, sentence by sentence of quote.hpp. "[" and "]" stand for where a quotation
// begins and ends in what a text is told as; the marks are left out.
#include "catch.hpp"
#include "harness.hpp"

static std::string told(const std::string& text) {
    std::string result;
    for (const harness::told& each : harness::parse(text, stet::start::body)) {
        const stet::event& e = each.event;
        if (e.what == stet::kind::quote) result += e.side == stet::edge::begin ? "[" : e.unclosed ? "|" : "]";
        if (e.what == stet::kind::text) result += each.text;
    }
    return result;
}

TEST_CASE("pairs of every kind of mark") {
    CHECK(told("He said \xE2\x80\x9Cno\xE2\x80\x9D twice.") == "He said [no] twice.");
    CHECK(told("He said \"no\" twice.") == "He said [no] twice.");
    CHECK(told("''No,'' he said, and ''no'' again.") == "[No,] he said, and [no] again.");
    CHECK(told("He said 'no' twice.") == "He said [no] twice.");
    CHECK(told("He said \xE2\x80\x98no\xE2\x80\x99 twice.") == "He said [no] twice.");
    CHECK(told("Er sagte \xE2\x80\x9Enein\xE2\x80\x9C dazu.") == "Er sagte [nein] dazu.");
    CHECK(told("Rzek\xC5\x82 \xE2\x80\x9Enie\xE2\x80\x9D raz.") == "Rzek\xC5\x82 [nie] raz.");
    CHECK(told("Il dit \xC2\xAB\xC2\xA0non\xC2\xA0\xC2\xBB hier.") == "Il dit [\xC2\xA0non\xC2\xA0] hier.");
    CHECK(told("Er sagte \xC2\xBBnein\xC2\xAB dazu.") == "Er sagte [nein] dazu.");
    CHECK(told("Han sade \xE2\x80\x9Dnej\xE2\x80\x9D ig\xC3\xA5r.") == "Han sade [nej] ig\xC3\xA5r.");
    CHECK(told("\xE3\x80\x8C\xE3\x81\xAF\xE3\x81\x84\xE3\x80\x8D\xE3\x81\xA8") == "[\xE3\x81\xAF\xE3\x81\x84]\xE3\x81\xA8");
}

TEST_CASE("quotations nest, up to Limits::depth") {
    CHECK(told("\xE2\x80\x9C" "A \xE2\x80\x98" "b\xE2\x80\x99 c\xE2\x80\x9D d") == "[A [b] c] d");
    CHECK(told("\"A 'b' c\" d") == "[A [b] c] d");
    CHECK(told("\xC2\xAB" "A \xC2\xAB" "b\xC2\xBB c\xC2\xBB d") == "[A [b] c] d");
}

TEST_CASE("an apostrophe is no mark") {
    for (const char* text : {"the leaders\xE2\x80\x99 meeting", "in the \xE2\x80\x99" "90s", "give 'em that",
                             "rock \xE2\x80\x99n\xE2\x80\x99 roll", "l\xE2\x80\x99" "article", "Sa\xE2\x80\x99id said",
                             "don't, can't", "the '90s", "'t is laat", "6'2 tall"})
        CHECK(told(text) == text);
}

TEST_CASE("what is told as a note counts as a letter beside a mark, signs of direction as nothing") {
    CHECK(told("He said \"\xC9tat\" twice.") == "He said [tat] twice.");         // Latin-1
    CHECK(told("\"caf\xE9\" twice.") == "[caf] twice.");
    CHECK(told("l'\xE9t\xE9 and l'\xE9t\xE9.") == "l't and l't.");
    CHECK(told("\xE2\x81\xA8\"No,\"\xE2\x81\xA9 he said.") == "[No,] he said.");  // isolated
    CHECK(told("He \xE2\x81\xA8\"ran\"\xE2\x81\xA9 on.") == "He [ran] on.");
}

TEST_CASE("a mark that stands twice in a row, in a quotation that one has opened") {
    const std::string left = "\xE2\x80\x9C\xE2\x80\x9C", right = "\xE2\x80\x9D\xE2\x80\x9D";
    CHECK(told("He said " + left + "one " + left + "two" + right + " three" + right + " so.") == "He said [one [two] three] so.");
}

TEST_CASE("a full stop that a letter follows is no closing sign, and doubts the mark before it") {
    CHECK(told("He said 'a\xE2\x80\x99.a\xE2\x80\x99 so.") == "He said [a\xE2\x80\x99.a] so.");
}

TEST_CASE("three apostrophes in a row") {
    CHECK(told("He said 'the words''' twice.") == "He said [the words]'' twice.");
    CHECK(told("'n' r''' and 'more'") == "[n' r]'' and [more]");
}

TEST_CASE("a mark behind which nothing is seen is not known") {
    // The second mark is the last byte that the first one may look at.
    CHECK(told("He said 'a" + std::string(125, 'b') + "' and c") == "He said [a" + std::string(125, 'b') + "] and c");
    CHECK(told("He said \xE2\x80\x99" "a" + std::string(123, 'b') + "\xE2\x80\x99 and c") ==
          "He said \xE2\x80\x99" "a" + std::string(123, 'b') + "\xE2\x80\x99 and c");
}

TEST_CASE("the words of nested quotations are counted from the outermost one on, up to 96 bytes") {
    const auto classes = [](const std::string& text) {
        std::string found;
        for (const harness::told& each : harness::parse("Words. " + text, stet::start::body))
            if (each.event.what == stet::kind::quote && each.event.side == stet::edge::end)
                found += each.event.quoted == stet::quote_class::direct ? 'd' : 'u';
        return found;
    };
    CHECK(classes("a \"Song of 'Summer Days'\" there") == "uu");
    CHECK(classes("a \"song of 'Summer Days'\" there") == "dd");
    CHECK(classes("a \"[Long] Way Home\" there") == "u");  // a bracket is no letter
    CHECK(classes("a \"" + std::string(90, 'A') + " Home here\" there") == "u");
    CHECK(classes("a \"" + std::string(80, 'A') + " Home here\" there") == "d");
}

TEST_CASE("marks that are open at a block's end are closed there, and the next may go on") {
    std::string long_words;  // a paragraph of 339 bytes
    while (long_words.size() < 340) long_words += "Words and more words. ";
    long_words.resize(339);
    const harness::trace events = harness::parse(long_words + "\n\n\"" + long_words + "\n\n\"" + long_words + "\" He\n\n\"Three\"\n",
                                                stet::start::body);
    std::string ends;
    for (const harness::told& each : events)
        if (each.event.what == stet::kind::quote && each.event.side == stet::edge::end)
            ends += harness::line_of(each.event) + '\n';
    CHECK(ends == "-quote 341 681 unclosed whole direct\n-quote 683 1024 continued direct\n"
                  "-quote 1029 1036 whole unattributed\n");
}

TEST_CASE("a double mark behind an apostrophe may be an inch sign, as one behind a digit") {
    CHECK(told("\"A wall of 6'\" high,\" she said.") == "[A wall of 6'\" high,] she said.");
    CHECK(told("\"A wall of 6\xE2\x80\x99\" high,\" she said.") == "[A wall of 6\xE2\x80\x99\" high,] she said.");
    CHECK(told("He said \"the boys'\" and went.") == "He said [the boys'] and went.");
}

TEST_CASE("a closing mark leaves what is open inside unclosed") {
    CHECK(told("\xE2\x80\x9C" "A \xC2\xAB" "b\xE2\x80\x9D c") == "[A [b|] c");
}

TEST_CASE("the provisional class comes from structure") {
    const auto class_of = [](const std::string& text) {
        for (const harness::told& each : harness::parse("Words. " + text, stet::start::body))
            if (each.event.what == stet::kind::quote && each.event.side == stet::edge::end)
                return std::string(stet::name(each.event.quoted));
        return std::string("no quotation");
    };
    CHECK(class_of("a \"very good cuisine\" there") == "direct");
    CHECK(class_of("known as \"The Long Way Home\" there") == "unattributed");
    CHECK(class_of("the \"Trump Route for International Peace and Prosperity\" (x)") == "unattributed");
    CHECK(class_of("called \"Hamilton\" there") == "unattributed");
    CHECK(class_of("He said: \"Good Morning America\" there") == "direct");
    CHECK(class_of("He said \"We are ready for this.\" Then") == "direct");
    CHECK(class_of("He cried \"Never!\" Then") == "direct");
}

TEST_CASE("sentence 2: a straight mark before the last letter of a Hebrew word is none") {
    const std::string tsahal = "\xD7\xA6\xD7\x94\"\xD7\x9C", joined = "\xD7\xA6\xD7\x94\"\xE2\x80\x8D\xD7\x9C";
    for (const std::string& text : {tsahal, tsahal + " so", tsahal + ".", joined + " so"}) CHECK(told(text) == text);
    CHECK(told("\"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\"\xD7\x9C\xD7\x9B\xD7\x9D so") ==
          "[\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D]\xD7\x9C\xD7\x9B\xD7\x9D so");
}

TEST_CASE("sentence 8: a double mark behind a prime may be an inch sign") {
    CHECK(told("\"A wall of 6\xE2\x80\xB2\" high,\" she said.") == "[A wall of 6\xE2\x80\xB2\" high,] she said.");
}

TEST_CASE("sentence 9: of three apostrophes the first one closes a single quotation") {
    const std::string one = "\xE2\x80\x99";
    CHECK(told("He said \xE2\x80\x98the words" + one + one + one + " twice.") == "He said [the words]" + one + one + " twice.");
    CHECK(told("Han sade " + one + "tre ord" + one + one + one + " igen.") == "Han sade [tre ord]" + one + one + " igen.");
}

TEST_CASE("sentence 10: a curly mark inside a straight one at the block's beginning, in a text that has both") {
    const std::string left = "\xE2\x80\x9C", right = "\xE2\x80\x9D";
    const auto first = [](const std::string& text) {
        const std::string all = told(text);
        return all.substr(all.find("far.") + 4);
    };
    const std::string before = left + "No" + right + " is as far as it goes, and no farther, so far.\n\n";
    CHECK(first(before + "\"Two " + left + "three" + right + " four.\n") == "[Two |[three] four.");
    CHECK(first(before + "He: \"Two " + left + "three" + right + " four.\"\n") == "He: [Two [three] four.]");
    CHECK(told("\"Two " + left + "three" + right + " four.\"\n") == "[Two [three] four.]");
}

TEST_CASE("sentence 11: a short line behind a dash is no dialogue, whatever follows it") {
    const std::string dash = "\xE2\x80\x94", text = "Thank you for all the letters, which we have read with joy.\n" + dash +
                             " Ann Lee\nAnd thank you for all the cakes, which we have eaten with joy.\n";
    CHECK(told(text).find('[') == std::string::npos);
    CHECK(told(dash + "\xE2\x80\x8BNo lo s\xC3\xA9.\n").substr(0, 1) == "[");
}

TEST_CASE("sentence 11: a dialogue that is longer than what is looked ahead, told in pieces as a whole") {
    const std::string dash = "\xE2\x80\x94";
    std::string piece = dash + "No lo s\xC3\xA9";
    while (piece.size() < 400) piece += ", y nadie sabe lo que va a pasar";
    for (const std::string& behind : {std::string(), std::string(8, ' '), std::string(20, ' '), std::string(200, ' ')})
        for (const char* word : {"dijo ella.", "\xC3\xA9l dijo."}) {
            const std::string text = piece + ' ' + dash + behind + word + '\n';
            const harness::trace whole = harness::parse(text, stet::start::body);
            for (size_t size : {1, 2, 7, 64})
                CHECK(harness::read<harness::small_window>(text, [=](size_t) { return size; }, stet::start::body) == whole);
            CHECK(told(text).find(']') == (behind.empty() ? piece.size() - dash.size() + 1 : told(text).size() - 1));
        }
}

TEST_CASE("sentence 11: what a dash ends is not known before the first letter behind it is seen whole") {
    std::string speech = "\xE2\x80\x94 Nadie lo sabe";
    while (speech.size() < 400) speech += " ni lo sabe nadie";
    for (size_t blanks = 1; blanks < 20; ++blanks) {
        const std::string text = speech + " \xE2\x80\x94" + std::string(blanks, ' ') + "\xC3\xA9l no lo sabe.\n";
        INFO(text);
        CHECK(told(text).find("] \xE2\x80\x94") != std::string::npos);
        const harness::trace whole = harness::parse(text, stet::start::body);
        CHECK(harness::read<harness::small_window>(text, [](size_t) { return size_t(1); }, stet::start::body) == whole);
    }
}

TEST_CASE("an open quotation knows the sign that opened it, and what closes it") {
    for (uint32_t place = 0; place < 20; ++place) {
        const stet::detail::sign_set sign = stet::detail::sign_set{1} << place, others = 0xFFFFFu & ~sign;
        stet::detail::open_quote quote(7);
        quote.set(sign, others);
        CHECK(quote.sign() == sign);
        CHECK(quote.closed_by == others);
    }
}

TEST_CASE("sentence 11: a line of a longer block that ends soon and like no sentence makes no dialogue") {
    const std::string line = "a la casa de la calle mayor, y nadie sabe lo que pasa\n", dash = "\xE2\x80\x94";
    std::string rest;
    while (rest.size() < 400) rest += line;
    CHECK(told(dash + "No lo saben, dijo la madre de los que iban a la mesa\n" + rest).find('[') == std::string::npos);
    CHECK(told(dash + "No lo saben, dijo la madre de los que iban al mar a.\n" + rest).substr(0, 1) == "[");
}

// At every mark of these it is asked in the short way and in the long one.
TEST_CASE("a mark that is decided plainly does what it does when all is asked") {
    using namespace stet::detail;
    const char* const marks[] = {"\"", "''", "'''", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x9F",
                                 "\"\"", "\xE2\x80\x9D\xE2\x80\x9D", "\xE2\x80\x98\xE2\x80\x98", "\xE2\x80\x99\xE2\x80\x99"};
    const stet::code_point before[] = {0, ' ', 'a', 'Z', '7', '.', ',', '?', '!', ';', '(', '-', '\'', 0x2019, 0xE9, 0xA0};
    const char* const behind[] = {"", " ", "\n", ",", ".", ";", "a", "Z", "7", "!", "\"", "'", "\xC3\xA9", " and more",
                                  "a word", ", and", "a word''", "a\" b"};
    const sign_pair opened[] = {row_of('"'), row_of(0x201C), row_of(0x201D), row_of(0x201E), row_of('\''), row_of(0x2018),
                                {apostrophes, apostrophes_closed_by}};
    size_t plain = 0;
    const auto ask = [&](const sign_pair* inside, uint8_t depth, bool seen_before, const mark_place& at) {
        stet::quotations<> one(0), other(0);
        for (stet::quotations<>* each : {&one, &other}) {
            each->restart();
            if (seen_before) {
                each->open(0, apostrophes, apostrophes_closed_by, ' ', false, false);
                each->pop();
            }
            for (uint8_t i = 0; i < depth; ++i) each->open(i, inside->sign, inside->closed_by, ' ', false, false);
        }
        mark_at_hand short_way, long_way;
        if (!one.decides_plainly(at, short_way)) return;
        ++plain;
        REQUIRE(other.decide(at, long_way) == 0);
        if (long_way.action != mark_action::none) REQUIRE(other.doubt(at, long_way) == 0);
        REQUIRE(short_way.action == long_way.action);
        REQUIRE((short_way.sign == long_way.sign && short_way.closed_by == long_way.closed_by));
        REQUIRE(short_way.size == long_way.size);
        if (long_way.action == mark_action::close) REQUIRE(one.above_target() == other.above_target());
        if (long_way.action == mark_action::open) REQUIRE(one.above_opening() == other.above_opening());
    };
    for (const sign_pair& inside : opened)
        for (const uint8_t depth : {0, 1, 2})
            for (const char* mark : marks)
                for (const stet::code_point each : before)
                    for (const char* rest : behind)
                        for (const bool all : {false, true})
                            for (const bool seen_before : {false, true}) {
                                const std::string text = std::string(mark) + rest;
                                INFO(text << " behind " << each << " depth " << int(depth) << " all " << all);
                                ask(&inside, depth, seen_before, mark_place(stet::view(text), 10, each, all, true));
                            }
    CHECK(plain > 5000);
}

TEST_CASE("sentence 8: how far single marks were looked for says nothing of double ones, and the other way round") {
    CHECK(told("Get 'em and \" tea \" it is.") == "Get 'em and [ tea ] it is.");
    CHECK(told("Go on \" and \" give 'em all, he said' and went.").find(']') != std::string::npos);
    // (Its words have been seen as far as the sign of direction, when the mark behind the digits is doubted.)
    for (const harness::told& each : harness::parse("She saw \"the first\xE2\x80\xAE 13\".", stet::start::body))
        if (each.event.what == stet::kind::quote && each.event.side == stet::edge::end)
            CHECK(each.event.quoted == stet::quote_class::direct);
}

TEST_CASE("sentence 11: whether a line is short is asked when it is seen as far as a mark may look") {
    using namespace stet::detail;
    const std::string text = "\xE2\x80\x94 Wo" + std::string(20, 'o');
    for (size_t size = 12; size <= stet::quotations<harness::tiny_limits>::look; ++size) {
        stet::quotations<harness::tiny_limits> state(0);
        state.restart();
        mark_at_hand mark;
        const bool all = size == state.look;
        const mark_place at({text.data(), size}, 11, 0, all, false);
        CHECK(state.decide_dash(at, 0, true, mark) == (all ? 0 : state.look));
    }
    // A mark of ">" that takes most of what is looked ahead.
    const std::string block = ">>>>>>>>>>> \xE2\x80\x94 Wo) . o o.";
    const auto one_by_one = [](size_t) { return size_t{1}; };
    CHECK(harness::read<harness::tiny_limits>(block, one_by_one, stet::start::body) ==
          harness::parse<harness::tiny_limits>(block, stet::start::body));
}
