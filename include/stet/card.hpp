// SPDX-License-Identifier: MIT
#ifndef STET_CARD_HPP
#define STET_CARD_HPP
#include "measure.hpp"

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
constexpr int8_t card_needs[] = {0, 17, 0, 31, 0, 22, 0};

constexpr card_row card[] = {
    //                                                          hea lis cap fur byl dec hdl
    {on(fact::columns), 0,                                      {-46,-54,-22,-38, -9,-29,-27}},
    {on(fact::columns), 13,                                     {  4,  5, -2,  1,  4,  1,  6}},
    {on(fact::columns), 21,                                     {  3,  2,  0, -2, -7,  1, 15}},
    {on(fact::columns), 31,                                     { -3, -1,  1,  0, -8,  3,  5}},
    {on(fact::columns), 46,                                     { -1,  3,  3, -3, -4,  3,  5}},
    {on(fact::columns), 61,                                     {  0,  4,  1, -1, -3,  6,  4}},
    {on(fact::columns), 81,                                     { -2,  2, -3,  1, -5,  7, -4}},
    {on(fact::columns), 111,                                    {-11, -2, -3, -7, -3,  0,-11}},
    {on(fact::columns), 161,                                    { -3, -3, -7, -6, -1, -5, -7}},
    {on(fact::words), 2,                                        { -9, -8,-15,-11,  7, -2, -7}},
    {on(fact::words), 3,                                        { -4,  2,-12,-10, -5,  1,  6}},
    {on(fact::words), 5,                                        { -2,  1, -4, -4,  0,  4,  4}},
    {on(fact::words), 9,                                        { -7, -3,  3,  2, -7, -1,  1}},
    {on(fact::words), 16,                                       { -9,  0,  4, -9, -2, -9, -4}},
    {on(fact::smalls), 1,                                       {  6,  3,  0,  3, -3,  5,  8}},
    {on(fact::smalls), 3,                                       {  3,  3,  0, -8, -5,  5,  2}},
    {on(fact::smalls), 6,                                       { -2, -4,  0,  3, -4,  3, -5}},
    {on(fact::smalls), 10,                                      { -5,  0, -2,  4, -3, -1, -5}},
    {on(fact::capitals), 1,                                     {  3, -2, -1,  3, -5,  2,  6}},
    {on(fact::capitals), 3,                                     {  1,  2,  7,  8, -1, -1,  0}},
    {on(fact::capitals), 6,                                     { -5, -4, -1,  0,  4,  3,  0}},
    {on(fact::figures), 1,                                      {  5,  4, -2,  3,  0,  2,  1}},
    {on(fact::figures), 3,                                      {  0, -7, -7, -4, -1,  1,  0}},
    {on(fact::long_smalls), 1,                                  {  1,  2,  8, -2,  2,  2,  2}},
    {on(fact::long_smalls), 2,                                  { -1,  0,  1,  7,  2,  5, -4}},
    {on(fact::long_smalls), 4,                                  { -1, -7, -2, -6, -3,  0, -3}},
    {on(fact::stops), 1,                                        {-10, -2,  7,  2, -6, -2, -4}},
    {on(fact::stops), 2,                                        { -2, -4, -2, -4, -3,  3, -2}},
    {on(fact::stops), 3,                                        { -2,  0, -2, -1,  0, -5, -1}},
    {on(fact::years), 1,                                        {  0,  3, 16, -5,  4,  6, -2}},
    {on(fact::clocks), 1,                                       {-18,-12, -6,-11,  5,  1, -8}},
    {on(fact::colon_inside), 1,                                 { -6,-15,  0, -2, -1, -3,  7}},
    {on(fact::dash_inside), 1,                                  { -2,  3, -4,  0, -2,  2,  1}},
    {on(fact::last_quote), 1,                                   {  7,  4,  0, -5, -4, -3,  2}},
    {on(fact::last_bracket), 1,                                 { -4,  1,  2,  1, -3, -3, -2}},
    {on(fact::digits), 1,                                       { -7,  0, -1,  0,  1, -3,  2}},
    {on(fact::digits), 3,                                       {  0, -1,-10, -2,  0, -5,  2}},
    {on(fact::digits), 6,                                       { -4,  4, -2, 11,  3, -2, -6}},
    {on(fact::quotes), 1,                                       {  0, -6, -4,  0, -3,  1,  4}},
    {on(fact::quotes), 3,                                       {  1, -3, -6, -6, -1,  0, -2}},
    {on(fact::brackets), 1,                                     { -7,  3, -2,-10, -2, -9, -2}},
    {on(fact::dashes), 1,                                       {  1,  3,  1, -1,  2, -2,  2}},
    {on(fact::ends), 2,                                         { -1, -5, -3, -7,  1,  5, -5}},
    {on(fact::ends), 4,                                         { -2, -3, -3, -3, -1, -9, -1}},
    {on(fact::questions), 1,                                    {  7,  0, -9, 14, -2, -2,  4}},
    {on(fact::commas), 1,                                       { -5,  1, -2, -1,  0, -1, -9}},
    {on(fact::commas), 3,                                       { -6, -1, -4, -7, -4, -9, -3}},
    {on(fact::copyrights), 1,                                   {-10, -3,  3, -2,  0, -1,  0}},
    {on(fact::arrows), 1,                                       {-15,  7,  1, 10,  5, -4, -8}},
    {on(fact::ats), 1,                                          { -7, -5, -7, -2,  6, -1, -8}},
    {on(fact::slashes), 1,                                      { -8, -4,  6, -3,  0, -6, -9}},
    {on(fact::slashes), 3,                                      { -2, -3, -5, 11,  1, -1, -3}},
    {on(fact::others), 1,                                       {  1,  2, -5,  2,  0, -6,  0}},
    {on(fact::others), 3,                                       {  0, -4, -1, -5,  0, -1,  3}},
    {on(fact::plain_words), 1,                                  {  9,  4, -1,  3, -2, -2,  5}},
    {on(fact::plain_words), 2,                                  { -3, -4,  5, -3,  1,  1, -2}},
    {on(fact::plain_words), 4,                                  {  4, -2, -1, -1,  0,  0,  2}},
    {on(fact::by_words), 1,                                     { -3,  0,  2,  1,  8, -2,-15}},
    {on(fact::role_words), 1,                                   { -1, -2, -4, -2,  7,  6, -7}},
    {on(fact::agency_words), 1,                                 { -5, -4, 11, -6,  2,-11, -8}},
    {on(fact::credit_words), 1,                                 {-12, -5, 15, -6, -8, -6, -8}},
    {on(fact::credit_words), 2,                                 {-10, -4, -1, -1, -6, -4, -2}},
    {on(fact::furniture_words), 1,                              {-10,  1, -3, 13, -1, -2,  0}},
    {on(fact::furniture_words), 2,                              { -5,  3,-10,  3,  0,  2, -1}},
    {on(fact::date_words), 1,                                   {  0, -6, -3, -3, -1, -5, -4}},
    {on(fact::date_words), 2,                                   { -5,  2,  5, -4,  1, -6, -5}},
    {on(fact::ask_words), 1,                                    { -3,  2, -6, -4, -2,  0,  3}},
    {on(context::place), 1,                                     {  2,  1,  0,  2, -1, -2,  0}},
    {on(context::place), 2,                                     {  1,  3,  2,  1,-14,-24,  0}},
    {on(context::place), 3,                                     { -2,  8,  2, -1,-25,-12,  0}},
    {on(context::place), 5,                                     {  0,  7,  0,  1,-14,-16,  0}},
    {on(context::place), 10,                                    { -2,  3,  1, -1, -9, -9,  0}},
    {on(context::body), 1,                                      { -2, -4, -5, -5,-11,-10,  0}},
    {on(context::before_size), 8,                               { -2,  4, -5, -2,  6,  3,  0}},
    {on(context::before_size), 16,                              {  0, -4,  3, -5,  6,  0,  0}},
    {on(context::before_size), 38,                              {  3, -8, -2,  0, -1,  0,  0}},
    {on(context::before_size), 80,                              {  2, -7,  2,  3, -5, -2,  0}},
    {on(context::before_open), 1,                               { -1, -2,  4, -5, -1,  3,  0}},
    {on(context::before_colon), 1,                              { -4,  6, -2, -2, -1, -1,  0}},
    {on(context::before_question), 1,                           {  0,  0,  1, -2,  1,  0,  0}},
    {on(context::before_alike), 1,                              {  1,  2,  1,  2,  2,  3,  0}},
    {on(context::before_start), 1,                              { -6, -1,  8,  0, -1,  2,  0}},
    {on(context::mean), 15,                                     {  1,  1, -2,  3,  2, -1,  0}},
    {on(context::mean), 30,                                     {  5,  3,  1,  7, -9, -2,  0}},
    {on(context::mean), 50,                                     {  2,  3,  6,  0, -2, -4,  0}},
    {on(context::mean), 75,                                     { -3,  0, -4, -5,  0,  0,  0}},
    {on(context::run), 1,                                       { -4,  5, -3,  2,  7, -5,  0}},
    {on(context::run), 2,                                       { -3,  4, -7,  2, -6,  2,  0}},
    {on(context::run), 3,                                       { -3,  2, -2, -4,  1, -2,  0}},
    {on(context::run), 6,                                       { -2,  4, -2, -4, -2,  0,  0}},
    {on(context::gap), 1,                                       { -7,  0,  1,  1,  2,  2,  0}},
    {on(context::gap), 2,                                       {  4,  1, -1,  2, -4,  1,  0}},
    {on(context::gap), 4,                                       {  3, -5,  0,  3, -3, -4,  0}},
    {on(context::gap), 8,                                       { -5, -5, -4,  0, -1, -1,  0}},
    {on(context::repeated), 1,                                  {-12, -7, 17, 12,  2,  0,  0}},
    {on(context::numbered), 1,                                  { 17, -8, -9, -9,  0, -1,  0}},
    {on(context::marked), 1,                                    {  5,  9,  2,  2, -1, -2,  0}},
    {on(context::next_columns), 1,                              { 12,  0,  8, 15, -1, -1,  0}},
    {on(context::next_columns), 21,                             {  1,  4,  5,  3,  0, -4, -1}},
    {on(context::next_columns), 31,                             {  7,  0, -1,  0, -1,  6,  0}},
    {on(context::next_columns), 61,                             {  5, -1,  2,  2, -2, -1,  3}},
    {on(context::next_words), 4,                                {  2,  1, -5,  2,  3,  0,  0}},
    {on(context::next_words), 9,                                {  0, -5,  0,  0,  2, -3,  1}},
    {on(context::next_digits), 1,                               { -1, -3, -2, -4, -3,  1,  2}},
    {on(context::next_whole), 1,                                { -2,  3,  1,  4,  0, -4,  2}},
    {on(context::next_twice), 1,                                {  2, -4,  2, -1,  1, -1, -1}},
    {on(context::next_four), 1,                                 {  0, -2, -1, -4, 10,  0, -4}},
    {on(context::next_open), 1,                                 { -1,  3,  2,  3,  1, -3,  5}},
    {on(context::next_stop), 1,                                 { -1,  0, -1,  0, -1, -1, -3}},
    {on(context::next_alike), 1,                                {  7,  0,  3, -1,  5, -1, -4}},
    {on(context::next_same), 1,                                 {  3,  5, -3, -3,  2,  0,  0}},
    {on(context::next_more), 1,                                 {  4, -1,  2, -3,  1,  3,  1}},
    {on(context::next_size), 25,                                {  0, 10, -2,  1,  1, -3, -8}},
    {on(context::next_kin), 1,                                  { -1,  8,  3,  6, -3,  2,  2}},
    {on(context::before_kin), 1,                                { -8,  6,  3,  3, -1,  1,  0}},
    {on(context::before_shares), 1,                             { -4, -2, -2, -1, -3,  0,  0}},
    {on(context::before_shares), 2,                             { -3, -1, -1,  4,  1,  3,  0}},
    {on(context::next_shares), 1,                               {  1, -1, -1,  0,  2,  5,  2}},
    {on(context::next_shares), 2,                               {  5,  1, -3,  0, -2, -3,  1}},
    {on(context::next_shares), 3,                               {  5,  3,  4,  8,  0, -2,  2}},
    {on(context::title_shares), 1,                              {  4,  0,  2,  3, -3,  3,  0}},
    {on(context::title_shares), 2,                              {  5, -1,  6,  2, -4, -1,  0}},
    {on(context::title_shares), 3,                              {  1, -4,  5, -4, -2, -3,  0}},
    {on(context::titled), 1,                                    {  4,  2,  2,  6,  6,  0, -3}},
    {on(context::names), 1,                                     {  2,  0, 12, -4,  9,  0,-11}},
    {on(context::one_capital), 1,                               { -1,  1, -6,  2,  0,  1,  0}},
    {on(context::ends_word), 1,                                 { 15,  3, 13, 10,  8,  4,  9}},
    {on(context::next_ends_word), 1,                            { -6, -4, -5, -7,  0,  3,  3}},
    {on(context::mostly_shouted), 1,                            {  4, -3, -5,  0,  4,  0, -3}},
    {on(context::all_dated), 1,                                 {  4, -3, 11,  3,  0,  0, -1}},
    {on(context::dated), 1,                                     { -4, -3, -3, -5,  3, -1,-10}},
    {is(fact::first), number_of(glyph::lower),                  {-17,  6,  3,  1,  6, -2, -4}},
    {is(fact::first), number_of(glyph::letter),                 {  2, -1,  6, -3, -2, -2,  2}},
    {is(fact::first), number_of(glyph::digit),                  { -2,  4, -3, -3, -2, -1,  3}},
    {is(fact::first), number_of(glyph::quote),                  { -6, -3, -7,  1, -3,  0, -1}},
    {is(fact::first), number_of(glyph::bracket),                {-19, -6,  5, 18, -1, -2,  2}},
    {is(fact::first), number_of(glyph::dash),                   {  1,-15, -4, -5,  0,  2,  0}},
    {is(fact::first), number_of(glyph::other),                  {  3, -6, -5,  3, -1,  0, -1}},
    {is(fact::last), number_of(glyph::lower),                   {  8,  9,  3,  9, 10,  8,  3}},
    {is(fact::last), number_of(glyph::letter),                  {  3, -2, -4,  1, -2, -1,  6}},
    {is(fact::last), number_of(glyph::digit),                   { 20,  1, 10,  7,  6,  1,  5}},
    {is(fact::last), number_of(glyph::stop),                    {-24, -1, -3, -7, -8,  1,-21}},
    {is(fact::last), number_of(glyph::ellipsis),                { -6, -4,  5, -4,  0, -2,  1}},
    {is(fact::last), number_of(glyph::question),                {  3,  5, -8, -5, -2, -2,  4}},
    {is(fact::last), number_of(glyph::exclaim),                 { -2, -1,  1,  1, -1, -2,  2}},
    {is(fact::last), number_of(glyph::colon),                   { -9, -6,-10, -3,  0, -4, -2}},
    {is(fact::last), number_of(glyph::comma),                   { -5, -1,  1, -2, -4,  0,  0}},
    {is(fact::last), number_of(glyph::other),                   {  3, -4,  0,  7,  0,  3,  0}},
    {is(fact::starts), number_of(word_is::by),                  { -3, -2, -6, -8,  6, -3,-18}},
    {is(fact::starts), number_of(word_is::agency),              { -5, -1,  1,  0,  4,  0,  0}},
    {is(fact::starts), number_of(word_is::credit),              {-10,  0, 14,  6, -4, -1, -2}},
    {is(fact::starts), number_of(word_is::furniture),           {  2, -1, -3, 21,  0, -2,  1}},
    {is(fact::starts), number_of(word_is::date),                {  0, -2, -5, -5, -2,  1, -4}},
    {is(fact::starts), number_of(word_is::ask),                 { 12, -1, -5,  7, -1, -5,  0}},
    {is(context::next_first), number_of(glyph::lower),          {  1,  7, -2, -6,  0, -1,  4}},
    {is(context::next_first), number_of(glyph::letter),         {  2,  2,  1,  1,  1, -2, -2}},
    {is(context::next_first), number_of(glyph::digit),          { -5,  0,  4, -2,  1,  5,  2}},
    {is(context::next_first), number_of(glyph::quote),          {-12, -6, -6, -1, -5,  0,  0}},
    {is(context::next_first), number_of(glyph::bracket),        {  2, -2,-15, -5, -1, -4, -2}},
    {is(context::next_first), number_of(glyph::dash),           {  1,-12,  2, -4,  0,  2, -2}},
    {is(context::next_first), number_of(glyph::other),          {  5, -7, -4, -9,  2,  5,  2}},
    {is(context::next_last), number_of(glyph::lower),           {  7,  3, -2,  5,  0,  2,  5}},
    {is(context::next_last), number_of(glyph::letter),          {  3, -2, -5, -2,  0, -1, -2}},
    {is(context::next_last), number_of(glyph::digit),           {  0, -7, -3,  5,  2,  1, -1}},
    {is(context::next_last), number_of(glyph::dash),            {  4, -1,  0, -2,  0, -1, -1}},
    {is(context::next_last), number_of(glyph::stop),            {  1,  3, -5, -1, -1,  0,  2}},
    {is(context::next_last), number_of(glyph::ellipsis),        { -3,  0,  6, -2,  0,  0,  0}},
    {is(context::next_last), number_of(glyph::question),        { -3,  6, -3,  3,  0, -1, -4}},
    {is(context::next_last), number_of(glyph::exclaim),         {  1, -3,  2, -2,  0,  1, -1}},
    {is(context::next_last), number_of(glyph::colon),           {  2, -7,  0,  3,  1,  0,  0}},
    {is(context::next_last), number_of(glyph::comma),           {  2, -7, -4, -5, -4, -4,  5}},
    {is(context::next_last), number_of(glyph::other),           {  1, -8, -3, 12,  0,  0,  0}},
    {is(context::before_last), number_of(glyph::lower),         {  3,  2, -1,  4,  3,  5,  0}},
    {is(context::before_last), number_of(glyph::letter),        { -5, -4,  0, -2, -3, -2,  0}},
    {is(context::before_last), number_of(glyph::digit),         { -7, -9, -3, -4, -6,  6,  0}},
    {is(context::before_last), number_of(glyph::quote),         { -5, -2, -2, -5,  5, 10,  0}},
    {is(context::before_last), number_of(glyph::stop),          {  2, -7,  1, -1,  1,  0,  0}},
    {is(context::before_last), number_of(glyph::ellipsis),      { -1,  2, -2,  1,  0, -2,  0}},
    {is(context::before_last), number_of(glyph::question),      {  0,  0,  1, -2,  1,  0,  0}},
    {is(context::before_last), number_of(glyph::exclaim),       {  4,  0, -3,  8, -1, -1,  0}},
    {is(context::before_last), number_of(glyph::colon),         { -4,  6, -2, -2, -1, -1,  0}},
    {is(context::before_last), number_of(glyph::comma),         { -4,  0, -4,  2,  0,  0,  0}},
    {is(context::before_last), number_of(glyph::other),         {  9, -2,  3, -4,  0,  0,  0}},
    {is(context::before_starts), number_of(word_is::by),        {  1, -3,  0,  3, -3,  3,  0}},
    {is(context::before_starts), number_of(word_is::agency),    { -2, -1,  1, -1,  0, -3,  0}},
    {is(context::before_starts), number_of(word_is::credit),    {  5, -6, 13, -6, -3, -1,  0}},
    {is(context::before_starts), number_of(word_is::furniture), {  3, -4, -2, 13, -4, -2,  0}},
    {is(context::before_starts), number_of(word_is::date),      { -1, -6, -3,  6, -3, -3,  0}},
    {is(context::before_starts), number_of(word_is::ask),       {-10,  2, -3, 11, -3, -2,  0}},
    {is(context::next_starts), number_of(word_is::by),          {  5,  3, -2, -1, -3,  5,  7}},
    {is(context::next_starts), number_of(word_is::agency),      { -2,  0,  1, -1,  1,  2, -1}},
    {is(context::next_starts), number_of(word_is::credit),      {  2,  0, 26,  4,  1, -1,  0}},
    {is(context::next_starts), number_of(word_is::furniture),   {  1, -4, -3,  6,  5, -2, -3}},
    {is(context::next_starts), number_of(word_is::date),        {  1, -6,-11,  3,  4,  3, -4}},
    {is(context::next_starts), number_of(word_is::ask),         { -1, -4, -3,  2, -2,  2,  3}},
};
// The rows' names, for tools; they cost nothing where nobody reads them.
constexpr const char* card_names[] = {
    "columns, 0", "columns, 13", "columns, 21", "columns, 31", "columns, 46", "columns, 61",
    "columns, 81", "columns, 111", "columns, 161", "words, 2", "words, 3", "words, 5", "words, 9",
    "words, 16", "smalls, 1", "smalls, 3", "smalls, 6", "smalls, 10", "capitals, 1", "capitals, 3",
    "capitals, 6", "figures, 1", "figures, 3", "long_smalls, 1", "long_smalls, 2", "long_smalls, 4",
    "stops, 1", "stops, 2", "stops, 3", "years, 1", "clocks, 1", "colon_inside, 1",
    "dash_inside, 1", "last_quote, 1", "last_bracket, 1", "digits, 1", "digits, 3", "digits, 6",
    "quotes, 1", "quotes, 3", "brackets, 1", "dashes, 1", "ends, 2", "ends, 4", "questions, 1",
    "commas, 1", "commas, 3", "copyrights, 1", "arrows, 1", "ats, 1", "slashes, 1", "slashes, 3",
    "others, 1", "others, 3", "plain_words, 1", "plain_words, 2", "plain_words, 4", "by_words, 1",
    "role_words, 1", "agency_words, 1", "credit_words, 1", "credit_words, 2", "furniture_words, 1",
    "furniture_words, 2", "date_words, 1", "date_words, 2", "ask_words, 1", "place, 1", "place, 2",
    "place, 3", "place, 5", "place, 10", "body, 1", "before_size, 8", "before_size, 16",
    "before_size, 38", "before_size, 80", "before_open, 1", "before_colon, 1", "before_question, 1",
    "before_alike, 1", "before_start, 1", "mean, 15", "mean, 30", "mean, 50", "mean, 75", "run, 1",
    "run, 2", "run, 3", "run, 6", "gap, 1", "gap, 2", "gap, 4", "gap, 8", "repeated, 1",
    "numbered, 1", "marked, 1", "next_columns, 1", "next_columns, 21", "next_columns, 31",
    "next_columns, 61", "next_words, 4", "next_words, 9", "next_digits, 1", "next_whole, 1",
    "next_twice, 1", "next_four, 1", "next_open, 1", "next_stop, 1", "next_alike, 1",
    "next_same, 1", "next_more, 1", "next_size, 25", "next_kin, 1", "before_kin, 1",
    "before_shares, 1", "before_shares, 2", "next_shares, 1", "next_shares, 2", "next_shares, 3",
    "title_shares, 1", "title_shares, 2", "title_shares, 3", "titled, 1", "names, 1",
    "one_capital, 1", "ends_word, 1", "next_ends_word, 1", "mostly_shouted, 1", "all_dated, 1",
    "dated, 1", "first, lower", "first, letter", "first, digit", "first, quote", "first, bracket",
    "first, dash", "first, other", "last, lower", "last, letter", "last, digit", "last, stop",
    "last, ellipsis", "last, question", "last, exclaim", "last, colon", "last, comma",
    "last, other", "starts, by", "starts, agency", "starts, credit", "starts, furniture",
    "starts, date", "starts, ask", "next_first, lower", "next_first, letter", "next_first, digit",
    "next_first, quote", "next_first, bracket", "next_first, dash", "next_first, other",
    "next_last, lower", "next_last, letter", "next_last, digit", "next_last, dash",
    "next_last, stop", "next_last, ellipsis", "next_last, question", "next_last, exclaim",
    "next_last, colon", "next_last, comma", "next_last, other", "before_last, lower",
    "before_last, letter", "before_last, digit", "before_last, quote", "before_last, stop",
    "before_last, ellipsis", "before_last, question", "before_last, exclaim", "before_last, colon",
    "before_last, comma", "before_last, other", "before_starts, by", "before_starts, agency",
    "before_starts, credit", "before_starts, furniture", "before_starts, date",
    "before_starts, ask", "next_starts, by", "next_starts, agency", "next_starts, credit",
    "next_starts, furniture", "next_starts, date", "next_starts, ask",
};
// END CARD
// clang-format on
constexpr size_t card_size = sizeof(card) / sizeof(card[0]);
static_assert(card_size < 0x100 && evidence_count <= test_is,
              "a row's place and its test fit a byte");

// A card as it is summed: a word a row. It holds seven points, and above them a step, by how
// much the bound lies above that of the word before. In 32 bits a point has four, -8 to 7, and
// a step is one of these; what does not fit is given by more words with a step of 0, and before
// a step that is none of these stand words of no points. So a card of small points is best.
// In 64 bits, for where flash is not short, all fit in eight.
constexpr uint8_t card_steps[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 15, 20, 25, 30, 50};

template <class Word> struct card_word {
    static constexpr int bits = sizeof(Word);          // of a point, and of the step
    static constexpr int raised = 1 << (bits - 1);     // added to a point: sums do not borrow
    static constexpr uint8_t step_of(Word word) noexcept {
        const uint8_t step = static_cast<uint8_t>(word >> (7 * bits));
        return bits == 4 ? card_steps[step & 15u] : step;
    }
};

// Packs rows.
template <class Word> struct card_packer {
    Word* words;
    uint8_t* numbers;  // what each group of words tests, as card_row::what
    uint8_t* sizes;    // how many words a group has
    bool counts;       // and writes nothing
    size_t count = 0;
    size_t groups = 0;

    constexpr card_packer() noexcept : words(), numbers(), sizes(), counts(true) {}
    constexpr card_packer(Word* words_at, uint8_t* numbers_at, uint8_t* sizes_at) noexcept
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
    using of = card_word<Word>;

    constexpr void row(const card_row& from, int bound) noexcept {
        int left[card_columns] = {};
        int step = from.bound - bound;
        for (bool placed = false; !placed;) {
            int index = step;
            if (of::bits == 4)
                for (index = 15; card_steps[index] > step;) --index;
            step -= of::bits == 4 ? card_steps[index] : index;
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
        Word word = static_cast<Word>(step) << (7 * of::bits);
        for (size_t k = 0; k < card_columns; ++k) {
            const int most = of::raised - 1;
            const int some = left[k] < -of::raised ? -of::raised : left[k] > most ? most : left[k];
            left[k] -= some;
            word |= static_cast<Word>(some + of::raised) << (k * of::bits);
        }
        if (!counts) words[count] = word;
        ++count;
    }
};

template <class Word>
constexpr card_packer<Word> count_card(const card_row* rows, size_t size) noexcept {
    card_packer<Word> counted;
    counted.pack(rows, size);
    return counted;
}

// Room for so many words, in so many groups that test one number each.
template <class Word, size_t Words, size_t Groups = evidence_count> struct packed_card {
    uint8_t groups = 0;
    uint8_t numbers[Groups] = {};
    uint8_t sizes[Groups] = {};
    Word words[Words] = {};
    // For words of 64 bits: which group asks whether a number is large enough, 0 for none, and
    // which of its words is the first. Most numbers of a line are 0, and need not be asked.
    uint8_t least[sizeof(Word) < 8 ? 1 : evidence_count] = {};
    uint8_t begins[sizeof(Word) < 8 ? 1 : Groups] = {};
    uint8_t first_kind = 0;  // the first group that asks whether a number is another one

    constexpr packed_card(const card_row* rows, size_t size) noexcept {
        card_packer<Word> packer(words, numbers, sizes);
        packer.pack(rows, size);
        groups = static_cast<uint8_t>(packer.groups);
        if (sizeof(Word) < 8) return;
        uint8_t begin = 1;
        for (uint8_t g = 0; g < groups; ++g) {
            begins[g] = begin;
            begin = static_cast<uint8_t>(begin + sizes[g]);
            if ((numbers[g] & test_is) == 0) {
                least[numbers[g]] = static_cast<uint8_t>(g + 1);
                first_kind = static_cast<uint8_t>(g + 1);
            }
        }
    }
};

// The sums of points for all kinds, in lanes of 16 bits.
template <class Word> class card_sums {
public:
    // Begins with a word. (Beginning with zeros would call memset on a Cortex-M0+.)
    constexpr explicit card_sums(Word word) noexcept : card_sums(word, typename count_to<parts>::type{}) {}

    constexpr void add(Word word) noexcept {
        for (Word& sum : sums_) {
            sum += word & lanes;
            word >>= of::bits;
        }
        raised_ += of::raised;
    }
    constexpr int operator[](size_t column) const noexcept {
        return static_cast<int>((sums_[column % parts] >> (column / parts * 16)) & 0xFFFFu) - raised_;
    }

private:
    using of = card_word<Word>;
    static constexpr size_t parts = 16 / of::bits;
    static constexpr Word lanes = static_cast<Word>(0x0001000100010001u * ((1u << of::bits) - 1));

    template <size_t... Part>
    constexpr card_sums(Word word, indices<Part...>) noexcept
        : sums_{((word >> (Part * of::bits)) & lanes)...} {}

    Word sums_[parts];
    int raised_ = of::raised;
};

// The sums for these numbers.
//   Requires: the first row holds always; the rows that test one number stand together, and
//             their bounds ascend.
template <class Word, size_t Words, size_t Groups>
constexpr card_sums<Word> sum_of(const packed_card<Word, Words, Groups>& rows, const uint8_t* numbers) noexcept {
    using of = card_word<Word>;
    const Word* word = rows.words;
    card_sums<Word> sums(*word++);
    size_t g = 0;
    if (of::bits == 8) {
        for (size_t n = 0; n < evidence_count; ++n) {
            if (numbers[n] == 0 || rows.least[n] == 0) continue;
            const size_t group = rows.least[n] - 1u;
            const Word* at = rows.words + rows.begins[group];
            const Word* const end = at + rows.sizes[group];
            for (int left = numbers[n]; at != end && (left -= of::step_of(*at)) >= 0; ++at) sums.add(*at);
        }
        g = rows.first_kind;
        if (g != rows.groups) word = rows.words + rows.begins[g];
    }
    for (; g < rows.groups; ++g) {
        const Word* at = word;
        word += rows.sizes[g];
        const uint8_t what = rows.numbers[g];
        int left = numbers[what & 0x7Fu];  // from a word's bound up to the number
        if ((what & test_is) == 0) {
            for (; at != word && (left -= of::step_of(*at)) >= 0; ++at) sums.add(*at);
        } else {
            for (; at != word && (left -= of::step_of(*at)) >= 0; ++at)
                if (left == 0) sums.add(*at);
        }
    }
    return sums;
}

template <bool Short> struct word_where_flash_is_short { using type = uint64_t; };
template <> struct word_where_flash_is_short<true> { using type = uint32_t; };
using packed_word = word_where_flash_is_short<is_flash_short>::type;

constexpr card_packer<packed_word> counted_card = count_card<packed_word>(card, card_size);
constexpr packed_card<packed_word, counted_card.count, counted_card.groups> packed(card, card_size);

}  // namespace detail
}  // namespace stet

#endif  // STET_CARD_HPP
