// SPDX-License-Identifier: MIT
// outline.hpp: the application. It takes an article a byte at a time and prints, as it goes, its headline, its
// sections with the number of their paragraphs, and its quotations. All it keeps is in .bss.
#ifndef OUTLINE_HPP
#define OUTLINE_HPP
#include <stet.hpp>
#include "board.hpp"

template <class Reader> class outline {
public:
    void take(char one) {
        in_.put(one);
        while (in_.next(event_)) show(event_);
    }
    bool finish() {
        in_.finish();
        while (in_.next(event_)) show(event_);
        end_section();
        return in_.done();
    }

private:
    static void put(stet::view text) { write(text.data, text.size); }

    void show(const stet::event& e) {
        if (stet::is_block(e.what)) show_block(e.what, e.side == stet::edge::begin);
        if (e.what == stet::kind::quote && !e.nested) show_quote(e.side == stet::edge::begin);
        const bool quoting = in_quote_ && e.what == stet::kind::marker;
        if ((in_title_ || in_quote_) && (quoting || e.what == stet::kind::text)) put(e.text());
        if ((in_title_ || in_quote_) && e.what == stet::kind::soft_break) put(" ");
    }
    void show_block(stet::kind what, bool begins) {
        const bool beside = what == stet::kind::deck || what == stet::kind::byline;
        in_title_ = begins && (beside || what == stet::kind::headline || what == stet::kind::heading);
        if (begins && what == stet::kind::heading) end_section();
        if (begins && beside) put("  ");
        if (!begins && (beside || what == stet::kind::headline || what == stet::kind::heading)) put("\n");
        if (!begins && what == stet::kind::paragraph) ++paragraphs_;
    }
    void show_quote(bool begins) {
        in_quote_ = begins;
        if (!in_title_) begins ? put("  ") : put("\n");
    }
    void end_section() {
        put("  ");
        bool shown = false;
        for (uint16_t ten : tens) {
            char digit = '0';
            for (; paragraphs_ >= ten; paragraphs_ = static_cast<uint16_t>(paragraphs_ - ten)) ++digit;
            shown = shown || digit != '0' || ten == 1;
            if (shown) write(&digit, 1);
        }
        put(" paragraphs\n\n");
    }

    static constexpr uint16_t tens[] = {10000, 1000, 100, 10, 1};  // (A Cortex-M0 does not divide.)

    Reader in_;
    stet::event event_;  // (Here and not on the stack: clearing it there may call memset.)
    uint16_t paragraphs_ = 0;
    bool in_title_ = false;
    bool in_quote_ = false;
};

#endif  // OUTLINE_HPP
