// SPDX-License-Identifier: MIT
// Any bytes under a fuzzer. The oracle is the decoder of harness.hpp, which knows nothing of
// stet's: every text is valid UTF-8, the notes cover the ill-formed subparts one by one, and the
// runs of controls and the signs of direction, and nothing else.
#include "input.hpp"

namespace {

using stet::note_reason;

struct place {
    note_reason reason;
    size_t begin, end;
    bool operator!=(const place& other) const {
        return reason != other.reason || begin != other.begin || end != other.end;
    }
};

note_reason reason_of(uint32_t point) {
    if (point == '\t' || point == '\n' || point == '\r' || point == 0x85) return note_reason::none;
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return note_reason::control;
    const bool is_bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return is_bidi ? note_reason::bidi : note_reason::none;
}

std::vector<place> odd_places(std::string_view text) {
    std::vector<place> found;
    const bool is_utf16 = text.substr(0, 2) == "\xFE\xFF" || text.substr(0, 2) == "\xFF\xFE";
    if (is_utf16) found.push_back({note_reason::utf16, 0, 2});
    for (size_t i = is_utf16 ? 2 : 0; i < text.size();) {
        const harness::decoded at = harness::decode(text.substr(i));
        const note_reason reason = at.well ? reason_of(at.point) : note_reason::ill_formed;
        const bool goes_on = reason == note_reason::control && !found.empty() &&
                             found.back().reason == reason && found.back().end == i;
        if (goes_on) found.back().end = i + at.size;
        else if (reason != note_reason::none) found.push_back({reason, i, i + at.size});
        i += at.size;
    }
    return found;
}

void check(std::string_view text, const harness::trace& events) {
    const std::vector<place> odd = odd_places(text);
    size_t next = 0;
    for (const harness::told& each : events) {
        const stet::event& e = each.event;
        if (e.what == stet::kind::text && !harness::is_utf8(each.text)) fuzz::fail("text that is no UTF-8", events);
        if (e.what != stet::kind::note || e.reason == note_reason::unclosed) continue;
        if (next == odd.size() || odd[next] != place{e.reason, e.begin, e.end}) fuzz::fail("a note of nothing", events);
        ++next;
    }
    if (next != odd.size()) fuzz::fail("no note at " + std::to_string(odd[next].begin), events);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const fuzz::input in(data, size);
    check(in.text, harness::parse<harness::tiny_limits>(in.text, in.from));
    check(in.text, harness::parse(in.text, in.from));
    check(in.text, harness::read<harness::tiny_limits>(in.text, in, in.from));
    return 0;
}
