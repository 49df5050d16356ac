// SPDX-License-Identifier: MIT
// Law 7: no order of calls does harm; what is refused is told by the return value.
#include "catch.hpp"
#include "harness.hpp"

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

TEST_CASE("a null view is an empty article") {
    stet::event e;
    auto article = stet::parse(stet::view{});
    CHECK_FALSE(article.next(e));
    CHECK(article.done());
    CHECK_FALSE(article.next(e));
    static stet::reader<> in;
    in.restart();
    CHECK(in.feed(stet::view{}) == 0);
}
