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
