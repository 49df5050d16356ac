// SPDX-License-Identifier: MIT
#ifndef STET_CARD_HPP
#define STET_CARD_HPP
#include "measure.hpp"

// card.hpp: the score card that tells headings, captions and the like from running text. A row
// is a test of one number that was counted, and the points it gives to each kind when the
// test holds; the highest sum wins, and a paragraph has none. Bounds add up: a line of 50
// columns has the points of all rows "columns, 13" to "columns, 46". A point multiplies the
// odds against a paragraph by 1.28.
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
    next_columns,    // of the next line, as far as it is seen
    next_words,
    next_digits,
    next_whole,      // all of it is seen
    next_twice,      // it is twice as wide, or over 60 columns
    next_four,       // four times as wide
    next_open,       // it is 60 columns or less, without an end sign
    next_stop,       // it is, with one
    next_alike,      // it is as wide, within a quarter
    next_same,       // it is wider, and has as many bytes, within a half
    next_more,       // it has half as many bytes more, as far as it is seen
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
    next_starts,  // word_is: its first word, or the first two
};
constexpr uint8_t context_count = in_fours(static_cast<uint8_t>(context::next_starts) + 1);
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

// The points a kind needs. What wins with less is called a paragraph: a reader forgives a
// list item that is taken for text sooner than text that is taken for something else. A deck
// needs them when it ends like a sentence: the gold has more decks than the world.
constexpr int8_t card_needs[] = {0, 5, 0, 4, 0, 4, 0};

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
constexpr card_row card[] = {
    //                                                     head list capt furn byln deck hdln
    {on(fact::columns), 0,                                 {  -3,  -3,   3,  -1,  -1,  -2,  -2}},
    {on(fact::columns), 13,                                {   0,   0,  -2,  -1,   1,  -1,   2}},
    {on(fact::columns), 21,                                {   1,   0,   0,  -1,  -3,   0,   6}},
    {on(fact::columns), 31,                                {  -1,   0,   0,   0,  -2,   1,   2}},
    {on(fact::columns), 46,                                {   0,   1,   0,  -1,  -1,   1,   2}},
    {on(fact::columns), 61,                                {   0,   2,   1,   0,  -2,   2,   2}},
    {on(fact::columns), 81,                                {  -2,   0,   0,   2,  -2,   2,  -2}},
    {on(fact::columns), 111,                               {  -2,  -1,  -1,  -2,  -1,  -1,  -6}},
    {on(fact::columns), 161,                               {  -1,  -1,  -2,  -2,  -1,  -2,  -4}},
    {on(fact::words), 2,                                   {  -2,  -1,  -3,  -2,   2,   0,  -3}},
    {on(fact::words), 3,                                   {  -1,   1,  -3,  -3,  -1,   0,   2}},
    {on(fact::words), 5,                                   {  -1,   0,  -1,  -2,   0,   1,   2}},
    {on(fact::words), 9,                                   {  -2,  -1,   1,   0,  -2,   1,   1}},
    {on(fact::words), 16,                                  {  -3,  -1,   1,  -4,  -1,  -2,  -2}},
    {on(fact::smalls), 1,                                  {   2,   1,   0,   1,  -1,   1,   3}},
    {on(fact::smalls), 3,                                  {   0,   1,  -1,  -3,  -2,   1,   1}},
    {on(fact::smalls), 6,                                  {  -1,  -2,   0,   1,  -2,   1,  -2}},
    {on(fact::smalls), 10,                                 {  -2,   0,  -1,   1,  -1,   0,  -2}},
    {on(fact::capitals), 1,                                {   1,  -1,  -1,   0,  -1,   1,   1}},
    {on(fact::capitals), 3,                                {   1,   0,   2,   3,   0,   0,   1}},
    {on(fact::capitals), 6,                                {  -1,  -1,   0,   0,   1,   1,   1}},
    {on(fact::figures), 1,                                 {   1,   1,  -1,   0,   0,   0,   1}},
    {on(fact::long_smalls), 1,                             {   0,   0,   0,  -1,   0,   1,   1}},
    {on(fact::long_smalls), 2,                             {  -1,   0,   1,   1,   0,   1,  -2}},
    {on(fact::long_smalls), 4,                             {   0,  -2,  -1,  -1,  -1,   0,  -1}},
    {on(fact::stops), 1,                                   {  -4,  -1,   2,   0,  -2,   0,  -2}},
    {on(fact::years), 1,                                   {   1,   1,   5,  -2,   1,   2,  -1}},
    {on(fact::clocks), 1,                                  {  -5,  -4,  -2,  -3,   1,   0,  -6}},
    {on(fact::colon_inside), 1,                            {  -3,  -5,   0,   0,  -1,  -1,   3}},
    {on(fact::last_quote), 1,                              {   3,   1,   0,  -2,  -1,   0,   2}},
    {on(fact::last_bracket), 1,                            {  -2,   0,   1,   0,  -1,  -1,  -1}},
    {on(fact::digits), 1,                                  {  -2,   0,  -1,   0,   0,  -1,   0}},
    {on(fact::digits), 3,                                  {   0,  -1,  -3,   0,   0,  -2,   2}},
    {on(fact::digits), 6,                                  {  -1,   1,  -1,   3,   1,  -1,  -4}},
    {on(fact::quotes), 1,                                  {   0,  -2,  -2,   0,  -1,   0,   1}},
    {on(fact::brackets), 1,                                {  -3,   1,   0,  -2,  -1,  -3,  -2}},
    {on(fact::dashes), 1,                                  {   1,   1,   0,   0,   0,   0,   1}},
    {on(fact::ends), 2,                                    {  -1,  -2,  -2,  -3,   0,   1,  -3}},
    {on(fact::questions), 1,                               {   1,   0,  -3,   3,  -1,  -1,   2}},
    {on(fact::commas), 1,                                  {  -2,   0,  -1,  -1,   0,   0,  -5}},
    {on(fact::commas), 3,                                  {  -2,   0,  -1,  -2,  -1,  -3,   0}},
    {on(fact::arrows), 1,                                  {  -5,   2,   0,   3,   2,  -1,  -5}},
    {on(fact::slashes), 1,                                 {  -2,  -2,   2,   1,   1,  -1,  -7}},
    {on(fact::others), 1,                                  {   0,  -1,  -2,   1,   0,  -2,   0}},
    {on(fact::plain_words), 1,                             {   0,  -1,  -1,   0,  -1,  -1,   0}},
    {on(fact::plain_words), 2,                             {   0,  -1,   2,  -1,   1,  -1,  -1}},
    {on(fact::plain_words), 4,                             {   2,  -1,  -1,   0,   0,   0,   0}},
    {on(fact::by_words), 1,                                {  -1,   0,   0,   1,   3,  -1,  -8}},
    {on(fact::agency_words), 1,                            {  -3,  -1,   4,  -1,   1,  -3,  -7}},
    {on(fact::credit_words), 1,                            {  -4,  -2,   6,  -2,  -2,  -2,  -7}},
    {on(fact::credit_words), 2,                            {  -3,  -1,   0,  -1,  -1,  -1,  -3}},
    {on(fact::furniture_words), 1,                         {  -3,   0,  -2,   6,   0,  -1,   0}},
    {on(fact::date_words), 1,                              {   0,  -2,  -1,  -1,   0,  -2,  -2}},
    {on(fact::date_words), 2,                              {  -2,   1,   1,  -2,   1,  -2,  -3}},
    {on(fact::ask_words), 1,                               {  -1,   1,  -2,   0,  -1,   0,   2}},
    {on(context::place), 1,                                {  -2,  -2,   0,  -1,   0,  -1,   0}},
    {on(context::place), 2,                                {   0,  -1,   0,  -1,  -5,  -9,   0}},
    {on(context::place), 3,                                {   0,   1,   0,  -1,  -8,  -5,   0}},
    {on(context::place), 5,                                {   0,   2,   0,   0,  -5,  -5,   0}},
    {on(context::place), 10,                               {  -1,   1,   0,   0,  -3,  -3,   0}},
    {on(context::body), 1,                                 {   0,  -1,  -2,  -1,  -4,  -3,   0}},
    {on(context::before_size), 8,                          {  -2,   1,  -2,  -1,   2,   1,   0}},
    {on(context::before_size), 16,                         {   0,  -1,   0,  -2,   2,   1,   0}},
    {on(context::before_size), 38,                         {   1,  -3,   0,   0,  -1,   0,   0}},
    {on(context::before_size), 80,                         {   1,  -3,   1,   1,  -1,  -1,   0}},
    {on(context::before_open), 1,                          {  -2,  -1,   0,  -1,   0,   1,   0}},
    {on(context::before_colon), 1,                         {  -3,   4,  -1,  -1,   0,   0,   0}},
    {on(context::before_alike), 1,                         {  -1,   2,   0,   1,   0,   1,   0}},
    {on(context::before_start), 1,                         {  -2,   1,   2,   2,  -1,   1,   0}},
    {on(context::mean), 15,                                {   0,   0,  -1,   1,   0,  -1,   0}},
    {on(context::mean), 30,                                {   2,   2,   1,   3,  -2,  -1,   0}},
    {on(context::mean), 50,                                {   0,   1,   1,   0,   0,  -1,   0}},
    {on(context::run), 1,                                  {  -2,   1,  -1,   1,   2,  -2,   0}},
    {on(context::run), 2,                                  {  -1,   2,  -3,   0,  -2,   0,   0}},
    {on(context::run), 3,                                  {  -2,   1,  -1,  -2,   0,  -1,   0}},
    {on(context::gap), 1,                                  {  -3,  -1,   0,   0,   0,   0,   0}},
    {on(context::gap), 2,                                  {   2,   0,   0,   0,  -1,   0,   0}},
    {on(context::gap), 4,                                  {   1,  -2,   0,   1,  -1,  -2,   0}},
    {on(context::gap), 8,                                  {  -2,  -2,  -2,   0,   0,  -1,   0}},
    {on(context::repeated), 1,                             {  -3,  -3,   6,   4,   0,   0,   0}},
    {on(context::numbered), 1,                             {   5,  -3,  -3,  -2,   0,   0,   0}},
    {on(context::marked), 1,                               {   1,   4,   1,   0,   0,   0,   0}},
    {on(context::next_columns), 1,                         {   1,  -2,   1,   2,   0,  -1,  -2}},
    {on(context::next_columns), 21,                        {   1,   1,   1,   1,   0,  -1,  -1}},
    {on(context::next_columns), 31,                        {   2,   1,  -1,   0,   0,   1,   0}},
    {on(context::next_columns), 61,                        {   1,   0,   0,   1,  -1,   0,   1}},
    {on(context::next_words), 4,                           {   1,   1,  -1,   1,   0,   0,  -1}},
    {on(context::next_words), 9,                           {   0,  -2,   0,   0,   0,  -1,   0}},
    {on(context::next_digits), 1,                          {   0,  -1,   0,  -1,  -1,   0,   1}},
    {on(context::next_whole), 1,                           {  -1,   1,  -1,   1,   0,  -1,   3}},
    {on(context::next_twice), 1,                           {   0,  -1,   0,   0,   0,  -1,  -1}},
    {on(context::next_four), 1,                            {   0,  -2,  -1,  -2,   3,   0,  -3}},
    {on(context::next_open), 1,                            {  -1,  -1,   0,   1,   0,   0,   1}},
    {on(context::next_stop), 1,                            {  -1,  -1,   1,   0,   0,  -1,  -3}},
    {on(context::next_alike), 1,                           {   2,   1,   1,   1,   1,  -1,  -2}},
    {on(context::next_same), 1,                            {   1,   2,  -1,   0,   0,   0,   1}},
    {on(context::next_more), 1,                            {   2,  -1,   0,  -1,   0,   0,  -2}},
    {on(context::names), 1,                                {   0,  -1,   2,  -2,   3,   0,  -6}},
    {on(context::one_capital), 1,                          {  -1,   0,  -1,  -1,   0,   0,   0}},
    {on(context::ends_word), 1,                            {   5,   1,   3,   3,   3,   1,   3}},
    {on(context::next_ends_word), 1,                       {  -1,   0,   0,  -1,   0,   1,   1}},
    {on(context::dated), 1,                                {  -1,  -1,  -1,  -2,   1,  -1,  -6}},
    {is(fact::first), number_of(glyph::lower),             {  -5,   3,   1,   0,   2,  -1,  -3}},
    {is(fact::first), number_of(glyph::quote),             {  -2,  -1,  -2,  -1,  -1,   0,  -1}},
    {is(fact::first), number_of(glyph::bracket),           {  -5,  -2,   1,   5,   0,   0,   4}},
    {is(fact::last), number_of(glyph::lower),              {   3,   3,   2,   4,   4,   3,   1}},
    {is(fact::last), number_of(glyph::letter),             {   0,  -1,  -1,  -1,  -1,  -1,   4}},
    {is(fact::last), number_of(glyph::digit),              {   5,  -1,   2,   1,   1,   0,   4}},
    {is(fact::last), number_of(glyph::stop),               {  -8,  -2,  -2,  -4,  -3,   0, -14}},
    {is(fact::last), number_of(glyph::question),           {   2,   1,  -2,  -1,  -1,  -1,   2}},
    {is(fact::last), number_of(glyph::colon),              {  -2,  -2,  -3,  -2,   0,   0,  -7}},
    {is(fact::starts), number_of(word_is::by),             {  -2,  -1,  -2,  -3,   3,  -1, -10}},
    {is(fact::starts), number_of(word_is::credit),         {  -4,   0,   4,   1,  -1,   0,  -2}},
    {is(fact::starts), number_of(word_is::ask),            {   5,   0,  -1,   2,   0,  -1,   0}},
    {is(context::next_first), number_of(glyph::quote),     {  -4,  -2,  -2,  -1,  -1,   0,  -1}},
    {is(context::next_first), number_of(glyph::other),     {   2,  -2,  -2,  -2,   0,   1,   7}},
    {is(context::next_last), number_of(glyph::lower),      {   1,   2,   0,   0,   0,   0,   1}},
    {is(context::next_last), number_of(glyph::letter),     {  -2,  -1,  -1,  -2,  -1,  -2,  -3}},
    {is(context::next_starts), number_of(word_is::by),     {   2,   2,  -1,  -1,  -1,   2,   3}},
    {is(context::next_starts), number_of(word_is::credit), {   1,  -1,   8,   1,   0,  -1,   0}},
    {is(context::next_starts), number_of(word_is::date),   {  -1,  -3,  -3,   1,   1,   1,  -2}},
};
// END CARD
// clang-format on
constexpr size_t card_size = sizeof(card) / sizeof(card[0]);

// Where the rows end that test one number.
struct card_groups {
    uint8_t count = 0;
    uint8_t ends[evidence_count] = {};

    constexpr card_groups(const card_row* rows, size_t size) noexcept {
        for (size_t i = 1; i <= size; ++i)
            if (i == size || rows[i].what != rows[i - 1].what) ends[count++] = static_cast<uint8_t>(i);
    }
};
constexpr card_groups card_in_groups(card, card_size);

}  // namespace detail
}  // namespace stet

#endif  // STET_CARD_HPP
