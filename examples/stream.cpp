// SPDX-License-Identifier: MIT
// stream < ARTICLE: the loop of a firmware that shows an article as it arrives: one byte at a
// time from standard input, in fixed memory, printing as it goes.
#include <stdio.h>
#include <stet.hpp>

static stet::reader<> in;  // all the memory there is: no heap, nothing on the stack to speak of

static void put(stet::view text) { fwrite(text.data, 1, text.size, stdout); }

static void show(const stet::event& e) {
    const bool begins = e.side == stet::edge::begin;
    if (stet::is_block(e.what)) {
        if (e.what == stet::kind::headline) put(begins ? "*** " : " ***");
        if (e.what == stet::kind::heading && begins) put("\n== ");
        if (e.what == stet::kind::list_item && begins) put(" o ");
        if (e.what == stet::kind::furniture && begins) put("   [");
        if (e.what == stet::kind::furniture && !begins) put("]");
        if (!begins) put("\n");
    }
    if (e.what == stet::kind::text) put(e.text());
    if (e.what == stet::kind::soft_break) put(" ");
    if (e.what == stet::kind::quote && !e.nested) put(begins ? "<<" : ">>");
    fflush(stdout);
}

int main() {
    for (;;) {
        const int byte_read = getchar();
        if (byte_read == EOF) {
            in.finish();
        } else {
            in.put(static_cast<char>(byte_read));
        }
        for (stet::event e; in.next(e);) show(e);
        if (in.done()) break;
    }
    if (!ferror(stdin)) return 0;
    fputs("stream: standard input cannot be read\n", stderr);
    return 1;
}
