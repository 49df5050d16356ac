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
    next_whole,      // all of the next line is seen
    next_twice,      // it is twice as wide, or over 60 columns
    next_four,       // four times as wide
    next_open,       // it is 60 columns or less, without an end sign
    next_stop,       // it is, with one
    next_alike,      // it is as wide, within a quarter
    names,           // two words or more have a capital, and all of over three letters do
    one_capital,     // only one word has one
    mostly_shouted,  // most words are in capitals
    all_dated,       // digits, and words of dates only
    dated,           // digits, and a word of dates
};
constexpr uint8_t context_count = static_cast<uint8_t>(context::dated) + 1;
constexpr uint8_t number_of(context what) noexcept { return static_cast<uint8_t>(what); }

constexpr uint8_t evidence_count = 2 * fact_count + context_count;
static_assert(context_count % 2 == 0, "stet: context_count must be even, see clear()");

// The tests of the rows: "at least", or "is" for what is a kind of something.
constexpr uint8_t test_is = 0x80;
constexpr uint8_t on(fact what) noexcept { return number_of(what); }
constexpr uint8_t on(context what) noexcept {
    return static_cast<uint8_t>(2 * fact_count + number_of(what));
}
constexpr uint8_t next(fact what) noexcept {
    return static_cast<uint8_t>(fact_count + number_of(what));
}
constexpr uint8_t is(fact what) noexcept { return static_cast<uint8_t>(test_is | number_of(what)); }
constexpr uint8_t next_is(fact what) noexcept { return static_cast<uint8_t>(test_is | next(what)); }

// The columns of the card.
constexpr kind card_kinds[] = {kind::heading, kind::list_item, kind::caption, kind::furniture,
                               kind::byline,  kind::deck,      kind::headline};
constexpr size_t card_columns = 7;

// The points a kind needs. What wins with less is called a paragraph: a reader forgives a
// list item that is taken for text sooner than text that is taken for something else.
constexpr int8_t card_needs[] = {0, 5, 0, 6, 0, 0, 0};

struct card_row {
    uint8_t what;  // the test and the number's place in the evidence
    uint8_t bound;
    int8_t points[card_columns];
};

constexpr bool holds(const card_row& row, const uint8_t* numbers) noexcept {
    const uint8_t number = numbers[row.what & 0x7Fu];
    return (row.what & test_is) != 0 ? number == row.bound : number >= row.bound;
}

// clang-format off
// BEGIN CARD (bench/fit_blocks.py writes what stands between these two lines)
constexpr card_row card[] = {
    //                                                     head list capt furn byln deck hdln
    {on(fact::columns), 0,                                 {   1,   1,   2,   3,   0,  -2,  -2}},
    {on(fact::columns), 13,                                {   1,   0,  -2,   0,   0,  -1,   2}},
    {on(fact::columns), 21,                                {   1,   0,   0,  -1,  -3,   0,   6}},
    {on(fact::columns), 31,                                {  -1,   0,   0,   0,  -2,   0,   3}},
    {on(fact::columns), 46,                                {  -1,   1,   0,   0,  -1,   1,   2}},
    {on(fact::columns), 61,                                {   0,   1,   0,   0,  -1,   2,   2}},
    {on(fact::columns), 81,                                {  -2,   0,  -1,  -2,  -2,   2,  -2}},
    {on(fact::columns), 111,                               {  -4,   0,  -1,  -2,  -1,  -1,  -6}},
    {on(fact::columns), 161,                               {  -4,  -1,  -4,  -6,  -1,  -2,  -5}},
    {on(fact::words), 2,                                   {  -2,  -2,  -2,  -2,   2,   0,  -3}},
    {on(fact::words), 3,                                   {  -1,   1,  -3,  -3,  -2,   0,   2}},
    {on(fact::words), 5,                                   {  -1,   0,  -1,  -1,   0,   1,   3}},
    {on(fact::words), 9,                                   {  -2,  -1,   1,   1,  -2,   1,   1}},
    {on(fact::words), 16,                                  {  -3,  -1,   0,  -3,  -1,  -3,  -1}},
    {on(fact::capitals), 1,                                {   1,  -1,   0,   1,   0,   1,   1}},
    {on(fact::capitals), 3,                                {   1,   1,   3,   2,   0,   0,   1}},
    {on(fact::capitals), 6,                                {   0,   1,   2,   2,   1,   1,   1}},
    {on(fact::smalls), 1,                                  {   1,   0,   0,   0,  -1,   1,   3}},
    {on(fact::smalls), 3,                                  {   0,   1,  -1,  -4,  -2,   2,   2}},
    {on(fact::smalls), 6,                                  {  -1,  -1,   0,   1,  -2,   1,  -3}},
    {on(fact::smalls), 10,                                 {  -3,  -1,  -1,   0,  -2,  -1,  -2}},
    {on(fact::long_smalls), 1,                             {   0,   0,   0,  -1,   0,   1,   1}},
    {on(fact::long_smalls), 2,                             {  -1,   0,   1,   1,   0,   2,  -3}},
    {on(fact::long_smalls), 4,                             {   0,  -2,   0,  -1,  -2,   0,  -1}},
    {on(fact::figures), 1,                                 {   1,   1,   0,   0,   0,   0,   0}},
    {on(fact::figures), 3,                                 {   0,  -2,  -2,  -1,   0,   0,   1}},
    {on(fact::stops), 1,                                   {  -3,   0,   2,   0,  -2,   0,  -1}},
    {on(fact::stops), 2,                                   {  -1,   0,   0,   0,  -1,   1,  -1}},
    {on(fact::stops), 3,                                   {  -1,  -1,   0,  -1,   0,  -1,  -3}},
    {on(fact::years), 1,                                   {   0,  -1,   6,  -1,   1,   1,  -2}},
    {on(fact::clocks), 1,                                  {  -4,  -3,  -2,  -2,   2,   0,  -5}},
    {on(fact::colon_inside), 1,                            {  -3,  -3,   0,   0,  -1,  -1,   5}},
    {on(fact::dash_inside), 1,                             {  -1,   1,  -2,   1,   0,   1,   1}},
    {on(fact::last_quote), 1,                              {   3,   1,  -1,   0,  -1,  -1,   1}},
    {on(fact::last_bracket), 1,                            {  -1,   1,   1,   2,  -1,   0,  -2}},
    {on(fact::digits), 1,                                  {  -2,   0,  -1,  -1,   0,   0,   1}},
    {on(fact::digits), 3,                                  {   0,  -1,  -2,  -1,   0,  -1,   2}},
    {on(fact::digits), 6,                                  {  -1,   1,   0,   2,   1,  -1,  -4}},
    {on(fact::quotes), 1,                                  {   0,  -2,  -1,   0,  -1,   0,   2}},
    {on(fact::quotes), 3,                                  {   0,  -1,  -1,   0,   0,   0,  -2}},
    {on(fact::brackets), 1,                                {  -2,   1,   0,  -4,  -1,  -3,  -2}},
    {on(fact::dashes), 1,                                  {   1,   1,   0,   0,   0,   0,   1}},
    {on(fact::ends), 2,                                    {  -1,   0,  -2,  -2,   0,   1,  -4}},
    {on(fact::ends), 4,                                    {  -1,  -1,   1,  -1,   0,  -3,  -3}},
    {on(fact::questions), 1,                               {   0,  -1,  -4,   2,  -1,   0,   1}},
    {on(fact::commas), 1,                                  {  -3,   0,  -1,  -1,  -1,  -1,  -4}},
    {on(fact::commas), 3,                                  {  -3,   0,  -2,  -1,  -1,  -3,  -2}},
    {on(fact::copyrights), 1,                              {  -4,  -1,   0,   7,  -1,  -1,   0}},
    {on(fact::arrows), 1,                                  {  -4,   2,   2,   1,   2,  -1,  -5}},
    {on(fact::ats), 1,                                     {  -2,  -2,  -2,  -1,   1,   0,  -6}},
    {on(fact::slashes), 1,                                 {  -2,  -1,   3,   1,   0,  -1,  -6}},
    {on(fact::slashes), 3,                                 {  -1,  -2,  -2,   2,   0,   0,  -5}},
    {on(fact::others), 1,                                  {   0,  -1,  -1,   1,   0,  -1,  -1}},
    {on(fact::others), 3,                                  {   1,   1,  -1,  -3,   0,   0,   6}},
    {on(fact::plain_words), 1,                             {   1,  -1,   0,  -1,  -1,   0,   0}},
    {on(fact::plain_words), 2,                             {  -1,  -1,   1,  -1,   1,  -1,  -1}},
    {on(fact::plain_words), 4,                             {   2,  -2,  -1,  -1,  -1,   1,   1}},
    {on(fact::by_words), 1,                                {  -1,  -1,   0,   1,   3,  -1,  -9}},
    {on(fact::role_words), 1,                              {   0,   0,  -1,  -1,   2,   1,  -6}},
    {on(fact::agency_words), 1,                            {  -2,   0,   5,   0,   1,  -3,  -6}},
    {on(fact::credit_words), 1,                            {  -4,  -2,   6,  -1,  -2,  -2,  -6}},
    {on(fact::credit_words), 2,                            {  -3,  -1,   0,   0,  -1,  -1,  -3}},
    {on(fact::furniture_words), 1,                         {  -3,  -1,  -2,   4,   0,  -1,   1}},
    {on(fact::furniture_words), 2,                         {  -2,   0,  -2,   2,   0,   0,  -3}},
    {on(fact::date_words), 1,                              {   0,  -1,  -1,  -1,  -1,  -2,  -2}},
    {on(fact::date_words), 2,                              {  -2,   1,   1,  -2,   0,  -1,  -5}},
    {on(fact::ask_words), 1,                               {  -1,  -1,  -2,  -1,  -1,   0,   1}},
    {next(fact::columns), 1,                               {   2,   0,   2,   2,   1,   0,  -2}},
    {next(fact::columns), 21,                              {   1,   1,   1,   0,   0,   0,  -1}},
    {next(fact::columns), 31,                              {   1,   0,   0,   1,   0,   0,   1}},
    {next(fact::columns), 61,                              {   2,   0,   0,   1,   0,   0,   2}},
    {next(fact::columns), 121,                             {   1,   1,   0,   0,   1,  -2,  -3}},
    {next(fact::words), 4,                                 {   1,   1,  -1,   1,   0,   0,  -1}},
    {next(fact::words), 9,                                 {   1,  -1,   0,   0,   0,  -1,   1}},
    {next(fact::stops), 1,                                 {   0,   1,   0,   0,  -1,   1,  -1}},
    {next(fact::digits), 1,                                {   0,   1,   0,  -2,  -1,   0,   1}},
    {next(fact::commas), 1,                                {   1,   0,   0,   1,   0,   0,   0}},
    {next(fact::quotes), 1,                                {  -1,  -2,   0,   0,   1,   0,   0}},
    {next(fact::credit_words), 1,                          {   1,  -1,   3,   1,   1,  -1,  -1}},
    {next(fact::by_words), 1,                              {   1,   0,   1,   2,   1,   0,   2}},
    {next(fact::agency_words), 1,                          {   1,   0,   2,   0,   1,   1,  -2}},
    {next(fact::furniture_words), 1,                       {   0,   0,  -2,   2,   1,  -1,  -3}},
    {next(fact::date_words), 1,                            {   0,  -2,   1,   1,   1,   1,  -1}},
    {next(fact::clocks), 1,                                {  -3,  -3,  -1,  -2,   1,   1,   0}},
    {on(context::place), 1,                                {  -1,  -3,   0,   0,   1,   0,   0}},
    {on(context::place), 2,                                {   0,  -1,   1,  -1,  -5, -10,   0}},
    {on(context::place), 3,                                {   0,   1,   1,  -1,  -8,  -5,   0}},
    {on(context::place), 5,                                {  -1,   2,   0,  -1,  -5,  -5,   0}},
    {on(context::place), 10,                               {   0,   3,   0,   0,  -3,  -5,   0}},
    {on(context::body), 1,                                 {  -1,  -2,  -2,  -2,  -4,  -3,   0}},
    {on(context::before_size), 8,                          {  -2,   1,  -2,  -1,   2,   1,   0}},
    {on(context::before_size), 16,                         {   0,  -1,   0,  -2,   2,   0,   0}},
    {on(context::before_size), 38,                         {   1,  -2,  -1,  -1,   0,  -2,   0}},
    {on(context::before_size), 80,                         {   1,  -2,   1,   1,  -1,  -1,   0}},
    {on(context::before_open), 1,                          {  -2,  -1,   1,  -1,   1,   1,   0}},
    {on(context::before_colon), 1,                         {  -3,   6,  -1,  -1,   0,   1,   0}},
    {on(context::before_question), 1,                      {  -2,   0,  -2,   0,   0,   0,   0}},
    {on(context::before_alike), 1,                         {  -2,   2,   0,   1,   0,   1,   0}},
    {on(context::before_start), 1,                         {  -2,   2,   1,   2,  -1,   1,   0}},
    {on(context::mean), 15,                                {   0,   0,  -1,   1,   0,  -1,   0}},
    {on(context::mean), 30,                                {   1,   0,   0,   2,  -3,  -2,   0}},
    {on(context::mean), 50,                                {   1,   1,   2,   0,   0,  -1,   0}},
    {on(context::mean), 75,                                {  -1,   0,  -1,  -1,   0,   0,   0}},
    {on(context::run), 1,                                  {  -1,   3,  -1,   1,   3,  -2,   0}},
    {on(context::run), 2,                                  {  -1,   2,  -3,   0,  -2,   0,   0}},
    {on(context::run), 3,                                  {  -2,   1,  -1,  -1,   0,  -1,   0}},
    {on(context::gap), 1,                                  {  -2,  -1,  -1,   1,   1,  -1,   0}},
    {on(context::gap), 2,                                  {   2,   1,   0,   1,  -1,   0,   0}},
    {on(context::gap), 4,                                  {   1,   0,   0,   1,  -1,  -1,   0}},
    {on(context::gap), 8,                                  {  -2,  -3,  -1,  -1,   0,  -1,   0}},
    {on(context::repeated), 1,                             {  -3,  -3,   6,   4,   0,   0,   0}},
    {on(context::numbered), 1,                             {   5,  -2,  -3,  -2,   0,   0,   0}},
    {on(context::marked), 1,                               {   2,   2,   1,   0,   0,   0,   0}},
    {on(context::next_whole), 1,                           {  -1,   0,   0,   1,   0,  -2,   3}},
    {on(context::next_twice), 1,                           {   1,  -1,  -1,   0,   1,   0,   0}},
    {on(context::next_four), 1,                            {  -1,  -3,   1,  -2,   1,   0,  -3}},
    {on(context::next_open), 1,                            {  -1,   0,   0,   2,   0,   1,   2}},
    {on(context::next_stop), 1,                            {   0,  -3,   1,   1,   0,  -2,  -2}},
    {on(context::next_alike), 1,                           {   1,   1,   1,   1,   1,  -1,  -3}},
    {on(context::names), 1,                                {   1,   0,   2,  -1,   4,   0,  -4}},
    {on(context::one_capital), 1,                          {  -1,   0,  -2,  -2,  -1,   0,   2}},
    {on(context::mostly_shouted), 1,                       {   0,  -2,  -2,   0,   0,   0,  -3}},
    {on(context::dated), 1,                                {  -1,  -1,   0,   0,   1,  -1,  -5}},
    {is(fact::first), number_of(glyph::lower),             {  -5,   3,   1,   0,   2,  -1,  -4}},
    {is(fact::last), number_of(glyph::lower),              {   4,   5,   3,   5,   5,   4,   2}},
    {next_is(fact::first), number_of(glyph::lower),        {   0,   3,  -2,  -1,   0,   0,   2}},
    {next_is(fact::last), number_of(glyph::lower),         {   1,   0,   1,   0,   1,  -1,   1}},
    {is(fact::first), number_of(glyph::letter),            {  -1,   0,   0,   0,  -1,  -1,   0}},
    {is(fact::last), number_of(glyph::letter),             {   0,   0,  -1,  -2,  -1,   0,   5}},
    {next_is(fact::last), number_of(glyph::letter),        {  -2,  -2,  -2,  -3,  -1,  -1,  -2}},
    {is(fact::first), number_of(glyph::digit),             {  -1,   1,   0,  -3,  -1,   0,   4}},
    {is(fact::last), number_of(glyph::digit),              {   1,  -2,  -1,  -2,   1,   0,   3}},
    {next_is(fact::first), number_of(glyph::digit),        {  -1,  -1,   0,   0,   0,   2,   1}},
    {next_is(fact::last), number_of(glyph::digit),         {   0,  -2,   0,   1,   1,  -1,  -1}},
    {is(fact::first), number_of(glyph::quote),             {  -2,  -1,  -2,  -1,  -1,   0,  -2}},
    {next_is(fact::first), number_of(glyph::quote),        {  -4,  -2,  -2,  -1,  -1,   0,  -1}},
    {is(fact::first), number_of(glyph::bracket),           {  -6,  -2,   1,   5,   0,   0,   5}},
    {next_is(fact::first), number_of(glyph::bracket),      {   1,  -1,  -2,  -2,   0,  -1,  -3}},
    {is(fact::first), number_of(glyph::dash),              {   0,  -4,  -1,  -1,   0,   0,   0}},
    {next_is(fact::first), number_of(glyph::dash),         {   0,  -3,  -1,  -1,   0,   0,  -3}},
    {is(fact::last), number_of(glyph::stop),               { -13,  -3,  -7,  -6,  -4,  -1, -15}},
    {next_is(fact::last), number_of(glyph::stop),          {   1,   1,  -1,  -1,   0,  -1,  -2}},
    {is(fact::last), number_of(glyph::ellipsis),           {  -4,  -2,  -1,  -2,   0,  -1,   2}},
    {is(fact::last), number_of(glyph::question),           {  -1,   1,  -4,  -3,  -1,  -1,   0}},
    {next_is(fact::last), number_of(glyph::question),      {  -1,   2,  -1,   1,   0,   0,  -4}},
    {is(fact::last), number_of(glyph::exclaim),            {  -4,   0,  -4,  -2,   0,  -1,   2}},
    {next_is(fact::last), number_of(glyph::exclaim),       {   1,   2,   2,  -1,   0,   0,  -3}},
    {is(fact::last), number_of(glyph::colon),              {  -6,  -4,  -6,  -4,  -1,   0,  -6}},
    {next_is(fact::last), number_of(glyph::colon),         {   0,  -2,  -1,   1,   0,   0,  -3}},
    {next_is(fact::last), number_of(glyph::comma),         {   0,  -2,  -1,  -2,  -1,  -1,   8}},
    {next_is(fact::first), number_of(glyph::other),        {   1,  -3,  -2,  -3,   0,   1,  10}},
    {is(fact::starts), number_of(word_is::by),             {  -2,   0,  -2,  -3,   3,  -1,  -9}},
    {next_is(fact::starts), number_of(word_is::by),        {   2,   1,  -1,   0,  -1,   2,   3}},
    {is(fact::starts), number_of(word_is::credit),         {  -3,   0,   4,   0,  -1,   0,  -2}},
    {next_is(fact::starts), number_of(word_is::credit),    {   1,  -1,   8,   0,   0,   0,   1}},
    {is(fact::starts), number_of(word_is::furniture),      {   0,  -1,   0,   7,   1,  -1,   0}},
    {next_is(fact::starts), number_of(word_is::furniture), {   0,  -1,   0,   1,   1,   0,  -2}},
    {is(fact::starts), number_of(word_is::date),           {   0,  -1,  -2,  -2,  -1,   0,  -4}},
    {next_is(fact::starts), number_of(word_is::date),      {   1,  -2,  -3,   0,   1,   1,  -2}},
    {is(fact::starts), number_of(word_is::ask),            {   4,   0,  -1,   2,  -1,  -1,   0}},
    {next_is(fact::starts), number_of(word_is::ask),       {  -1,  -1,  -1,   0,   0,   0,   2}},
};
// END CARD
// clang-format on
constexpr size_t card_size = sizeof(card) / sizeof(card[0]);

}  // namespace detail
}  // namespace stet

#endif  // STET_CARD_HPP
