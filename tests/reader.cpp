// SPDX-License-Identifier: MIT
// reader: prepare and commit, feed, put; zeroed storage is a ready reader.
#include "catch.hpp"
#include "harness.hpp"

TEST_CASE("zeroed storage is a ready reader") {
    using reader = stet::reader<>;
    alignas(reader) static unsigned char storage[sizeof(reader)];  // all zero, never constructed
    static reader built;
    CHECK(std::memcmp(storage, static_cast<const void*>(&built), sizeof(reader)) == 0);
}

TEST_CASE("prepare and commit, feed, and put tell the same") {
    const std::string text = harness::read_file(std::string(STET_SOURCE_DIR) + "/examples/article.txt");
    const harness::trace whole = harness::parse(text);
    static stet::reader<> in;
    stet::event e;

    harness::trace prepared;
    in.restart();
    for (size_t given = 0; !in.done();) {
        const stet::space room = in.prepare();
        const size_t size = std::min<size_t>({room.size, text.size() - given, 100});
        std::memcpy(room.data, text.data() + given, size);
        REQUIRE(in.commit(size));
        given += size;
        if (given == text.size()) in.finish();
        while (in.next(e)) prepared.emplace_back(e);
    }
    CHECK(prepared == whole);

    harness::trace put;
    in.restart();
    for (char one : text) {
        REQUIRE(in.put(one));
        while (in.next(e)) put.emplace_back(e);
    }
    in.finish();
    while (in.next(e)) put.emplace_back(e);
    CHECK(put == whole);
    CHECK(in.done());
}

TEST_CASE("a full window has room again when no more than the look-ahead waits, which next() may ask for") {
    using limits = harness::small_window;
    static stet::reader<limits> in;
    in.restart();
    const std::string notes(limits::window, '\xFF');  // each a note of its own
    REQUIRE(in.feed(notes) == limits::window);
    stet::event e;
    while (in.prepare().size == 0) REQUIRE(in.next(e));
    CHECK(e.end == limits::window - (limits::heading + limits::next));
    CHECK(in.prepare().size == e.end);
    while (in.next(e)) {}
    CHECK(in.prepare().size == limits::heading + limits::next);  // (was moved before)
}

TEST_CASE("a body has no headline, after construction and after restart") {
    static stet::reader<> in(stet::start::body);
    stet::event e;
    for (int round = 0; round < 2; ++round) {
        in.feed("# Title\n\nWords and more words.\n");
        in.finish();
        while (in.next(e)) CHECK(e.what != stet::kind::headline);
        in.restart(stet::start::body);
    }
}

// Law 8: each way to give bytes, and the rest of a reader's calls, in constant expressions.
namespace {

constexpr char body_text[] = "# Tea\n\n\"No,\" she said.";
constexpr stet::view body{body_text, sizeof body_text - 1};

// All that is told, as one number.
constexpr uint64_t mixed(uint64_t hash, const stet::event& e) {
    for (const uint64_t part : {uint64_t{e.begin}, uint64_t{e.end}, static_cast<uint64_t>(e.what), static_cast<uint64_t>(e.side)})
        hash = (hash ^ part) * 0x100000001B3u;
    return hash;
}
constexpr uint64_t told_by_parse() {
    uint64_t hash = 1;
    for (const stet::event& e : stet::parse(body, stet::start::body)) hash = mixed(hash, e);
    return hash;
}
constexpr uint64_t expected = told_by_parse();

template <class Reader> constexpr uint64_t taken(Reader& in, uint64_t hash) {
    for (stet::event e; in.next(e);) hash = mixed(hash, e);
    return hash;
}
template <class Reader> constexpr bool is_told_by_feed(Reader& in, size_t piece) {
    uint64_t hash = 1;
    for (size_t given = 0; given < body.size;) {
        const size_t size = in.feed(body.sub(given, given + piece < body.size ? given + piece : body.size));
        if (size == 0) return false;
        given += size;
        hash = taken(in, hash);
    }
    in.finish();
    return taken(in, hash) == expected && in.done() && in.feed(body) == 0 && !in.put('x');
}
template <class Reader> constexpr bool is_told_by_prepare(Reader& in, size_t piece) {
    uint64_t hash = 1;
    for (size_t given = 0; given < body.size;) {
        const stet::space room = in.prepare();
        size_t size = 0;
        for (; size < piece && size < room.size && given < body.size; ++size) room.data[size] = body[given++];
        if (size == 0 || in.commit(room.size + 1) || !in.commit(size)) return false;
        hash = taken(in, hash);
    }
    in.finish();
    return taken(in, hash) == expected && in.done() && in.prepare().size == 0 && !in.commit(0);
}
constexpr bool feeds() {
    stet::reader<> in(stet::start::body);
    return is_told_by_feed(in, 7);
}
constexpr bool prepares() {
    stet::reader<> in(stet::start::body);
    return is_told_by_prepare(in, 5);
}
// In the middle of an article, and behind its end.
constexpr bool restarts() {
    stet::reader<> in;
    in.feed("A line \"of another");
    stet::event e;
    in.next(e);
    in.restart(stet::start::body);
    if (in.done() || !is_told_by_feed(in, 100)) return false;
    in.restart(stet::start::body);
    return !in.done() && is_told_by_prepare(in, 100);
}
constexpr bool finishes() {
    stet::reader<> in;
    stet::event e;
    if (in.next(e) || in.done()) return false;
    in.finish();
    in.finish();
    return !in.next(e) && in.done() && !in.put('a');
}
static_assert(feeds());
static_assert(prepares());
static_assert(restarts());
static_assert(finishes());

}  // namespace
