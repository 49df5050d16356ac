// SPDX-License-Identifier: MIT
// Uses every public function on static objects: what it leaves undefined or warns of, stet does.
#include <stet.hpp>

static stet::reader<> in;
static stet::reader<stet::default_limits, stet::no_quotations> without_quotations;
static stet::attribution<> speakers;
static stet::event e;

extern "C" const char* input_data;
extern "C" size_t input_size;
extern "C" unsigned output;

static void take(const stet::event& told) {
    const stet::view text = told.text();
    output += told.begin + told.end + told.index + told.level + (told.nested ? 1u : 0u) +
              (told.continued ? 1u : 0u) + (told.unclosed ? 1u : 0u) + (told.whole ? 1u : 0u);
    output += static_cast<unsigned char>(stet::name(told.what)[0]) + (stet::is_block(told.what) ? 1u : 0u);
    output += static_cast<unsigned char>(stet::name(told.reason)[0]);
    output += static_cast<unsigned char>(stet::name(told.quoted)[0]);
    output += static_cast<unsigned char>(stet::name(told.shape)[0]);
    output += static_cast<unsigned char>(stet::name(told.evidence)[0]);
    if (!text.empty()) output += static_cast<unsigned char>(text[0]);
    for (char one : text) output += static_cast<unsigned char>(one);
    if (told.side == stet::edge::span) output += static_cast<unsigned>(text.sub(1, 2).size);
    if (text == stet::view("x") || text != stet::view("y")) ++output;
}

// Law 8, for every compiler: a text and who said it are told in a constant expression.
static constexpr unsigned told_when_compiled(const stet::view& text) {
    unsigned events = 0;
    for (const stet::event& each : stet::attribute(stet::parse(text))) events += each.what != stet::kind::text;
    return events;
}
static_assert(told_when_compiled("# A\n\n\"We go,\" said Ann Lee.\n") == 12, "");

template <class Reader> static void use(Reader& reader) {
    const stet::space room = reader.prepare();
    for (size_t i = 0; i < room.size && i < input_size; ++i) room.data[i] = input_data[i];
    if (reader.commit(input_size)) ++output;
    output += static_cast<unsigned>(reader.feed({input_data, input_size}));
    if (reader.put(*input_data)) ++output;
    reader.finish();
    while (reader.next(e)) take(e);
    if (reader.done()) reader.restart();
    reader.restart(stet::start::body);
}

extern "C" void use_everything() {
    use(in);
    use(without_quotations);
    static auto article = stet::parse(stet::view{input_data, input_size}, stet::start::body);
    while (article.next(e)) take(e);
    if (article.done()) ++output;
    for (const stet::event& told : stet::parse(stet::view{input_data, input_size})) take(told);

    while (speakers.next(in, e)) take(e);
    if (speakers.done()) speakers.restart();
    auto said = stet::attribute(in);
    while (said.next(e)) take(e);
    if (said.done()) said.restart();
    for (const stet::event& told : stet::attribute<stet::german>(stet::parse(stet::view{input_data, input_size})))
        take(told);
}
