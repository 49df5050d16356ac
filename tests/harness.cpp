// SPDX-License-Identifier: MIT
// The check of the laws in harness.hpp can fail: a true trace that is altered as a law forbids is
// seen, whatever the alteration. (For the laws of facts attribution.cpp has the same.) So can the
// comparison of two events.
#include "catch.hpp"
#include "harness.hpp"

#include <functional>
#include <set>

namespace {

using harness::trace;
using stet::edge;
using stet::event;
using stet::kind;
using stet::note_reason;

// All kinds of spans and notes, sections of two levels, quotations in one another and left open.
const std::string text =
    "\xFF\xFE" "Rain Over the Hills\n\n"
    "BAKU (AP) \xE2\x80\x94 It was late, \xE2\x80\x9C" "as \xE2\x80\x98they\xE2\x80\x99 say,\xE2\x80\x9D and the "
    "r\xE2\x80\xFFiver\x01\x02 r\xE2\x80\xAEose.\n\n"
    "# The Bridge\n\n"
    "The council met on Monday to decide how much the new bridge over the\n"
    "river may cost and who among the towns of the valley will pay for it.\n\n"
    "\x01\x02\n\n"
    "## The Cost\n\n"
    "- \xE2\x80\x9CIt is \xE2\x80\x98old, she said.\n\n"
    "# The End\n\n" +
    std::string(300, 'a') + " it rained again.\n\n"
    "Read more: the old ferry\n";

class alterations {
public:
    const trace events = harness::parse(text);
    std::set<std::string> broken_laws;

    static bool has_text(const event& e) { return e.side == edge::span && e.what != kind::note; }

    // The first event from `from` on of that kind and side.
    size_t find(kind what, edge side, size_t from = 0) const {
        while (events.at(from).event.what != what || events[from].event.side != side) ++from;
        return from;
    }

    void must_be_seen(const trace& other, const std::string& how, size_t i) {
        const std::string broken = harness::broken_law(text, other, stet::default_limits::run);
        INFO(how << ": " << harness::line_of(events[i].event));
        CHECK(broken != "");
        broken_laws.insert(broken.substr(0, broken.find(": ")));
    }
    void altered(const std::string& how, size_t i, const std::function<void(event&)>& alter) {
        trace other = events;
        event& e = other[i].event;
        alter(e);
        if (has_text(e) && e.begin <= e.end) other[i].text = text.substr(e.begin, e.end - e.begin);
        must_be_seen(other, how, i);
    }
    void moved(const std::string& how, size_t from, size_t to) {
        trace other = events;
        other.erase(other.begin() + long(from));
        other.insert(other.begin() + long(to), events[from]);
        must_be_seen(other, how, from);
    }
    void without(const std::string& how, size_t first, size_t last) {
        trace other = events;
        other.erase(other.begin() + long(first), other.begin() + long(last));
        must_be_seen(other, how, first);
    }
    // All spans from one to another told as one.
    void joined(const std::string& how, size_t first, size_t last) {
        trace other = events;
        event& e = other[first].event;
        e.end = events[last].event.end;
        if (has_text(e)) other[first].text = text.substr(e.begin, e.end - e.begin);
        other.erase(other.begin() + long(first) + 1, other.begin() + long(last) + 1);
        must_be_seen(other, how, first);
    }
    void split(const std::string& how, size_t i) {
        trace other = events;
        other.insert(other.begin() + long(i), events[i]);
        other[i].event.end = ++other[i + 1].event.begin;
        must_be_seen(other, how, i);
    }
    // Something said of all events about it, so that they agree.
    void said_throughout(const std::string& how, size_t first, const std::function<void(event&)>& alter) {
        trace other = events;
        for (harness::told& each : other)
            if (each.event.begin == events[first].event.begin &&
                (each.event.what == events[first].event.what || each.event.level != 0))
                alter(each.event);
        must_be_seen(other, how, first);
    }
};

}  // namespace

TEST_CASE("the check of the laws can fail") {
    alterations all;
    const trace& events = all.events;
    REQUIRE(harness::broken_law(text, events, stet::default_limits::run) == "");

    // Every event, in each of these ways.
    for (size_t i = 0; i < events.size(); ++i) {
        const event& e = events[i].event;
        all.without("lost", i, i + 1);
        all.without("all behind it lost", i, events.size());
        trace twice = events;
        twice.insert(twice.begin() + long(i), events[i]);
        all.must_be_seen(twice, "told twice", i);
        if (i + 1 < events.size()) all.moved("told behind the next one", i, i + 1);
        all.altered("begins later", i, [](event& it) { ++it.begin; });
        if (e.begin != 0) all.altered("begins earlier", i, [](event& it) { --it.begin; });
        all.altered("ends later", i, [](event& it) { ++it.end; });
        if (e.end != 0) all.altered("ends earlier", i, [](event& it) { --it.end; });
        all.altered("ends behind the text", i, [](event& it) { it.end = stet::offset(text.size()) + 1; });
        all.altered("is a span, or none", i, [](event& it) { it.side = it.side == edge::span ? edge::begin : edge::span; });
        all.altered("begins for ends", i, [](event& it) { it.side = it.side == edge::end ? edge::begin : edge::end; });
        all.altered("is another structure", i, [](event& it) { it.what = it.what == kind::deck ? kind::byline : kind::deck; });
        all.altered("is a note", i, [](event& it) {
            it.reason = it.reason == note_reason::control ? note_reason::bidi : note_reason::control;
            it.what = kind::note;
        });
        for (uint8_t reason = 1; reason <= 6; ++reason)
            if (note_reason(reason) != e.reason)
                all.altered("has another reason", i, [&](event& it) { it.reason = note_reason(reason); });
        all.altered("has another level", i, [](event& it) { ++it.level; });
        all.altered("has another number", i, [](event& it) { ++it.index; });
        all.altered("is nested, or not", i, [](event& it) { it.nested = !it.nested; });
        all.altered("is continued, or not", i, [](event& it) { it.continued = !it.continued; });
        all.altered("is unclosed, or not", i, [](event& it) { it.unclosed = !it.unclosed; });
        all.altered("has a class, or none", i, [](event& it) {
            it.quoted = it.quoted == stet::quote_class::none ? stet::quote_class::direct : stet::quote_class::none;
        });
        if (e.what != kind::quote || e.side != edge::end) all.altered("is whole", i, [](event& it) { it.whole = true; });
        all.altered("has a shape", i, [](event& it) { it.shape = stet::speaker_shape::name; });
        all.altered("has evidence", i, [](event& it) { it.evidence = stet::speaker_evidence::carried; });
        trace other = events;
        other[i].text += 'a';
        all.must_be_seen(other, "has another text", i);
    }

    // Bytes that are told, and in order, but not as what they are.
    for (size_t i = 0; i < events.size(); ++i) {
        if (events[i].event.what == kind::soft_break) {
            all.joined("a line end in text", i - 1, i + 1);
            all.altered("a line end that is text", i, [](event& it) { it.what = kind::text; });
            all.joined("words in a line end", i, i + 1);
        }
        if (events[i].event.what == kind::text) all.altered("text that is a line end", i, [](event& it) { it.what = kind::soft_break; });
        if (events[i].event.what != kind::note || events[i].event.begin == events[i].event.end) continue;
        const bool behind_text = i != 0 && events[i - 1].event.what == kind::text;
        if (behind_text) all.joined("a note's bytes in text", i - 1, i);
        if (behind_text) all.altered("a note's bytes as text", i, [](event& it) { it.what = kind::text; it.reason = note_reason::none; });
        if (events[i + 1].event.what == kind::text) all.joined("words in a note", i, i + 1);
        if (events[i + 1].event.what == kind::note) all.joined("two notes in one", i, i + 1);
        if (events[i].event.end - events[i].event.begin > 1) all.split("one note in two", i);
    }
    const size_t long_text = all.find(kind::text, edge::span, all.find(kind::paragraph, edge::begin, all.find(kind::section, edge::end)));
    all.joined("text of more than Limits::run bytes", long_text, long_text + 1);
    all.split("an empty span", all.find(kind::soft_break, edge::span));

    // Blocks, sections and quotations as wholes.
    const size_t paragraph = all.find(kind::paragraph, edge::begin);
    const size_t paragraph_end = all.find(kind::paragraph, edge::end);
    all.without("a block lost", paragraph, paragraph_end + 1);
    all.without("two blocks in one", paragraph_end, all.find(kind::paragraph, edge::begin, paragraph_end));
    const size_t section = all.find(kind::section, edge::begin);
    const size_t heading_end = all.find(kind::heading, edge::end);
    const size_t inner = all.find(kind::section, edge::begin, section + 1);
    const size_t inner_end = all.find(kind::section, edge::end);
    all.moved("a section begins later", section, heading_end);
    all.moved("a section ends later", inner_end + 1, all.find(kind::heading, edge::end, inner_end));
    {
        trace other = events;  // the outer one, behind its heading
        other.erase(other.begin() + long(inner_end) + 1);
        harness::told end = events[inner_end + 1];
        end.event.end = events[heading_end].event.end;
        other.insert(other.begin() + long(heading_end) + 1, end);
        all.must_be_seen(other, "a section ends before its paragraph", inner_end + 1);
        other = events;  // the inner one, behind its heading
        end = events[inner_end];
        const size_t inner_heading = all.find(kind::heading, edge::end, inner);
        end.event.end = events[inner_heading].event.end;
        other.erase(other.begin() + long(inner_end));
        other.insert(other.begin() + long(inner_heading) + 1, end);
        all.must_be_seen(other, "a section ends before its list", inner_end);
        other = events;  // the outer one, before the inner one
        end = events[inner_end + 1];
        end.event.end = events[all.find(kind::paragraph, edge::end, section)].event.end;
        other.erase(other.begin() + long(inner_end) + 1);
        other.insert(other.begin() + long(inner), end);
        all.must_be_seen(other, "a section ends before one that is deeper", inner_end + 1);
    }
    all.said_throughout("a section in one of its level", inner, [](event& it) { it.level = 1; });
    all.said_throughout("a level that is none", inner, [](event& it) { it.level = 7; });
    all.said_throughout("a number left out", inner, [](event& it) { it.index += it.index != 0; });
    const size_t quote = all.find(kind::quote, edge::begin);
    all.said_throughout("an outer quotation that is nested", quote, [](event& it) { it.nested = true; });
    all.said_throughout("an inner quotation that is not nested", quote + 3, [](event& it) { it.nested = false; });
    trace other = events;
    harness::told note = events[0];
    note.event.reason = note_reason::too_long;
    note.event.begin = note.event.end = events[paragraph].event.begin;
    note.text.clear();
    other.insert(other.begin() + long(paragraph), note);
    all.must_be_seen(other, "goes on behind the end of offsets", paragraph);

    std::string seen;
    for (const std::string& each : all.broken_laws) seen += each + '\n';
    INFO(seen);
    CHECK(all.broken_laws.size() == 32);  // as many as broken_law tells apart
}

TEST_CASE("the comparison of events can fail: each member, and the text, is looked at") {
    // (This does not compile when an event has a member more or less.)
    [[maybe_unused]] const auto& [what, side, level, reason, quoted, shape, evidence, nested, continued, unclosed, whole,
                                  index, begin, end, data] = event();
    const std::vector<std::function<void(event&)>> alterations = {
        [](event& e) { e.what = kind::quote; },
        [](event& e) { e.side = edge::end; },
        [](event& e) { ++e.level; },
        [](event& e) { e.reason = note_reason::bidi; },
        [](event& e) { e.quoted = stet::quote_class::direct; },
        [](event& e) { e.shape = stet::speaker_shape::name; },
        [](event& e) { e.evidence = stet::speaker_evidence::carried; },
        [](event& e) { e.nested = true; },
        [](event& e) { e.continued = true; },
        [](event& e) { e.unclosed = true; },
        [](event& e) { e.whole = true; },
        [](event& e) { ++e.index; },
        [](event& e) { ++e.begin; },
        [](event& e) { ++e.end; },
    };
    const harness::told one{event()};
    CHECK(one == harness::told(event()));
    for (size_t i = 0; i < alterations.size(); ++i) {
        harness::told other = one;
        alterations[i](other.event);
        INFO("alteration " << i);
        CHECK(other != one);
        CHECK(one != other);
    }
    harness::told other = one;  // (told keeps the bytes, not where they stood)
    other.text = "a";
    CHECK(other != one);
}
