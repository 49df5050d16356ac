// SPDX-License-Identifier: MIT
// Law 7: no order of calls does harm; what is refused is told by the return value.
#include "catch.hpp"
#include "harness.hpp"

namespace {

// A layer that stands by itself, over its reader.
template <class Reader, class Layer> struct over {
    Reader& in;
    Layer& layer;
    bool next(stet::event& e) { return layer.next(in, e); }
    bool done() const { return in.done() && layer.done(); }
};
size_t in_one_piece(size_t) { return std::string::npos; }

}  // namespace

TEST_CASE("more than was prepared is not taken") {
    static stet::reader<> in;
    in.restart();
    const stet::space room = in.prepare();
    CHECK(room.size == stet::default_limits::window);
    CHECK_FALSE(in.commit(room.size + 1));
    CHECK_FALSE(in.commit(static_cast<size_t>(-1)));
    CHECK(in.commit(0));
    in.finish();
    stet::event e;
    CHECK_FALSE(in.next(e));
    CHECK(in.done());
}

TEST_CASE("after finish nothing is taken, and next goes on saying no") {
    static stet::reader<> in;
    in.restart();
    CHECK(in.feed("A word.") == 7);
    in.finish();
    in.finish();
    CHECK(in.prepare().size == 0);
    CHECK(in.feed("more") == 0);
    CHECK_FALSE(in.put('x'));
    CHECK_FALSE(in.commit(1));
    stet::event e;
    int events = 0;
    while (in.next(e)) ++events;
    CHECK(events == 3);
    CHECK(in.done());
    for (int i = 0; i < 3; ++i) CHECK_FALSE(in.next(e));
}

TEST_CASE("a full window takes nothing before its events are taken, and then goes on") {
    static stet::reader<harness::small_window> in;
    in.restart();
    const std::string text(5000, 'a');
    CHECK(in.feed(text) == harness::small_window::window);
    CHECK(in.feed(text) == 0);
    CHECK(in.prepare().size == 0);
    CHECK_FALSE(in.put('a'));
    stet::event e;
    REQUIRE(in.next(e));
    while (in.next(e)) {}
    CHECK(in.feed(text) > 0);
}

TEST_CASE("restart forgets an article wherever it is") {
    const std::string text = "Title\n\n## Part\n\n\"Said \x93 and\n\n\x01\x02";
    const harness::trace whole = harness::parse(text);
    static stet::reader<> in;
    for (size_t size = 0; size <= text.size(); ++size) {
        in.restart();
        CHECK(in.feed(stet::view(text).sub(0, size)) == size);
        stet::event e;
        for (int taken = 0; taken < 3 && in.next(e); ++taken) {}
        harness::trace again;
        in.restart();
        in.feed(text);
        in.finish();
        while (in.next(e)) again.emplace_back(e);
        REQUIRE(again == whole);
    }
}

TEST_CASE("a null view is an empty article, and an empty piece") {
    stet::event e;
    auto article = stet::parse(stet::view{});
    CHECK_FALSE(article.next(e));
    CHECK(article.done());
    CHECK_FALSE(article.next(e));
    for (size_t size : {size_t{3}, ~size_t{0}}) CHECK_FALSE(stet::parse(stet::view(nullptr, size)).next(e));
    auto layer = stet::attribute(stet::parse(stet::view{}));
    CHECK_FALSE(layer.next(e));
    CHECK(layer.done());
    static stet::reader<> in;
    in.restart();
    CHECK(in.feed(stet::view{}) == 0);
    CHECK(in.feed("# A") == 3);
    CHECK(in.feed(stet::view{}) == 0);
    CHECK(in.feed(stet::view(nullptr, 3)) == 0);
    in.finish();
    harness::trace events;
    while (in.next(e)) events.emplace_back(e);
    CHECK(events == harness::parse("# A"));
}

TEST_CASE("commit without prepare takes what lies in the window, and so much more than that not") {
    static stet::reader<> in;
    in.restart();
    CHECK(in.feed("# A") == 3);
    const size_t room = stet::default_limits::window - 3;
    CHECK_FALSE(in.commit(room + 1));
    CHECK(in.commit(room));
    CHECK_FALSE(in.commit(1));
    CHECK(in.commit(0));
    in.finish();
    CHECK_FALSE(in.commit(0));
    harness::trace events;
    for (stet::event e; in.next(e);) events.emplace_back(e);
    CHECK(harness::lines_of(events).find(" note 3 1536 control\n") != std::string::npos);  // zeroed storage
    CHECK(in.done());
}

TEST_CASE("an article that is told stays told") {
    auto article = stet::attribute(stet::parse("\"No,\" said Ann Lee.\n"));
    size_t events = 0;
    for (stet::event e : article) events += e.what != stet::kind::note;
    CHECK(events > 8);
    for (stet::event e : article) events += 1000 + (e.what != stet::kind::note);
    CHECK(events < 1000);
    stet::event e;
    CHECK_FALSE(article.next(e));
    CHECK(article.done());
}

TEST_CASE("a layer that is restarted knows nothing of the article before") {
    const std::string before = "\"We go,\" Ann Lee said. She added:\n";  // the next quotation would be hers
    const std::string text = "\"No, and we will not go there.\"\n\n\"Nor we,\" said Bob Ray.\n";
    const harness::trace alone = harness::attribute<stet::english>(text, stet::start::body);
    static stet::reader<> in;
    static stet::attribution<> layer;
    over<stet::reader<>, stet::attribution<>> both{in, layer};
    const auto told = [&](const std::string& article) {
        in.restart(stet::start::body);
        return harness::fed(in, both, article, in_one_piece);
    };
    CHECK(told(before).size() > 0);
    CHECK(told(text) != alone);  // without restart() it is a later part of one article
    // After each number of events, also in the middle of a quotation or of what is known about it.
    const size_t all = harness::attribute<stet::english>(before, stet::start::body).size();
    for (size_t taken = 0; taken <= all; ++taken) {
        in.restart(stet::start::body);
        in.feed(before);
        in.finish();
        stet::event e;
        for (size_t i = 0; i < taken; ++i) REQUIRE(layer.next(in, e));
        layer.restart();
        CHECK(told(text) == alone);
    }
    auto usual = stet::attribute(in);
    for (size_t taken = 0; taken <= all; ++taken) {
        usual.restart(stet::start::body);
        in.feed(before);
        in.finish();
        stet::event e;
        for (size_t i = 0; i < taken; ++i) REQUIRE(usual.next(e));
        usual.restart(stet::start::body);
        CHECK_FALSE(usual.done());
        CHECK(harness::fed(in, usual, text, in_one_piece) == alone);
    }
}

// Whatever is called, in whatever order, also on a layer whose reader begins anew in the middle of a
// quotation: all of it returns, within bounds (a sanitizer sees those), and the next article is told
// as if nothing had been.
TEST_CASE("no order of calls does harm") {
    const std::string text = "# Tea\n\n\"We go,\" said Ann Lee. \"And she \x93 went\n\n\"on,\" she said:\n> \xC2\xA0\n\n\x01\xE2\x80";
    const harness::trace whole = harness::attribute<stet::english, harness::tiny_limits>(text, stet::start::article);
    static stet::reader<harness::tiny_limits> in;
    static stet::attribution<stet::english, harness::tiny_limits> layer;
    over<stet::reader<harness::tiny_limits>, stet::attribution<stet::english, harness::tiny_limits>> both{in, layer};
    uint32_t state = 7;
    const auto random = [&](uint32_t count) { return ((state = state * 1664525u + 1013904223u) >> 8) % count; };
    for (int round = 0; round < 2000; ++round) {
        stet::event e;
        for (int call = 0; call < 60; ++call) {
            const size_t first = random(uint32_t(text.size()));
            const uint32_t what = random(40);
            if (what == 0) in.restart(random(2) == 0 ? stet::start::body : stet::start::article);
            else if (what == 1) in.finish();
            else if (what == 2) in.commit(random(100));
            else if (what == 3) in.commit(size_t{0} - random(3));
            else if (what == 4) layer.restart();
            else if (what == 5) std::copy_n(text.data(), std::min(in.prepare().size, text.size()), in.prepare().data);
            else if (what < 16) in.put(text[first]);
            else if (what < 24) in.feed(stet::view(text).sub(first, first + random(30)));
            else if (what < 30) in.next(e);
            else layer.next(in, e);
        }
        in.finish();
        int left = 0;
        while (layer.next(in, e)) REQUIRE(++left < 1000);
        REQUIRE(in.done());
        in.restart();
        layer.restart();
        REQUIRE(harness::fed(in, both, text, in_one_piece) == whole);
    }
}

TEST_CASE("restart forgets a mark that waits for what follows it") {
    const std::string text = "Title\n\nA word \x01 and one more.\n";
    static stet::reader<> in;
    in.restart();
    std::string waits = "Title\n\n";  // (a block whose end is not waited for, being long)
    while (waits.size() < 500) waits += "words ";
    waits += '"';
    CHECK(in.feed(waits) == waits.size());
    stet::event e;
    while (in.next(e)) {}
    in.restart();
    CHECK(in.feed(text) == text.size());
    in.finish();
    harness::trace again;
    while (in.next(e)) again.emplace_back(e);
    CHECK(again == harness::parse(text));
}
