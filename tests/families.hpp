// SPDX-License-Identifier: MIT
// families.hpp: texts that make a parser work hard, each a unit to be repeated. Their steps are
// bounded by steps.cpp, their time is measured by bench/speed.cpp.
#ifndef STET_TESTS_FAMILIES_HPP
#define STET_TESTS_FAMILIES_HPP

#include <string>
#include <vector>

namespace harness {

struct family {
    const char* name;
    std::string unit;  // repeated
};

inline std::string repeated(const std::string& unit, size_t size) {
    std::string text;
    while (text.size() < size) text += unit;
    return text;
}

inline const std::vector<family> families = {
    {"one letter a line", "a\n"},
    {"one letter a block", "a\n\n"},
    {"short lines of two words", "Aa bb\n"},
    {"near-headings", "A Short Title Here\n"},
    {"straight marks", "\""},
    {"a mark after every letter", "x\""},
    {"apostrophes", "'"},
    {"opening marks", "\xE2\x80\x9C"},
    {"marks the wrong way round", "\xE2\x80\x9D\xE2\x80\x9C"},
    {"quoted lines of one letter", "\xE2\x80\x9C" "a\xE2\x80\x9D\n"},
    {"guillemets", "\xC2\xAB"},
    {"line ends only", "\n"},
    {"carriage returns", "\r"},
    {"blanks only", " "},
    {"NUL only", std::string(1, '\0')},
    {"half code points", "\xE2\x80"},
    {"lead bytes", "\xE2"},
    {"letters of two bytes", "\xC3\xA9"},
    {"letters of three bytes", "\xE6\x97\xA5"},
    {"a word without end", "a"},
    {"wrapped prose", "a line of words that is as wide as mail has been for years, and no\n"},
    {"words on one line", "word "},
    {"bullets", "- a\n"},
    {"block quotes", "> a\n"},
    {"empty block quotes", ">\n"},
    {"headings", "# a\n"},
    {"numbers", "1. a\n"},
    {"rules", "---\n"},
    {"datelines", "BAKU (AP) "},
    {"blank lines by the dozen", "a\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"},
    {"indented lines", "        a\n"},
    {"controls between letters", "a\x01"},
    {"line separators", "\xE2\x80\xA8" "a"},
    {"bidi overrides", "\xE2\x80\xAE"},
    {"zero-width spaces", "\xE2\x80\x8B"},
    {"no-break spaces", "\xC2\xA0"},
    {"alternating kinds", "# a\n- b\n> c\nd\n"},
    {"quoted words", "'a' "},
    {"years and elisions", "'90s 'em "},
    {"inches", "1\""},
    {"inches between letters", "a\"1\""},
    {"inches and words", "1\"x1\"x"},
    {"inches and blanks", "\"1\" 1\""},
    {"typographic inches", "\xE2\x80\x9C" "1\xE2\x80\x9D" "a"},
    {"right marks on both sides", "\xE2\x80\x99s\xE2\x80\x99 "},
    {"right marks around words", "\xE2\x80\x99" "as\xE2\x80\x99 "},
    {"right marks and commas", "\xE2\x80\x99" "a\xE2\x80\x99, "},
    {"single marks behind an ideograph", "\xE6\x97\xA5\xE2\x80\x98s\xE2\x80\x99"},
    {"low marks and apostrophes", "\xE2\x80\x9As'"},
    {"low marks and stops", "\xE2\x80\x9A" "a'."},
    {"low marks, all kinds", "\xE2\x80\x9As\xE2\x80\x98,s"},
    {"apostrophes before low marks", " s'\xE2\x80\x9A"},
    {"two kinds of trust", "\xE2\x80\x98" "a\xE2\x80\x99, s\xE2\x80\x99 b\xE2\x80\x99 'c 1\", 2\" "},
    {"possessives in a quotation", "\xE2\x80\x98" "as\xE2\x80\x99 bs\xE2\x80\x99 cs\xE2\x80\x99 d "},
    {"possessives before a closing mark", "\xE2\x80\x98" + repeated("s\xE2\x80\x99 ", 100) + ",\xE2\x80\x99 "},
    {"a possessive in each quotation", "\xE2\x80\x98" "as\xE2\x80\x99 b "},
    {"doubted marks", "s\xE2\x80\x99 "},
    {"apostrophes that may open", "'a b "},
    {"right single marks that may open", "\xE2\x80\x99" "a b "},
    {"marks between blanks", "\" a "},
    {"left marks between blanks", "\xE2\x80\x9C a "},
    {"inches in a quotation", "\"1\" 2\" 3\" a "},
    {"doubled marks", "\"\"a"},
    {"three apostrophes", "'''"},
    {"two apostrophes and words", "''a b'' c "},
    {"every doubt at once", "'a\" 1\" s\xE2\x80\x99 \xE2\x80\x9C ''b "},
    {"dialogues", "\xE2\x80\x94 Aa. \xE2\x80\x94 b.\n"},
    {"dashes in a dialogue", "\xE2\x80\x94" "Aa \xE2\x80\x94" "b\xE2\x80\x94 c "},
    {"long lines", std::string(330, 'a') + "\n"},
    {"quotations that are said", "\"a\" he said "},
    {"quotations of one letter", "\"a\","},
    {"quotations after commas", ",\"a\""},
    {"cues without quotation", "said "},
    {"commas before a quotation", "a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a said \"a\" "},
    {"cues before quotations", "X who said that he said to say and saying and said \"a\" "},
    {"blanks behind a letter", "a          \n"},
    {"blanks behind a quoted letter", "'A'    \n"},
    {"blanks behind a letter in double marks", "\"a\"       \n"},
    {"a lone mark before a letter", "\" a\n"},
    {"a quoted letter and a blank", "\"a\" \n"},
    {"marks and blanks", "\xE2\x80\x99" "A\xE2\x80\x9C'   \n"},
    {"three kinds of marks and blanks", "\"\xE2\x80\x9C \xE2\x80\x99   \n"},
    {"single marks on two lines", "\xE2\x80\x99\n\xE2\x80\x9C"},
    {"marks and a stop", "\xE2\x80\x9D.\xE2\x80\x9C"},
    {"straight marks around a capital", "\"A\xE2\x80\x9C"},
    {"a line of blanks behind each letter", "a" + std::string(400, ' ') + "\n"},
    {"appositions without end", "X, a man, a man, a man, said \"a a a a\", a man, a man, "},
};

}  // namespace harness

#endif  // STET_TESTS_FAMILIES_HPP
