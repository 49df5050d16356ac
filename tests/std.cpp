// SPDX-License-Identifier: MIT
// The bridges to the standard library.
#include "catch.hpp"
#include "harness.hpp"

#include "../include/stet/std.hpp"

TEST_CASE("a stream is read to its end") {
    std::istringstream from("# Title\n\nHe said \"no\" twice.\n");
    static stet::reader<> in;
    in.restart();
    std::ostringstream quoted;
    CHECK(stet::read(from, in, [&](const stet::event& e) {
        if (e.what == stet::kind::text) quoted << '[' << e.text() << ']';
    }));
    CHECK(quoted.str() == "[Title][He said ][no][ twice.]");
    CHECK(in.done());
}

TEST_CASE("events go through the standard algorithms") {
    auto article = stet::parse(std::string_view("# Title\n\nWords, and more words.\n"));
    using iterator = stet::event_iterator<decltype(article)>;
    const auto blocks = std::count_if(iterator(article), iterator(), [](const stet::event& e) {
        return e.side == stet::edge::end && stet::is_block(e.what);
    });
    CHECK(blocks == 2);
    iterator ended(article);
    CHECK(ended == iterator());
    CHECK(++ended == iterator());
}

TEST_CASE("names and views are printed") {
    std::ostringstream out;
    out << stet::kind::deck << ' ' << stet::note_reason::bidi << ' ' << stet::quote_class::direct << ' '
        << stet::view("words") << ' ' << stet::to_string_view("more");
    CHECK(out.str() == "deck bidi direct words more");
}

TEST_CASE("a stream is read into a reader whose events were not taken, and one that fails is told") {
    static stet::reader<harness::small_window> in;
    in.restart();
    const std::string words(harness::small_window::window, 'a');
    CHECK(in.feed(words) == words.size());  // no room is left
    std::istringstream from(" and more.\n");
    std::string text;
    CHECK(stet::read(from, in, [&](const stet::event& e) {
        if (e.what == stet::kind::text) text += std::string(e.text().data, e.text().size);
    }));
    CHECK(text == words + " and more.");

    const auto nothing = [](const stet::event&) {};
    in.restart();
    std::ifstream closed("no such file");
    CHECK_FALSE(stet::read(closed, in, nothing));
    CHECK(in.done());
    struct broken : std::streambuf {
        int underflow() override { throw std::runtime_error("broken"); }
    } buffer;
    std::istream breaks(&buffer);
    in.restart();
    CHECK_FALSE(stet::read(breaks, in, nothing));
    in.restart();
    std::istringstream empty;
    CHECK(stet::read(empty, in, nothing));
    in.restart();
    CHECK(stet::read(empty, in, nothing));  // at its end
    std::istringstream more("Words.\n");
    CHECK_FALSE(stet::read(more, in, nothing));  // the article is told: nothing is read
    CHECK(more.tellg() == 0);
    in.restart();
    in.feed("A");
    in.finish();
    CHECK_FALSE(stet::read(more, in, nothing));  // so is one that is finished
    CHECK((in.done() && more.tellg() == 0));
    std::ostringstream out;
    out << stet::view(nullptr, 3);
    CHECK(out.str() == "");
    CHECK(stet::to_string_view(stet::view(nullptr, 3)).empty());
}
