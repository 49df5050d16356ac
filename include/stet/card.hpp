// SPDX-License-Identifier: MIT
#ifndef STET_CARD_HPP
#define STET_CARD_HPP
#include "glance.hpp"

// card.hpp: the score card that tells headings, captions and the like from running text. A row
// is a test of one number that was counted, and the points it gives to each kind when the
// test holds; the highest sum wins, and a paragraph has none. Bounds add up: a line of 50
// columns has the points of all rows "columns, 13" to "columns, 46". A point multiplies the
// odds against a paragraph by 1.1.
//
// The rows are chosen and fitted by bench/fit_blocks.py on gold, never by hand.

namespace stet {
namespace detail {

// What is known of a block beyond its line and the next one.
enum class context : uint8_t {
    place,         // blocks before it
    body,          // text of more than 150 bytes was seen
    before_size,   // bytes of the block before, in fours
    before_open,   // that one has no end sign
    before_colon,  // it ends with a colon
    before_question,
    before_alike,  // it is as long, within a quarter
    before_start,  // it begins with the same word
    mean,          // bytes of the blocks so far, in fours, the later ones counting more
    run,           // short blocks without an end sign before this one, if it is such a one
    gap,           // other blocks since the last of these
    repeated,      // one of the last short lines said the same
    counting,      // its number is the next one
    numbered,
    marked,          // list marks were seen
    announced,       // a colon stands before it, or before the run of short blocks that it ends
    next_columns,    // of the next line, as far as it is seen
    next_words,
    next_digits,
    next_whole,      // all of it is seen
    next_twice,      // it is twice as wide, or over 60 columns
    next_four,       // four times as wide
    next_open,       // all of it is seen, and it has no end sign
    next_stop,       // it has one
    next_alike,      // it is as wide, within a quarter
    next_same,       // it is wider, and has as many bytes, within a half
    next_more,       // it has half as many bytes more, as far as it is seen
    next_size,       // its bytes as far as seen, in fours
    next_kin,        // it is as long, and begins and ends with the like
    before_kin,      // the block before is and does
    before_shares,   // words that the block before seems to have too; stops at 3
    next_shares,     // words that the next line seems to have too; stops at 3
    title_shares,    // words that the headline seems to have too; stops at 3
    titled,          // half of the words or more have a capital
    names,           // two words or more have a capital, and all of over three letters do
    one_capital,     // only one word has one
    ends_word,       // it ends with a letter, of any script
    next_ends_word,  // the next line does
    mostly_shouted,  // most words are in capitals
    all_dated,       // digits, and words of dates only
    dated,           // digits, and a word of dates
    // kinds, not numbers
    next_first,   // glyph: the next line's first sign
    next_last,    // glyph: its last one
    before_last,    // glyph: the last sign of the block before
    before_starts,  // word_is: its first word
    next_starts,  // word_is: its first word, or the first two
};
constexpr uint8_t context_count =
    in_fours(static_cast<uint8_t>(context::next_starts) + 1, fact_count);
constexpr uint8_t number_of(context what) noexcept { return static_cast<uint8_t>(what); }

constexpr uint8_t evidence_count = fact_count + context_count;

// The tests of the rows: "at least", or "is" for what is a kind of something.
constexpr uint8_t test_is = 0x80;
constexpr uint8_t on(fact what) noexcept { return number_of(what); }
constexpr uint8_t on(context what) noexcept {
    return static_cast<uint8_t>(fact_count + number_of(what));
}
constexpr uint8_t is(fact what) noexcept { return static_cast<uint8_t>(test_is | number_of(what)); }
constexpr uint8_t is(context what) noexcept { return static_cast<uint8_t>(test_is | on(what)); }

// The columns of the card.
constexpr kind card_kinds[] = {kind::heading, kind::list_item, kind::caption, kind::furniture,
                               kind::byline,  kind::deck,      kind::headline};
constexpr size_t card_columns = 7;

struct card_row {
    uint8_t what;  // the test and the number's place in the evidence
    uint8_t bound;
    int8_t points[card_columns];
};

constexpr bool holds(const card_row& row, uint8_t number) noexcept {
    return (row.what & test_is) != 0 ? number == row.bound : number >= row.bound;
}

// clang-format off
// BEGIN CARD (bench/fit_blocks.py writes what stands between these two lines)
// The points a kind needs. What wins with less is called a paragraph. A deck of two
// sentences needs them, one of one sentence half of them.
constexpr int8_t card_needs[] = {0, 14, 0, 49, 0, 25, 0};

constexpr card_row card[] = {
    //                                                       hea lis cap fur byl dec hdl
    {on(fact::columns), 0,                                   {-45,-68,-20,-52,-14,-44,-27}},
    {on(fact::columns), 13,                                  {  5,  9, -2,  2,  6, -1,  7}},
    {on(fact::columns), 21,                                  {  3,  2,  0, -2, -6,  2, 17}},
    {on(fact::columns), 31,                                  { -5, -2,  2,  0, -9,  5,  4}},
    {on(fact::columns), 46,                                  { -2,  6,  1, -1, -5,  3,  7}},
    {on(fact::columns), 61,                                  {  1,  4,  1, -1, -3,  7,  5}},
    {on(fact::columns), 81,                                  { -3,  1, -3,  1, -7,  9, -4}},
    {on(fact::columns), 111,                                 {-11, -1, -2, -7, -4,  1,-12}},
    {on(fact::columns), 161,                                 { -4, -2, -9, -5, -2, -7, -8}},
    {on(fact::words), 2,                                     {-10, -9,-19,-15,  9,  0, -8}},
    {on(fact::words), 3,                                     { -5,  2,-14,-11, -5,  0,  7}},
    {on(fact::words), 5,                                     { -2,  1, -3, -4,  1,  5,  5}},
    {on(fact::words), 9,                                     { -7, -2,  4,  2, -8, -2,  2}},
    {on(fact::words), 16,                                    {-10,  0,  5, -9, -2,-12, -3}},
    {on(fact::smalls), 1,                                    {  6,  3,  1,  4, -3,  6,  8}},
    {on(fact::smalls), 3,                                    {  3,  4,  0, -8, -6,  4,  3}},
    {on(fact::smalls), 6,                                    { -2, -5,  0,  5, -5,  4, -6}},
    {on(fact::smalls), 10,                                   { -6, -2, -1,  5, -3,  0, -6}},
    {on(fact::capitals), 1,                                  {  2, -1, -2,  3, -4,  5,  7}},
    {on(fact::capitals), 3,                                  {  1,  1,  7,  8, -1, -2,  0}},
    {on(fact::capitals), 6,                                  { -5, -5, -1,  0,  6,  4,  1}},
    {on(fact::figures), 1,                                   {  8,  6,  0,  3,  0,  4,  1}},
    {on(fact::long_smalls), 1,                               {  1,  3, 11, -2,  5,  4,  1}},
    {on(fact::long_smalls), 2,                               { -1, -1,  1,  7,  5,  5, -6}},
    {on(fact::long_smalls), 4,                               {  0, -9, -2, -7, -3,  0, -3}},
    {on(fact::stops), 1,                                     {-10, -1,  7,  2, -9, -3, -5}},
    {on(fact::years), 1,                                     {  0,  6, 21, -5,  5,  8, -2}},
    {on(fact::clocks), 1,                                    {-20,-18, -9,-18,  7,  2,-12}},
    {on(fact::colon_inside), 1,                              { -5,-16,  0, -2, -1, -3,  8}},
    {on(fact::last_quote), 1,                                {  9,  4,  2, -6, -5, -3,  4}},
    {on(fact::last_bracket), 1,                              { -5,  3,  4,  3, -4, -5, -2}},
    {on(fact::digits), 1,                                    { -9,  1, -2,  2,  1, -4,  3}},
    {on(fact::digits), 3,                                    {  1, -2,-14, -3, -1, -8,  3}},
    {on(fact::digits), 6,                                    { -4,  1, -4, 11,  4, -3, -7}},
    {on(fact::quotes), 1,                                    {  0, -4, -5,  1, -4,  1,  4}},
    {on(fact::brackets), 1,                                  { -7,  4, -4,-13, -3,-10, -2}},
    {on(fact::ends), 2,                                      {  0, -7, -4, -8,  2,  6, -6}},
    {on(fact::questions), 1,                                 {  8,  2,-10, 16, -3, -1,  5}},
    {on(fact::commas), 1,                                    { -6,  0, -2, -1, -1,  0,-10}},
    {on(fact::commas), 3,                                    { -9, -2, -7, -9, -6,-10, -3}},
    {on(fact::copyrights), 1,                                {-14, -3,  3, -2,  0, -2,  0}},
    {on(fact::arrows), 1,                                    {-19, 11,  0, 11,  8, -5,-12}},
    {on(fact::slashes), 1,                                   { -8, -6,  5, -2,  1, -6,-13}},
    {on(fact::others), 1,                                    {  4,  0, -6,  3,  0, -8,  0}},
    {on(fact::plain_words), 1,                               { 11,  8, -2,  5, -4, -1,  8}},
    {on(fact::plain_words), 2,                               { -3, -5,  5, -3, -1,  0, -2}},
    {on(fact::plain_words), 4,                               {  5, -3, -2, -1,  1,  0,  0}},
    {on(fact::by_words), 1,                                  { -3,  0,  1,  1,  9, -2,-16}},
    {on(fact::agency_words), 1,                              { -7, -3, 11, -6,  3,-13,-11}},
    {on(fact::credit_words), 1,                              {-13, -7, 16, -8,-12, -7,-11}},
    {on(fact::credit_words), 2,                              {-12, -5, -1, -1,-10, -5, -2}},
    {on(fact::furniture_words), 1,                           {-11,  3, -5, 14, -2, -2,  0}},
    {on(fact::date_words), 1,                                { -1, -7, -3, -4, -3, -5, -3}},
    {on(fact::date_words), 2,                                { -5,  3,  6, -5,  1, -8, -8}},
    {on(fact::ask_words), 1,                                 { -3,  2, -6, -5, -2,  1,  4}},
    {on(context::place), 2,                                  {  0,  3,  0,  3,-15,-25,  0}},
    {on(context::place), 3,                                  { -3, 10,  3,  0,-27,-13,  0}},
    {on(context::place), 5,                                  {  0,  9,  1,  1,-14,-20,  0}},
    {on(context::place), 10,                                 { -1,  4,  2,  0,-12,-10,  0}},
    {on(context::body), 1,                                   { -3,-10, -6, -7,-14,-12,  0}},
    {on(context::before_size), 8,                            { -1,  4, -5, -2,  6,  4,  0}},
    {on(context::before_size), 16,                           {  0, -3,  2, -5,  7, -1,  0}},
    {on(context::before_size), 38,                           {  3, -8, -2,  0,  0,  0,  0}},
    {on(context::before_size), 80,                           {  2,-10,  2,  3, -5, -1,  0}},
    {on(context::before_open), 1,                            {  0, -3,  3, -2, -1,  3,  0}},
    {on(context::before_start), 1,                           { -9,  1,  8,  0, -2,  2,  0}},
    {on(context::mean), 15,                                  {  2,  1, -1,  4,  3, -1,  0}},
    {on(context::mean), 30,                                  {  4,  5,  1,  8,-10, -1,  0}},
    {on(context::mean), 50,                                  {  2,  3,  6,  0,  2, -5,  0}},
    {on(context::mean), 75,                                  { -3,  1, -5, -5, -1, -1,  0}},
    {on(context::run), 1,                                    { -4,  5, -3,  2,  8, -5,  0}},
    {on(context::run), 2,                                    { -3,  3, -7,  1, -7,  3,  0}},
    {on(context::run), 3,                                    { -3,  3, -1, -5,  3, -3,  0}},
    {on(context::gap), 1,                                    { -9,  3,  2,  2,  3,  3,  0}},
    {on(context::gap), 2,                                    {  3,  2, -1,  2, -4,  2,  0}},
    {on(context::gap), 4,                                    {  3, -6,  0,  4, -3, -6,  0}},
    {on(context::gap), 8,                                    { -5, -6, -5, -1, -1, -1,  0}},
    {on(context::repeated), 1,                               {-11,-11, 18, 13,  3,  0,  0}},
    {on(context::numbered), 1,                               { 17, -9,-11,-11,  0,  0,  0}},
    {on(context::marked), 1,                                 {  6,  8,  3,  1,  0, -2,  0}},
    {on(context::announced), 1,                              { -3, 13,-12,  5, -3,  3,  0}},
    {on(context::next_columns), 1,                           { 20, -1,  9, 18,  0, -1,  0}},
    {on(context::next_columns), 21,                          {  1,  4,  5,  2, -2, -5, -1}},
    {on(context::next_columns), 31,                          {  5,  3, -1,  0, -4,  8,  0}},
    {on(context::next_columns), 61,                          {  5,  0,  2,  5, -4,  1,  3}},
    {on(context::next_words), 4,                             { -1,  1, -6,  3,  5,  0,  0}},
    {on(context::next_words), 9,                             { -3, -2, -1,  2,  2, -3,  1}},
    {on(context::next_digits), 1,                            { -1, -4, -1, -7, -4,  2,  3}},
    {on(context::next_whole), 1,                             { -4,  3,  2,  6,  1, -4,  1}},
    {on(context::next_twice), 1,                             {  1, -4,  1, -4,  5,  0,  0}},
    {on(context::next_four), 1,                              { -1, -2, -2, -4, 12,  0, -4}},
    {on(context::next_open), 1,                              { -2,  6,  4,  7,  2,  0,  5}},
    {on(context::next_stop), 1,                              { -2, -3, -2, -1, -2, -3, -4}},
    {on(context::next_alike), 1,                             {  9,  1,  3,  0,  6, -5, -4}},
    {on(context::next_same), 1,                              {  0, 10, -3, -2,  3, -2,  0}},
    {on(context::next_more), 1,                              {  5,  1,  3,  2,  1,  3,  1}},
    {on(context::next_size), 25,                             {  2,  1, -1, -3,  2, -4, -8}},
    {on(context::next_kin), 1,                               { -5,  6,  5,  6, -5,  5,  2}},
    {on(context::before_kin), 1,                             { -8,  8,  4,  6, -1,  3,  0}},
    {on(context::before_shares), 1,                          { -3, -3, -1, -2, -4,  0,  0}},
    {on(context::before_shares), 2,                          { -3, -1, -1,  5,  2,  3,  0}},
    {on(context::next_shares), 1,                            {  1, -1, -1,  0,  3,  6,  2}},
    {on(context::next_shares), 2,                            {  5,  0, -3,  0, -2, -4,  1}},
    {on(context::next_shares), 3,                            {  5,  4,  5,  9, -1, -2,  3}},
    {on(context::title_shares), 1,                           {  4,  0,  2,  3, -2,  4,  0}},
    {on(context::title_shares), 2,                           {  5,  0,  6,  3, -5,  0,  0}},
    {on(context::title_shares), 3,                           {  1, -5,  5, -3, -2, -3,  0}},
    {on(context::titled), 1,                                 {  4,  2,  2,  8,  7,  0, -3}},
    {on(context::names), 1,                                  {  2,  0, 15, -3, 11,  0,-13}},
    {on(context::one_capital), 1,                            {  0,  0, -6,  2,  0,  0, -1}},
    {on(context::ends_word), 1,                              { 19,  3, 12, 11, 10,  4, 12}},
    {on(context::next_ends_word), 1,                         { -8, -3, -7, -9, -3,  3,  2}},
    {on(context::dated), 1,                                  { -5, -3, -5, -7,  4,  0,-12}},
    {is(fact::first), number_of(glyph::lower),               {-21,  9,  4,  1,  7, -3, -5}},
    {is(fact::first), number_of(glyph::quote),               { -7, -4, -9, -1, -4,  1, -3}},
    {is(fact::first), number_of(glyph::bracket),             {-23, -8,  4, 21,  0, -2,  3}},
    {is(fact::last), number_of(glyph::lower),                {  6, 12,  4,  8, 10, 10,  0}},
    {is(fact::last), number_of(glyph::digit),                { 26,  3, 11,  6,  9,  2,  7}},
    {is(fact::last), number_of(glyph::stop),                 {-24,  1, -3, -8,-10,  4,-27}},
    {is(fact::last), number_of(glyph::question),             {  4,  7,-10, -8, -3, -2,  4}},
    {is(fact::last), number_of(glyph::colon),                { -7, -7,-13, -4,  1, -4, -2}},
    {is(fact::starts), number_of(word_is::by),               { -5, -3, -8,-10,  5, -3,-22}},
    {is(fact::starts), number_of(word_is::credit),           {-11,  3, 16,  8, -5, -1, -2}},
    {is(fact::starts), number_of(word_is::furniture),        {  4, -2, -6, 27,  0, -2,  2}},
    {is(fact::starts), number_of(word_is::ask),              { 13, -2, -6,  8, -1, -7,  0}},
    {is(context::next_first), number_of(glyph::quote),       {-13, -6, -8,  0, -8,  0,  0}},
    {is(context::next_first), number_of(glyph::bracket),     {  1, -3,-20, -6, -1, -6, -4}},
    {is(context::next_first), number_of(glyph::other),       {  8,-10, -6,-11,  3,  8,  3}},
    {is(context::next_last), number_of(glyph::lower),        {  5,  7, -3,  6,  0,  2,  6}},
    {is(context::next_last), number_of(glyph::digit),        {  0, -7, -8,  7,  3,  1, -2}},
    {is(context::next_last), number_of(glyph::stop),         {  4,  4, -7, -4, -1,  0,  3}},
    {is(context::next_last), number_of(glyph::question),     { -3, 10, -7,  3, -2,  6, -4}},
    {is(context::before_last), number_of(glyph::lower),      {  2,  3, -1,  4,  3,  6,  0}},
    {is(context::before_last), number_of(glyph::digit),      { -9,-10, -4, -4, -9,  7,  0}},
    {is(context::before_last), number_of(glyph::quote),      { -5, -2, -2, -6, 10, 14,  0}},
    {is(context::before_last), number_of(glyph::stop),       {  2, -6,  1,  1,  0,  1,  0}},
    {is(context::before_starts), number_of(word_is::credit), {  4, -6, 16, -6, -4,  0,  0}},
    {is(context::before_starts), number_of(word_is::ask),    {-13,  2, -2, 12, -5, -1,  0}},
    {is(context::next_starts), number_of(word_is::by),       {  6,  4, -3, -3, -4,  6,  9}},
    {is(context::next_starts), number_of(word_is::credit),   {  6,  0, 30,  5,  0, -2,  0}},
    {is(context::next_starts), number_of(word_is::date),     {  0, -8,-13,  4,  4,  5, -4}},
};
// The rows' names, for tools; they cost nothing where nobody reads them.
constexpr const char* card_names[] = {
    "columns, 0", "columns, 13", "columns, 21", "columns, 31", "columns, 46", "columns, 61",
    "columns, 81", "columns, 111", "columns, 161", "words, 2", "words, 3", "words, 5", "words, 9",
    "words, 16", "smalls, 1", "smalls, 3", "smalls, 6", "smalls, 10", "capitals, 1", "capitals, 3",
    "capitals, 6", "figures, 1", "long_smalls, 1", "long_smalls, 2", "long_smalls, 4", "stops, 1",
    "years, 1", "clocks, 1", "colon_inside, 1", "last_quote, 1", "last_bracket, 1", "digits, 1",
    "digits, 3", "digits, 6", "quotes, 1", "brackets, 1", "ends, 2", "questions, 1", "commas, 1",
    "commas, 3", "copyrights, 1", "arrows, 1", "slashes, 1", "others, 1", "plain_words, 1",
    "plain_words, 2", "plain_words, 4", "by_words, 1", "agency_words, 1", "credit_words, 1",
    "credit_words, 2", "furniture_words, 1", "date_words, 1", "date_words, 2", "ask_words, 1",
    "place, 2", "place, 3", "place, 5", "place, 10", "body, 1", "before_size, 8", "before_size, 16",
    "before_size, 38", "before_size, 80", "before_open, 1", "before_start, 1", "mean, 15",
    "mean, 30", "mean, 50", "mean, 75", "run, 1", "run, 2", "run, 3", "gap, 1", "gap, 2", "gap, 4",
    "gap, 8", "repeated, 1", "numbered, 1", "marked, 1", "announced, 1", "next_columns, 1",
    "next_columns, 21", "next_columns, 31", "next_columns, 61", "next_words, 4", "next_words, 9",
    "next_digits, 1", "next_whole, 1", "next_twice, 1", "next_four, 1", "next_open, 1",
    "next_stop, 1", "next_alike, 1", "next_same, 1", "next_more, 1", "next_size, 25", "next_kin, 1",
    "before_kin, 1", "before_shares, 1", "before_shares, 2", "next_shares, 1", "next_shares, 2",
    "next_shares, 3", "title_shares, 1", "title_shares, 2", "title_shares, 3", "titled, 1",
    "names, 1", "one_capital, 1", "ends_word, 1", "next_ends_word, 1", "dated, 1", "first, lower",
    "first, quote", "first, bracket", "last, lower", "last, digit", "last, stop", "last, question",
    "last, colon", "starts, by", "starts, credit", "starts, furniture", "starts, ask",
    "next_first, quote", "next_first, bracket", "next_first, other", "next_last, lower",
    "next_last, digit", "next_last, stop", "next_last, question", "before_last, lower",
    "before_last, digit", "before_last, quote", "before_last, stop", "before_starts, credit",
    "before_starts, ask", "next_starts, by", "next_starts, credit", "next_starts, date",
};
// END CARD
// clang-format on
constexpr size_t card_size = sizeof(card) / sizeof(card[0]);
static_assert(card_size < 0x100 && evidence_count <= test_is,
              "a row's place and its test fit a byte");

// Where flash is short a card is summed word by word, a word a row. It holds seven points of four
// bits, -8 to 7, and above them a step, by how much the bound lies above that of the word before:
// one of these. What does not fit is given by more words with a step of 0, and before a step that
// is none of these stand words of no points. So a card of small points is best.
constexpr uint8_t card_steps[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 15, 20, 25, 30, 50};
constexpr int card_bits = 4;
constexpr int card_raised = 8;  // added to a point: sums do not borrow

constexpr uint8_t step_of(uint32_t word) noexcept { return card_steps[word >> (card_columns * card_bits)]; }

// Packs rows.
struct card_packer {
    uint32_t* words;
    uint8_t* numbers;  // what each group of words tests, as card_row::what
    uint8_t* sizes;    // how many words a group has
    bool counts;       // and writes nothing
    size_t count = 0;
    size_t groups = 0;

    constexpr card_packer() noexcept : words(), numbers(), sizes(), counts(true) {}
    constexpr card_packer(uint32_t* words_at, uint8_t* numbers_at, uint8_t* sizes_at) noexcept
        : words(words_at), numbers(numbers_at), sizes(sizes_at), counts(false) {}

    constexpr void pack(const card_row* rows, size_t size) noexcept {
        size_t begin = 0;
        for (size_t i = 0; i < size; ++i) {
            const bool begins = i == 0 || rows[i].what != rows[i - 1].what;
            if (begins) begin = count;
            row(rows[i], begins ? 0 : rows[i - 1].bound);
            if (begins) ++groups;
            if (counts) continue;
            numbers[groups - 1] = rows[i].what;
            sizes[groups - 1] = static_cast<uint8_t>(count - begin - (begin == 0 ? 1 : 0));  // the first is apart
        }
    }

private:
    constexpr void row(const card_row& from, int bound) noexcept {
        int left[card_columns] = {};
        int step = from.bound - bound;
        for (bool placed = false; !placed;) {
            int index = 15;
            while (card_steps[index] > step) --index;
            step -= card_steps[index];
            placed = step == 0;
            for (size_t k = 0; placed && k < card_columns; ++k) left[k] = from.points[k];
            put(index, left);
        }
        while (are_left(left)) put(0, left);
    }
    static constexpr bool are_left(const int (&points)[card_columns]) noexcept {
        for (int each : points)
            if (each != 0) return true;
        return false;
    }
    // Puts as much of the points as a word holds, and leaves the rest.
    constexpr void put(int step, int (&left)[card_columns]) noexcept {
        uint32_t word = static_cast<uint32_t>(step) << (card_columns * card_bits);
        for (size_t k = 0; k < card_columns; ++k) {
            const int some = lesser(greater(left[k], -card_raised), card_raised - 1);
            left[k] -= some;
            word |= static_cast<uint32_t>(some + card_raised) << (k * card_bits);
        }
        if (!counts) words[count] = word;
        ++count;
    }
};

constexpr card_packer count_card(const card_row* rows, size_t size) noexcept {
    card_packer counted;
    counted.pack(rows, size);
    return counted;
}

// Room for so many words, in so many groups that test one number each.
template <size_t Words, size_t Groups = evidence_count> struct small_card {
    uint8_t groups = 0;
    uint8_t numbers[Groups] = {};
    uint8_t sizes[Groups] = {};
    uint32_t words[Words] = {};

    constexpr small_card(const card_row* rows, size_t size) noexcept {
        card_packer packer(words, numbers, sizes);
        packer.pack(rows, size);
        groups = static_cast<uint8_t>(packer.groups);
    }
};

// The sums of points for all kinds, in lanes of 16 bits.
class small_sums {
    static constexpr size_t parts = 4;
    static constexpr uint32_t lanes = 0x000F000F;

    // (Before what calls it: see block.hpp.)
    template <size_t... Part>
    constexpr small_sums(uint32_t word, indices<Part...>) noexcept
        : sums_{((word >> (Part * card_bits)) & lanes)...} {}

public:
    // Begins with a word. (Beginning with zeros would call memset on a Cortex-M0+.)
    constexpr explicit small_sums(uint32_t word) noexcept
        : small_sums(word, typename count_to<parts>::type{}) {}

    constexpr void add(uint32_t word) noexcept {
        for (uint32_t& sum : sums_) {
            sum += word & lanes;
            word >>= card_bits;
        }
        raised_ += card_raised;
    }
    constexpr int operator[](size_t column) const noexcept {
        return static_cast<int>((sums_[column % parts] >> (column / parts * 16)) & 0xFFFFu) - raised_;
    }

private:
    uint32_t sums_[parts];
    int raised_ = card_raised;
};

// The sums for these numbers.
//   Requires: the first row holds always; the rows that test one number stand together, and
//             their bounds ascend.
template <size_t Words, size_t Groups>
constexpr small_sums sum_of(const small_card<Words, Groups>& rows, const uint8_t* numbers) noexcept {
    const uint32_t* word = rows.words;
    small_sums sums(*word++);
    for (size_t g = 0; g < rows.groups; ++g) {
        const uint32_t* at = word;
        word += rows.sizes[g];
        const uint8_t what = rows.numbers[g];
        int left = numbers[what & 0x7Fu];  // from a word's bound up to the number
        if ((what & test_is) == 0) {
            for (; at != word && (left -= step_of(*at)) >= 0; ++at) sums.add(*at);
        } else {
            for (; at != word && (left -= step_of(*at)) >= 0; ++at)
                if (left == 0) sums.add(*at);
        }
    }
    return sums;
}

// Where flash is not short, each number is looked at once, however many rows test it: how many
// bounds it has reached says where the sum of their rows stands. The bounds of all numbers are
// asked side by side, the lowest ones first, where there are vectors.
struct large_sums {
    uint64_t low = 0;  // the sum of points, each times 2 to the power of 16 times its column
    uint64_t high = 0;

    constexpr void add(const large_sums& more) noexcept {
        low += more.low;
        high += more.high;
    }
    constexpr int operator[](size_t column) const noexcept {
        const uint64_t raised = (column < 4 ? low : high) + 0x8000800080008000u;
        return static_cast<int>((raised >> (column % 4 * 16)) & 0xFFFFu) - 0x8000;
    }
};

constexpr size_t lanes_of_card = scan::vectors::width != 0 ? scan::vectors::width : 4;
constexpr int8_t to_signed(int value) noexcept { return static_cast<int8_t>(value - 0x80); }

template <size_t Rows> struct large_card {
    static constexpr size_t most_bounds = 12;  // of a number
    static constexpr size_t most_kinds = 12;   // numbers that are kinds
    static constexpr size_t kinds_size = 32;   // all of them are less by one at least

    size_t kind_numbers = 0;
    large_sums always;          // the rows with a bound of 0
    large_sums sums[Rows + 1];  // of a number's rows up to this one; the first has no points
    int8_t below[most_bounds][evidence_count] = {};   // less by one than the bound, in order
    uint8_t before[evidence_count] = {};              // the sum before the number's first
    uint8_t bounds[evidence_count] = {};              // how many the number has
    uint8_t kind_number[most_kinds] = {};
    uint8_t kind_sums[most_kinds][kinds_size] = {};  // which sum a kind has
    uint8_t levels[evidence_count / lanes_of_card] = {};  // how many bounds its numbers have at most

    constexpr const large_sums& of_kind(size_t which, uint8_t is) const noexcept {
        return sums[kind_sums[which][lesser<size_t>(is, kinds_size - 1)]];
    }

    // (Few steps a row: each takes the compiler a microsecond, in every unit.)
    constexpr large_card(const card_row* rows, size_t size) noexcept {
        uint8_t last = 0xFF;  // what the row before tests
        for (size_t i = 0; i < size; ++i) {
            const card_row& row = rows[i];
            const uint8_t what = row.what;
            const uint8_t bound = row.bound;
            large_sums& sum = sums[i + 1];
            sum.low = in_lanes(row.points[0], row.points[1], row.points[2], row.points[3]);
            sum.high = in_lanes(row.points[4], row.points[5], row.points[6], 0);
            if ((what & test_is) != 0) {
                if (what != last) kind_number[kind_numbers++] = what & 0x7Fu;
                kind_sums[kind_numbers - 1][bound] = static_cast<uint8_t>(i + 1);
            } else if (bound == 0) {
                always.add(sum);
            } else {
                uint8_t& reached = bounds[what];
                if (reached == 0) before[what] = static_cast<uint8_t>(i);
                else sum.add(sums[i]);
                below[reached++][what] = to_signed(bound - 1);
            }
            last = what;
        }
        for (size_t n = 0; n < evidence_count; ++n) {
            uint8_t& most = levels[n / lanes_of_card];
            if (most < bounds[n]) most = bounds[n];
        }
        for (size_t n = 0; n < evidence_count; ++n)
            for (size_t level = bounds[n]; level < levels[n / lanes_of_card]; ++level)
                below[level][n] = 0x7F;
    }

private:
    static constexpr uint64_t in_lanes(int64_t first, int64_t second, int64_t third,
                                       int64_t fourth) noexcept {
        return static_cast<uint64_t>(first) + (static_cast<uint64_t>(second) << 16) +
               (static_cast<uint64_t>(third) << 32) + (static_cast<uint64_t>(fourth) << 48);
    }
};

// Adds the sums that the numbers have reached, as many numbers side by side as a vector has lanes.
template <class Vectors, size_t Rows>
inline void add_bounds(const large_card<Rows>& rows, const uint8_t* numbers, large_sums& sums) noexcept {
    using vector = typename Vectors::type;
    static_assert(evidence_count % Vectors::width == 0, "whole vectors");
    for (size_t n = 0; n < evidence_count; n += Vectors::width) {
        const vector here = Vectors::load(reinterpret_cast<const char*>(numbers + n)) ^ to_signed(0);
        vector passed = {};
        for (size_t level = 0; level < rows.levels[n / Vectors::width]; ++level)
            passed -= here > Vectors::load(reinterpret_cast<const char*>(rows.below[level] + n));
        uint64_t bits = Vectors::bits(passed > 0);
        int8_t index[Vectors::width];
        Vectors::store(reinterpret_cast<char*>(index), passed);
        for (; bits != 0; bits = Vectors::without_first(bits)) {
            const size_t lane = Vectors::first(bits);
            sums.add(rows.sums[rows.before[n + lane] + static_cast<size_t>(index[lane])]);
        }
    }
}

// The sums for these numbers.
template <size_t Rows>
constexpr large_sums sum_of(const large_card<Rows>& rows, const uint8_t* numbers) noexcept {
    large_sums sums = rows.always;
    for (size_t i = 0; i < rows.kind_numbers; ++i)
        sums.add(rows.of_kind(i, numbers[rows.kind_number[i]]));
    if constexpr (scan::vectors::width != 0) {
        if (!__builtin_is_constant_evaluated()) {
            add_bounds<scan::vectors>(rows, numbers, sums);
            return sums;
        }
    }
    for (size_t n = 0; n < evidence_count; ++n) {
        size_t passed = 0;
        while (passed < rows.bounds[n] && to_signed(numbers[n]) > rows.below[passed][n]) ++passed;
        if (passed != 0) sums.add(rows.sums[rows.before[n] + passed]);
    }
    return sums;
}

template <bool Short, size_t Words, size_t Groups, size_t Rows> struct card_for { using type = large_card<Rows>; };
template <size_t Words, size_t Groups, size_t Rows> struct card_for<true, Words, Groups, Rows> {
    using type = small_card<Words, Groups>;
};

constexpr card_packer counted_card = count_card(card, is_flash_short ? card_size : 0);
constexpr card_for<is_flash_short, counted_card.count, counted_card.groups, card_size>::type packed(card, card_size);

}  // namespace detail
}  // namespace stet

#endif  // STET_CARD_HPP
