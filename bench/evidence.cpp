// SPDX-License-Identifier: MIT
// evidence.cpp: fits and measures the score card of block.hpp on folders of gold.
//
//     evidence CORPUS... [--out DIR] [--errors GOLD,SYSTEM] [--rows 140] [--ridge 3] [--epochs 150]
//
// A CORPUS is a folder with index.tsv (columns `name` and `domain`) and the layouts dense,
// dense_nohead, spaced, wrapped, bulleted with NAME.txt and NAME.tsv in each. Prints figures,
// cross-validated in five folds by domain, then what a winner needs and the card fitted on
// everything. fit_blocks.py pastes that into the header.
#include "block.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using stet::detail::card_columns;
using stet::detail::card_row;
namespace fs = std::filesystem;

constexpr int folds = 5;
constexpr size_t limit = stet::default_limits::heading;
constexpr size_t ahead = stet::default_limits::next;
double scale = 10;        // points of the card to a factor of e in the odds
double most = 99;         // points
double least = 0.5;       // points; a cell below is empty
constexpr int list_column = 1, furniture_column = 3, deck_column = 5;
double furniture_share = 0.045;  // of paragraphs in what is called furniture
double list_share = 0.07;       // of lines wrongly called list items, to the list items there are
double deck_need = 25;          // points, of two sentences: the gold has more decks than the world
double doubt_below = .03;    // a label that is less likely than that to the first fit
double doubted = .2;         // counts so much: one in twenty is wrong
double wrapped_weight = .2;  // of what is tuned
double tuned_by = 20;           // points, at most
constexpr double chance = .003;   // of what is tuned: no difference

struct block {
    std::string gold;
    size_t begin, end;
};

struct page {
    std::string name, set;
    int fold = 0;
    bool news = false;
    std::string lang;
    std::string text;
    std::vector<block> blocks;
    size_t wrapped_from = ~size_t{0};  // from the end of the first block of two lines on
};

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

std::vector<std::string> split(const std::string& line, char by) {
    std::vector<std::string> parts;
    std::stringstream in(line);
    for (std::string part; std::getline(in, part, by);) parts.push_back(part);
    return parts;
}

struct corpus {
    std::string path, name;
    std::map<std::string, std::pair<std::string, std::string>> domain_and_lang;
    std::set<std::string> news;
};

corpus open_corpus(const std::string& path) {
    corpus found;
    found.path = path;
    found.name = fs::path(path).filename().string();
    std::ifstream in(path + "/index.tsv");
    std::string line;
    std::getline(in, line);
    const auto head = split(line, '\t');
    const auto column = [&](const char* name) {
        return static_cast<size_t>(std::find(head.begin(), head.end(), name) - head.begin());
    };
    const size_t name = column("name"), domain = column("domain"), lang = column("lang");
    while (std::getline(in, line)) {
        const auto p = split(line, '\t');
        if (p.size() > std::max(domain, lang))
            found.domain_and_lang[p[name]] = {p[domain], p[lang]};
    }
    std::ifstream list(path + "/news_dev.txt");
    while (list >> line) found.news.insert(line);
    return found;
}

int fold_of(const std::string& domain) {
    uint32_t hash = 2166136261u;
    for (char c : domain) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
    return static_cast<int>((hash >> 8) % folds);
}

std::vector<page> load(const corpus& from, const std::string& layout) {
    std::vector<page> pages;
    const fs::path folder = fs::path(from.path) / layout;
    if (!fs::exists(folder)) return pages;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        page one;
        one.name = file.stem().string();
        one.set = from.name;
        const auto known = from.domain_and_lang.find(one.name);
        one.fold = fold_of(known == from.domain_and_lang.end() ? one.name : known->second.first);
        one.lang = known == from.domain_and_lang.end() ? "" : known->second.second;
        one.news = from.news.count(one.name) != 0;
        one.text = read(fs::path(file).replace_extension(".txt"));
        std::stringstream lines(read(file));
        for (std::string line; std::getline(lines, line);) {
            const auto p = split(line, '\t');
            if (p.size() < 3) continue;
            one.blocks.push_back({p[0], std::stoul(p[1]), std::stoul(p[2])});
            const block& last = one.blocks.back();
            const size_t line_end = one.text.find('\n', last.begin);
            if (line_end < last.end && one.wrapped_from > last.end) one.wrapped_from = last.end;
        }
        pages.push_back(one);
    }
    return pages;
}

struct line_start {
    stet::line_mark mark = stet::line_mark::none;
    uint8_t level = 0;
    uint16_t number = 0;
    size_t size = 0;
};

// The mark of a line, as the corpora write it: "- ", "* ", "> ", "12. ".
line_start mark_of(const char* text, size_t size) {
    line_start found;
    size_t i = 0;
    if (size > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ')
        return {stet::line_mark::bullet, 0, 0, 2};
    const auto first = stet::detail::decode(text, size);
    if (first.form == stet::detail::decoded::well && stet::detail::is_bullet(first.point) &&
        size > first.size + 1u && text[first.size] == ' ')
        return {stet::line_mark::bullet, 0, 0, first.size + 1u};
    while (i < size && i < 3 && text[i] >= '0' && text[i] <= '9') {
        found.number = static_cast<uint16_t>(found.number * 10 + (text[i] - '0'));
        ++i;
    }
    if (i == 0 || i + 2 >= size || (text[i] != '.' && text[i] != ')') || text[i + 1] != ' ')
        return {};
    found.mark = stet::line_mark::number;
    found.size = i + 2;
    return found;
}

bool is_blank(const stet::detail::decoded& at) {
    using namespace stet::detail;
    return at.form != decoded::well || at.point <= ' ' || at.point == 0x7F || is_space(at.point) ||
           at.point == 0x200B || at.point == 0xFEFF || at.point == 0x2028 || at.point == 0x2029;
}

// What the machine would give the classifier, had it found the gold's blocks.
stet::candidate candidate_of(const page& from, const block& one, bool wrapped) {
    stet::candidate found;
    const char* text = from.text.data();
    size_t begin = one.begin, end = one.end;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    const auto mark = mark_of(text + begin, end - begin);
    found.mark = mark.mark;
    found.level = mark.level;
    found.number = mark.number;
    found.is_long = end - begin > limit;
    if (wrapped) {
        size_t at = begin;
        while (at > 0 && text[at - 1] == ' ') --at;
        found.indent = static_cast<uint8_t>(begin - at);
    }
    const size_t last = found.is_long ? begin + limit : end;
    begin += mark.size;
    found.block = {text + begin, last - begin};
    if (found.is_long) return found;
    size_t at = end;
    const size_t most = std::min(end + ahead, from.text.size());
    while (at < most) {
        const auto next = stet::detail::decode(text + at, most - at);
        if (next.size == 0) break;
        if (!is_blank(next)) break;
        at += next.size;
    }
    size_t next_end = at;
    if (wrapped && end >= from.wrapped_from) {  // all lines of the next block
        for (const block& other : from.blocks)
            if (other.end > at && other.begin <= at) next_end = std::min(other.end, most);
        while (next_end > at && text[next_end - 1] == '\n') --next_end;
    } else {
        next_end = static_cast<size_t>(std::find(text + at, text + most, '\n') - text);
    }
    const size_t size = next_end - at;
    found.next = {text + at, size};
    found.next_line = static_cast<size_t>(std::find(text + at, text + next_end, '\n') - (text + at));
    found.next_whole = size != 0 && (at + size < most || most == from.text.size());
    return found;
}

stet::kind kind_named(const std::string& gold) {
    for (uint8_t i = 0; i < stet::kind_count; ++i)
        if (gold == stet::name(static_cast<stet::kind>(i))) return static_cast<stet::kind>(i);
    return stet::kind::paragraph;
}

using card_rows = std::vector<card_row>;

using packed_rows = stet::detail::large_card<256>;

stet::kind told(const page& from, const packed_rows& card, const int8_t (&needs)[card_columns],
                stet::block_rules& rules, const block& one,
                bool wrapped, stet::evidence* out, const stet::kind* force) {
    const auto found = candidate_of(from, one, wrapped);
    const auto seen = rules.measure(found);
    const auto is = seen.decided ? seen.is : stet::detail::highest(card, needs, seen);
    if (out != nullptr) *out = seen;
    rules.begin(seen, force != nullptr ? *force : is);
    size_t end = one.end;
    while (end > one.begin && (from.text[end - 1] == ' ' || from.text[end - 1] == '\n')) --end;
    rules.end(end - one.begin,
              end == one.begin
                  ? 0
                  : stet::detail::decode_last(from.text.data() + one.begin, end - one.begin));
    return is;
}

// ---- fitting ----

struct sample {
    std::vector<uint16_t> rows;  // that hold
    int label;                   // column; -1 a paragraph
    int fold;
    double weight;
    bool headline;  // for the last column
    bool may[card_columns];
    int sentences;
    bool wrapped;
    bool subtitle;  // a heading would be a deck
};

using weights = std::vector<double>;  // rows * card_columns

// The rows that the card may choose from.
struct choice {
    std::string text;
    card_row row;
};

std::vector<choice> choices() {
    using namespace stet::detail;
    std::vector<choice> made;
    const auto bounds = [&](const std::string& text, uint8_t what, std::vector<int> list) {
        for (int bound : list)
            made.push_back(
                {text + ", " + std::to_string(bound), {what, static_cast<uint8_t>(bound), {}}});
    };
#define STET_LINE(name, ...) bounds("on(fact::" #name ")", on(fact::name), {__VA_ARGS__})
#define STET_CONTEXT(name, ...) bounds("on(context::" #name ")", on(context::name), {__VA_ARGS__})
    STET_LINE(columns, 0, 13, 21, 31, 46, 61, 81, 111, 161);
    STET_LINE(words, 2, 3, 5, 9, 16);
    STET_LINE(capitals, 1, 3, 6);
    STET_LINE(smalls, 1, 3, 6, 10);
    STET_LINE(long_smalls, 1, 2, 4);
    STET_LINE(figures, 1, 3);
    STET_LINE(stops, 1, 2, 3);
    STET_LINE(years, 1);
    STET_LINE(clocks, 1);
    STET_LINE(colon_inside, 1);
    STET_LINE(dash_inside, 1);
    STET_LINE(last_quote, 1);
    STET_LINE(last_bracket, 1);
    STET_LINE(digits, 1, 3, 6);
    STET_LINE(quotes, 1, 3);
    STET_LINE(brackets, 1);
    STET_LINE(dashes, 1);
    STET_LINE(ends, 2, 4);
    STET_LINE(questions, 1);
    STET_LINE(commas, 1, 3);
    STET_LINE(copyrights, 1);
    STET_LINE(arrows, 1);
    STET_LINE(ats, 1);
    STET_LINE(slashes, 1, 3);
    STET_LINE(others, 1, 3);
    STET_LINE(plain_words, 1, 2, 4);
    STET_LINE(by_words, 1);
    STET_LINE(role_words, 1);
    STET_LINE(agency_words, 1);
    STET_LINE(credit_words, 1, 2);
    STET_LINE(furniture_words, 1, 2);
    STET_LINE(date_words, 1, 2);
    STET_LINE(ask_words, 1);
    STET_CONTEXT(place, 1, 2, 3, 5, 10);
    STET_CONTEXT(body, 1);
    STET_CONTEXT(before_size, 8, 16, 38, 80);
    STET_CONTEXT(before_open, 1);
    STET_CONTEXT(before_colon, 1);
    STET_CONTEXT(before_question, 1);
    STET_CONTEXT(before_alike, 1);
    STET_CONTEXT(before_start, 1);
    STET_CONTEXT(mean, 15, 30, 50, 75);
    STET_CONTEXT(run, 1, 2, 3, 6);
    STET_CONTEXT(gap, 1, 2, 4, 8);
    STET_CONTEXT(repeated, 1);
    STET_CONTEXT(counting, 1);
    STET_CONTEXT(numbered, 1);
    STET_CONTEXT(marked, 1);
    STET_CONTEXT(announced, 1);
    STET_CONTEXT(next_columns, 1, 21, 31, 61);
    STET_CONTEXT(next_words, 4, 9);
    STET_CONTEXT(next_digits, 1);
    STET_CONTEXT(next_whole, 1);
    STET_CONTEXT(next_twice, 1);
    STET_CONTEXT(next_four, 1);
    STET_CONTEXT(next_open, 1);
    STET_CONTEXT(next_stop, 1);
    STET_CONTEXT(next_alike, 1);
    STET_CONTEXT(next_same, 1);
    STET_CONTEXT(ends_word, 1);
    STET_CONTEXT(next_ends_word, 1);
    STET_CONTEXT(next_more, 1);
    STET_CONTEXT(next_size, 25, 50);
    STET_CONTEXT(next_kin, 1);
    STET_CONTEXT(before_kin, 1);
    STET_CONTEXT(before_shares, 1, 2);
    STET_CONTEXT(next_shares, 1, 2, 3);
    STET_CONTEXT(title_shares, 1, 2, 3);
    STET_CONTEXT(titled, 1);
    STET_CONTEXT(names, 1);
    STET_CONTEXT(one_capital, 1);
    STET_CONTEXT(mostly_shouted, 1);
    STET_CONTEXT(all_dated, 1);
    STET_CONTEXT(dated, 1);
#undef STET_LINE
#undef STET_CONTEXT
    const auto kinds = [&](const std::string& text, uint8_t what, glyph bound, const char* name) {
        made.push_back({text + ", number_of(glyph::" + name + ")", {what, number_of(bound), {}}});
    };
#define STET_GLYPH(name)                                                     \
    kinds("is(fact::first)", is(fact::first), glyph::name, #name);           \
    kinds("is(fact::last)", is(fact::last), glyph::name, #name);             \
    kinds("is(context::before_last)", is(context::before_last), glyph::name, #name); \
    kinds("is(context::next_first)", is(context::next_first), glyph::name, #name); \
    kinds("is(context::next_last)", is(context::next_last), glyph::name, #name)
    STET_GLYPH(lower);
    STET_GLYPH(letter);
    STET_GLYPH(digit);
    STET_GLYPH(quote);
    STET_GLYPH(bracket);
    STET_GLYPH(dash);
    STET_GLYPH(stop);
    STET_GLYPH(ellipsis);
    STET_GLYPH(question);
    STET_GLYPH(exclaim);
    STET_GLYPH(colon);
    STET_GLYPH(comma);
    STET_GLYPH(other);
#undef STET_GLYPH
    const auto lists = [&](const std::string& text, uint8_t what, word_is bound, const char* name) {
        made.push_back({text + ", number_of(word_is::" + name + ")", {what, number_of(bound), {}}});
    };
#define STET_WORD(name)                                                \
    lists("is(fact::starts)", is(fact::starts), word_is::name, #name); \
    lists("is(context::before_starts)", is(context::before_starts), word_is::name, #name); \
    lists("is(context::next_starts)", is(context::next_starts), word_is::name, #name)
    STET_WORD(by);
    STET_WORD(role);
    STET_WORD(agency);
    STET_WORD(credit);
    STET_WORD(furniture);
    STET_WORD(date);
    STET_WORD(ask);
#undef STET_WORD
    std::stable_sort(made.begin() + 1, made.end(), [&](const choice& one, const choice& other) {
        return std::tie(one.row.what, one.row.bound) < std::tie(other.row.what, other.row.bound);
    });
    return made;
}

int column_of(stet::kind is) {
    for (size_t k = 0; k < card_columns; ++k)
        if (stet::detail::card_kinds[k] == is) return static_cast<int>(k);
    return -1;
}

void add_samples(std::vector<sample>& to, const std::vector<choice>& rows, const page& from,
                 bool wrapped, bool nohead, double weight) {
    const packed_rows nothing(stet::detail::card, 1);
    stet::block_rules rules;
    for (size_t i = 0; i < from.blocks.size(); ++i) {
        const block& one = from.blocks[i];
        stet::kind gold = kind_named(one.gold);
        stet::evidence seen(nullptr, 0, false);
        told(from, nothing, stet::detail::card_needs, rules, one, wrapped, &seen, &gold);
        if (nohead && i > 0) break;
        if (seen.decided || one.gold == "other" || one.gold == "code") continue;
        if (gold == stet::kind::block_quote) gold = stet::kind::paragraph;
        sample s;
        for (size_t r = 0; r < rows.size(); ++r)
            if (stet::detail::holds(rows[r].row, seen.numbers[rows[r].row.what & 0x7F]))
                s.rows.push_back(static_cast<uint16_t>(r));
        s.fold = from.fold;
        s.weight = weight;
        s.headline = i == 0;
        s.wrapped = wrapped;
        s.sentences = seen.sentences;
        s.subtitle = seen.subtitle;
        for (size_t k = 0; k + 1 < card_columns; ++k)
            s.may[k] = stet::detail::may_be(k, seen) ||
                       (seen.numbered && static_cast<int>(k) == list_column);
        s.label = column_of(gold);
        if (s.headline && s.label >= 0 && gold != stet::kind::headline &&
            gold != stet::kind::byline)
            continue;
        to.push_back(s);
    }
}

// A function of many numbers and its slope.
struct slope {
    double value = 0;
    std::vector<double> by;
};

double product(const std::vector<double>& one, const std::vector<double>& other) {
    double sum = 0;
    for (size_t i = 0; i < one.size(); ++i) sum += one[i] * other[i];
    return sum;
}

// The lowest point of a convex function, by limited-memory BFGS (Nocedal and Wright, 7.4).
// `bend` is about how fast the slope changes along each number.
template <class Function>
void descend(std::vector<double>& at, const std::vector<double>& bend, int steps,
             Function&& function) {
    constexpr size_t memory = 12;
    std::vector<std::vector<double>> moves, turns;
    slope here = function(at);
    for (int step = 0; step < steps; ++step) {
        std::vector<double> way = here.by, share(moves.size());
        for (size_t i = moves.size(); i-- > 0;) {
            share[i] = product(moves[i], way) / product(moves[i], turns[i]);
            for (size_t j = 0; j < way.size(); ++j) way[j] -= share[i] * turns[i][j];
        }
        for (size_t j = 0; j < way.size(); ++j) way[j] /= bend[j];
        for (size_t i = 0; i < moves.size(); ++i) {
            const double back = product(turns[i], way) / product(moves[i], turns[i]);
            for (size_t j = 0; j < way.size(); ++j) way[j] += (share[i] - back) * moves[i][j];
        }
        const double fall = product(here.by, way);
        if (fall <= here.value * 1e-7) return;
        double size = 1;
        std::vector<double> there(at.size());
        slope next;
        for (int halved = 0; halved < 30; ++halved, size /= 2) {
            for (size_t j = 0; j < at.size(); ++j) there[j] = at[j] - size * way[j];
            next = function(there);
            if (next.value <= here.value - 1e-4 * size * fall) break;
        }
        std::vector<double> move(at.size()), turn(at.size());
        for (size_t j = 0; j < at.size(); ++j) {
            move[j] = there[j] - at[j];
            turn[j] = next.by[j] - here.by[j];
        }
        if (product(move, turn) <= 0) return;
        moves.push_back(move);
        turns.push_back(turn);
        if (moves.size() > memory) {
            moves.erase(moves.begin());
            turns.erase(turns.begin());
        }
        at = there;
        here = next;
    }
}

// Multinomial logistic regression for the first columns, a logistic one for the headline's; begins
// with `before`, if there are any.
weights fit(const std::vector<sample>& from, const std::vector<bool>& use, int without_fold,
            int epochs, double ridge, double no_headline_weight, const weights& before) {
    constexpr size_t head = card_columns - 1;
    const double floor_of_first = 0.01;  // the first row is hardly held back
    std::vector<size_t> place(use.size(), 0);
    size_t left = 0;
    for (size_t r = 0; r < use.size(); ++r)
        if (use[r]) place[r] = left++;
    std::vector<const sample*> lines, heads;
    for (const sample& s : from)
        if (s.fold != without_fold) (s.headline ? heads : lines).push_back(&s);
    std::vector<std::vector<uint16_t>> rows_of(lines.size());
    for (size_t i = 0; i < lines.size(); ++i)
        for (uint16_t r : lines[i]->rows)
            if (use[r]) rows_of[i].push_back(static_cast<uint16_t>(place[r]));
    const auto held_back = [&](const std::vector<double>& at, size_t width, slope& out) {
        for (size_t j = 0; j < at.size(); ++j) {
            const double by = j < width ? floor_of_first : ridge;
            out.value += by * at[j] * at[j] / 2;
            out.by[j] += by * at[j];
        }
    };
    std::vector<double> at(left * head, 0), at_head(left, 0);
    for (size_t r = 0; r < use.size() && !before.empty(); ++r) {
        if (!use[r]) continue;
        for (size_t k = 0; k < head; ++k) at[place[r] * head + k] = before[r * card_columns + k];
        at_head[place[r]] = before[r * card_columns + head];
    }
    std::vector<double> bend(at.size(), 0), bend_head(left, 0);
    for (size_t j = 0; j < bend.size(); ++j) bend[j] = j < head ? floor_of_first : ridge;
    for (size_t j = 0; j < left; ++j) bend_head[j] = j < 1 ? floor_of_first : ridge;
    for (size_t i = 0; i < lines.size(); ++i)
        for (uint16_t r : rows_of[i])
            for (size_t k = 0; k < head; ++k) bend[r * head + k] += .1 * lines[i]->weight;
    for (const sample* s : heads)
        for (uint16_t r : s->rows)
            if (use[r]) bend_head[place[r]] += .1;
    std::vector<double> trust(lines.size(), 1);
    bool doubt = false;
    const auto loss = [&](const std::vector<double>& w) {
        slope out;
        out.by.assign(w.size(), 0);
        double* const by = out.by.data();
        for (size_t i = 0; i < lines.size(); ++i) {
            double sum[head] = {}, all = 1;
            for (uint16_t r : rows_of[i]) {
                const double* const row = w.data() + r * head;
                for (size_t k = 0; k < head; ++k) sum[k] += row[k];
            }
            const double gold = lines[i]->label < 0 ? 0 : sum[lines[i]->label];
            for (size_t k = 0; k < head; ++k) all += sum[k] = std::exp(std::min(sum[k], 60.0));
            const double weight = lines[i]->weight * trust[i];
            if (doubt) {
                const double likely = std::exp(gold) / all;
                trust[i] = likely < doubt_below ? doubted : 1;
            }
            out.value += weight * (std::log(all) - gold);
            for (size_t k = 0; k < head; ++k)
                sum[k] = weight * (sum[k] / all - (static_cast<int>(k) == lines[i]->label ? 1 : 0));
            for (uint16_t r : rows_of[i]) {
                double* const row = by + r * head;
                for (size_t k = 0; k < head; ++k) row[k] += sum[k];
            }
        }
        held_back(w, head, out);
        return out;
    };
    descend(at, bend, epochs, loss);
    if (doubted < 1) {  // a label that is hardly likely may be wrong
        doubt = true;
        loss(at);
        doubt = false;
        descend(at, bend, epochs, loss);
    }
    descend(at_head, bend_head, epochs, [&](const std::vector<double>& w) {
        slope out;
        out.by.assign(w.size(), 0);
        for (const sample* s : heads) {
            double sum = 0;
            for (uint16_t r : s->rows)
                if (use[r]) sum += w[place[r]];
            const bool yes = s->label == static_cast<int>(head);
            const double weight = yes ? 1 : no_headline_weight;
            out.value += weight * (std::log1p(std::exp(-std::fabs(sum))) + std::max(sum, 0.0) -
                                   (yes ? sum : 0));
            const double by = weight * (1 / (1 + std::exp(-sum)) - (yes ? 1 : 0));
            for (uint16_t r : s->rows)
                if (use[r]) out.by[place[r]] += by;
        }
        held_back(w, 1, out);
        return out;
    });
    weights w(use.size() * card_columns, 0);
    for (size_t r = 0; r < use.size(); ++r) {
        if (!use[r]) continue;
        for (size_t k = 0; k < head; ++k) w[r * card_columns + k] = at[place[r] * head + k];
        w[r * card_columns + head] = at_head[place[r]];
    }
    return w;
}

// The fitted rows, rounded.
card_rows rounded(const weights& w, const double (&shift)[card_columns],
                  const std::vector<choice>& rows, const std::vector<bool>& use) {
    card_rows made;
    for (size_t r = 0; r < rows.size(); ++r) {
        card_row row = rows[r].row;
        for (size_t k = 0; k < card_columns; ++k) {
            double v = w[r * card_columns + k] * scale;
            if (r == 0)
                v += shift[k];
            else if (!use[r] || std::fabs(v) < least)
                v = 0;
            row.points[k] = static_cast<int8_t>(std::max(-most, std::min(most, std::round(v))));
        }
        made.push_back(row);
    }
    return made;
}

// ---- measuring ----

struct score {
    double tp = 0, fp = 0, fn = 0;
    double f() const { return tp == 0 ? 0 : 2 * tp / (2 * tp + fp + fn); }
    double p() const { return tp == 0 ? 0 : tp / (tp + fp); }
    double r() const { return tp == 0 ? 0 : tp / (tp + fn); }
};

using scores = std::map<std::string, score>;

struct result {
    std::string gold, is, text, name, lang;
    bool news;
};

void run(const page& from, const packed_rows& card, const int8_t (&needs)[card_columns],
         bool wrapped, bool quotes,
         std::vector<result>& out) {
    stet::block_rules rules;
    for (const block& one : from.blocks) {
        const auto is = told(from, card, needs, rules, one, wrapped, nullptr, nullptr);
        std::string gold = one.gold, got = stet::name(is);
        if (!quotes && gold == "block_quote") gold = "paragraph";
        if (!quotes && got == "block_quote") got = "paragraph";
        out.push_back({gold, got, from.text.substr(one.begin, one.end - one.begin), from.name,
                       from.lang, from.news});
    }
}

scores count(const std::vector<result>& results, bool only_news) {
    scores all;
    for (const result& r : results) {
        if (only_news && !r.news) continue;
        if (r.gold == "other" || r.gold == "code") continue;
        if (r.gold == r.is) {
            ++all[r.gold].tp;
        } else {
            ++all[r.gold].fn;
            ++all[r.is].fp;
        }
    }
    return all;
}

void print_scores(const std::string& title, scores all) {
    std::printf("%-34s", title.c_str());
    for (const char* k : {"headline", "deck", "byline", "heading", "paragraph", "list_item",
                          "caption", "furniture", "block_quote"})
        std::printf(" %s %.3f", std::string(k).substr(0, 5).c_str(), all[k].f());
    std::printf("  (headings P %.3f R %.3f)\n", all["heading"].p(), all["heading"].r());
}

// The sums that a card gives to a line.
struct judged {
    const sample* line;
    double sums[card_columns];
};

// What decides between the columns: points that are added, and what a winner needs.
struct limits_of_card {
    double shift[card_columns] = {};
    double needs[card_columns] = {};
};

// Lines by what they are (row) and what they are called, paragraphs first.
struct tally {
    double lines[card_columns + 1][card_columns + 1] = {};

    double called(size_t is) const {
        double sum = 0;
        for (const auto& gold : lines) sum += gold[is];
        return sum;
    }
    double there(size_t gold) const {
        double sum = 0;
        for (double is : lines[gold]) sum += is;
        return sum;
    }
    double f(size_t k) const { return 2 * lines[k][k] / (called(k) + there(k) + 1e-9); }
};

tally tallied(const std::vector<judged>& lines, int without_fold, const limits_of_card& by) {
    tally found;
    for (const judged& one : lines) {
        if (one.line->fold == without_fold) continue;
        size_t best = 0;
        double highest = 0, needs = 0;
        for (size_t k = 0; k + 1 < card_columns; ++k) {
            const double sum = one.sums[k] + by.shift[k];
            if (!one.line->may[k] || sum <= highest) continue;
            best = k + 1;
            highest = sum;
            needs = k == deck_column ? by.needs[k] * one.line->sentences / 2 : by.needs[k];
        }
        if (highest < needs) best = 0;
        if (best == 1 && one.line->subtitle) best = deck_column + 1;
        found.lines[one.line->label + 1][best] +=
            one.line->weight * (one.line->wrapped ? wrapped_weight : 1);
    }
    return found;
}

// Moves the first row to where the sum of F1 is best, headings counting most; then raises what
// furniture and list items need until they hardly hold other lines.
limits_of_card tuned(const std::vector<judged>& lines, int without_fold) {
    limits_of_card by;
    by.needs[deck_column] = deck_need;
    for (const size_t k : {size_t{0}}) {
        std::vector<std::pair<double, double>> tried;  // worth, shift
        const double from = by.shift[k];
        for (double shift = from - tuned_by; shift <= from + tuned_by; ++shift) {
            by.shift[k] = shift;
            const tally found = tallied(lines, without_fold, by);
            tried.push_back({found.f(k + 1) + .1 * found.f(0), shift});
        }
        const double best = std::max_element(tried.begin(), tried.end())->first;
        double sum = 0, as_good = 0;  // the middle of those that are as good, but for chance
        for (const auto& [worth, shift] : tried)
            if (worth >= best - chance) sum += shift, ++as_good;
        by.shift[k] = std::round(sum / as_good);
    }
    for (; by.needs[furniture_column] < most; ++by.needs[furniture_column]) {
        const tally found = tallied(lines, without_fold, by);
        const size_t column = furniture_column + 1;
        if (found.lines[0][column] <= furniture_share * found.called(column)) break;
    }
    for (; by.needs[list_column] < most; ++by.needs[list_column]) {
        const tally found = tallied(lines, without_fold, by);
        const size_t column = list_column + 1;
        const double wrong = found.called(column) - found.lines[column][column];
        if (wrong <= list_share * found.there(column)) break;
    }
    return by;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<corpus> corpora;
    std::string out_dir, errors_of;
    double ridge = 3, nohead_weight = 1.5, clean_weight = 1.5;
    double headline_shift = 0, heading_shift = 0;
    int epochs = 150;
    size_t most_rows = 140;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        if (arg == "--out")
            out_dir = argv[++i];
        else if (arg == "--errors")
            errors_of = argv[++i];
        else if (arg == "--ridge")
            ridge = std::atof(argv[++i]);
        else if (arg == "--nohead")
            nohead_weight = std::atof(argv[++i]);
        else if (arg == "--clean")
            clean_weight = std::atof(argv[++i]);
        else if (arg == "--hshift")
            headline_shift = std::atof(argv[++i]);
        else if (arg == "--rows")
            most_rows = std::strtoul(argv[++i], nullptr, 10);
        else if (arg == "--least")
            least = std::atof(argv[++i]);
        else if (arg == "--scale")
            scale = std::atof(argv[++i]);
        else if (arg == "--most")
            most = std::atof(argv[++i]);
        else if (arg == "--gshift")
            heading_shift = std::atof(argv[++i]);
        else if (arg == "--lshare")
            list_share = std::atof(argv[++i]);
        else if (arg == "--doubt")
            doubted = std::atof(argv[++i]);
        else if (arg == "--below")
            doubt_below = std::atof(argv[++i]);
        else if (arg == "--deck")
            deck_need = std::atof(argv[++i]);
        else if (arg == "--tune")
            tuned_by = std::atof(argv[++i]);
        else if (arg == "--fshare")
            furniture_share = std::atof(argv[++i]);
        else if (arg == "--epochs")
            epochs = std::atoi(argv[++i]);
        else
            corpora.push_back(open_corpus(arg));
    }
    std::map<std::pair<std::string, std::string>, std::vector<page>> pages;
    std::vector<sample> samples;
    const std::vector<choice> rows = choices();
    for (const corpus& one : corpora) {
        for (const char* layout : {"dense", "dense_nohead", "spaced", "wrapped", "bulleted"})
            pages[{one.name, layout}] = load(one, layout);
        const double weight = one.news.empty() ? clean_weight : 1;
        for (const page& p : pages[{one.name, "dense"}])
            add_samples(samples, rows, p, false, false, weight);
        for (const page& p : pages[{one.name, "dense_nohead"}])
            add_samples(samples, rows, p, false, true, weight);
        for (const page& p : pages[{one.name, "wrapped"}])
            add_samples(samples, rows, p, true, false, weight);
    }
    std::fprintf(stderr, "%zu samples, %zu rows to choose from\n", samples.size(), rows.size());

    std::vector<card_rows> cards;
    std::vector<weights> fitted;
    int8_t needs[folds + 1][card_columns] = {};
    std::vector<std::vector<bool>> used;
    for (int fold = 0; fold <= folds; ++fold) {
        std::vector<int> seen(rows.size(), 0);
        for (const sample& s : samples)
            if (s.fold != fold)
                for (uint16_t r : s.rows) ++seen[r];
        std::vector<bool> use(rows.size(), true);
        for (size_t r = 0; r < rows.size(); ++r) use[r] = seen[r] >= 25;
        weights w = fit(samples, use, fold, epochs, ridge, nohead_weight, {});
        for (const double share : {.66, .33, 0.0}) {  // drops rows in three steps
            size_t left = 0;
            std::vector<std::pair<double, size_t>> worth;
            for (size_t r = 1; r < rows.size(); ++r) {
                if (!use[r]) continue;
                ++left;
                double sum = 0;
                for (size_t k = 0; k < card_columns; ++k) {
                    const double v = std::fabs(w[r * card_columns + k]);
                    sum += v * v * (k == 0 ? 3 : 1);
                }
                worth.push_back({sum * std::min<double>(seen[r], 3000), r});
            }
            if (left <= most_rows) break;
            std::sort(worth.begin(), worth.end());
            const size_t want = static_cast<size_t>(
                static_cast<double>(most_rows) +
                share * (static_cast<double>(left) - static_cast<double>(most_rows)));
            for (size_t i = 0; left > want && left > most_rows && i < worth.size(); ++i, --left)
                use[worth[i].second] = false;
            w = fit(samples, use, fold, epochs, ridge, nohead_weight, w);
        }
        fitted.push_back(w);
        used.push_back(use);
    }
    const double still[card_columns] = {};
    std::vector<card_rows> made;
    for (size_t fold = 0; fold < folds; ++fold)
        made.push_back(rounded(fitted[fold], still, rows, used[fold]));
    std::vector<judged> lines;
    for (const sample& s : samples) {
        if (s.headline) continue;
        judged one{&s, {}};
        for (uint16_t r : s.rows)
            for (size_t k = 0; k + 1 < card_columns; ++k)
                one.sums[k] += made[static_cast<size_t>(s.fold)][r].points[k];
        lines.push_back(one);
    }
    for (int fold = 0; fold <= folds; ++fold) {
        limits_of_card by = tuned(lines, fold);
        by.shift[card_columns - 1] = headline_shift;
        by.shift[0] += heading_shift;
        const size_t f = static_cast<size_t>(fold);
        cards.push_back(rounded(fitted[f], by.shift, rows, used[f]));
        for (size_t k = 0; k < card_columns; ++k) {
            needs[f][k] = static_cast<int8_t>(by.needs[k]);
        }
    }
    std::vector<packed_rows> packed;
    for (const card_rows& one : cards) packed.emplace_back(one.data(), one.size());
    for (const bool in_sample : {true, false}) {
        std::printf("%s\n", in_sample ? "IN SAMPLE" : "CROSS-VALIDATED by domain");
        for (const auto& [key, list] : pages) {
            if (list.empty()) continue;
            const bool wrapped = key.second == "wrapped";
            std::vector<result> results;
            double first_para = 0, first_para_n = 0;
            for (const page& p : list) {
                const size_t before = results.size();
                const size_t f = static_cast<size_t>(in_sample ? folds : p.fold);
                run(p, packed[f], needs[f], wrapped, wrapped, results);
                if (key.second == "dense_nohead") {
                    ++first_para_n;
                    for (size_t i = before; i < results.size(); ++i)
                        if (results[i].is == "headline" && results[i].gold == "paragraph")
                            ++first_para;
                }
            }
            print_scores(key.first + "/" + key.second, count(results, false));
            if (key.first == "readability") print_scores("  news", count(results, true));
            if (first_para_n != 0)
                std::printf("  a paragraph is called headline on %.1f %% of pages\n",
                            100 * first_para / first_para_n);
            if (in_sample || key.second != "dense") continue;
            double furn = 0, furn_para = 0, sentences = 0;
            std::map<std::string, std::vector<result>> by_lang;
            for (const result& r : results) {
                by_lang[r.lang].push_back(r);
                if (r.is != "furniture" || r.gold == "other") continue;
                ++furn;
                if (r.gold == "paragraph") ++furn_para;
                uint8_t facts[stet::detail::fact_count];
                const stet::detail::line_walk walk(facts, {r.text.data(), r.text.size()});
                if (walk[stet::detail::fact::stops] >= 2) ++sentences;
            }
            std::printf("  furniture %g, paragraphs among it %.1f %%, of three sentences %g\n",
                        furn, 100 * furn_para / std::max(furn, 1.0), sentences);
            std::printf("  heading by language:");
            double mean = 0, langs = 0;
            for (auto& [lang, of] : by_lang) {
                auto s = count(of, false)["heading"];
                if (s.tp + s.fn < 1) continue;
                ++langs;
                mean += s.f();
                std::printf(" %s %.2f(%g)", lang.c_str(), s.f(), s.tp + s.fn);
            }
            std::printf(" mean %.3f\n", mean / std::max(langs, 1.0));
            std::map<std::pair<std::string, std::string>, std::vector<const result*>> wrong;
            for (const result& r : results) wrong[{r.gold, r.is}].push_back(&r);
            for (const auto& [pair, which] : wrong) {
                if (pair.first == pair.second) continue;
                if (!errors_of.empty() && errors_of == pair.first + "," + pair.second)
                    for (size_t i = 0; i < which.size(); i += 1 + which.size() / 60)
                        std::printf("    %s: %s\n", which[i]->name.c_str(),
                                    which[i]->text.substr(0, 130).c_str());
                if (which.size() > 25)
                    std::printf("    %s -> %s %zu\n", pair.first.c_str(), pair.second.c_str(),
                                which.size());
            }
        }
    }
    std::printf("NEEDS\n");
    for (size_t k = 0; k < card_columns; ++k)
        std::printf("%s%d", k == 0 ? "" : "\t", needs[folds][k]);
    std::printf("\nCARD\n");
    for (size_t r = 0; r < rows.size(); ++r) {
        bool any = r == 0;
        for (int8_t points : cards[folds][r].points) any = any || points != 0;
        if (!any) continue;
        std::printf("%s", rows[r].text.c_str());
        for (int8_t points : cards[folds][r].points) std::printf("\t%d", points);
        std::printf("\n");
    }
    if (!out_dir.empty()) {
        for (const auto& [key, list] : pages) {
            const fs::path folder = fs::path(out_dir) / key.first / key.second;
            fs::create_directories(folder);
            for (const page& p : list) {
                std::ofstream out(folder / (p.name + ".tsv"));
                stet::block_rules rules;
                for (const block& one : p.blocks)
                    out << stet::name(told(p, packed[static_cast<size_t>(p.fold)], needs[p.fold], rules, one,
                                           key.second == "wrapped", nullptr, nullptr))
                        << '\t' << one.begin << '\t' << one.end << '\n';
            }
        }
    }
    return 0;
}
