// SPDX-License-Identifier: MIT
// Law 10: the macros that Arduino, Windows, AVR and old C libraries define do no harm. (The standard
// library would not survive them: what std.hpp includes comes first.)
#include <stddef.h>
#include <stdint.h>

#include <istream>
#include <iterator>
#include <ostream>
#include <string_view>

#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define round(x) (static_cast<long>((x) + 1))
#define F(text) (text)
#define bit(b) (1u << (b))
#define swap hostile
#define _B hostile
#define _N hostile
#define B1 1
#define IN
#define OUT
#define far
#define near
#define small char
#define word(x) hostile
#define byte hostile
#define interface struct
#define ERROR 0
#define TRUE 1
#define DIFFERENCE 1
#define PI 3

#include <stet.hpp>
#include <stet/std.hpp>

static stet::reader<> in;

int use_it(char one) {
    int events = in.put(one) ? 1 : 0;
    stet::event e;
    while (in.next(e)) ++events;
    for (const stet::event& told : stet::attribute(in)) events += told.whole ? 1 : 0;
    for (const stet::event& told : stet::parse(stet::view(&one, 1))) events += told.whole ? 1 : 0;
    return events;
}

int use_bridges(std::istream& from, std::ostream& out) {
    int events = stet::read(from, in, [&](const stet::event& e) {
        out << stet::to_string_view(e.text()) << e.text() << e.what << e.reason << e.quoted;
    });
    auto article = stet::parse("A word.");
    for (stet::event_iterator<decltype(article)> each(article), end; each != end; ++each)
        events += each->whole && (*each).nested && !(each == end) ? 1 : 0;
    return events;
}
