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

// Two lines that make a text wrapped.
inline const std::string wrapped_lines =
    "a line of words that is as wide as mail has been for years, and no\n"
    "wider than that, as far as anybody still knows or would care to say\n";

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
    {"three apostrophes", "''' "},
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
    {"no line end: words and every mark", "word, \"a\" 'b' \xE2\x80\x9C" "c\xE2\x80\x9D (d) "},
    {"nested openers", "\xE2\x80\x9C\xE2\x80\x98\xC2\xAB\xE2\x80\x9E\xE3\x80\x8C"},
    {"nested openers and words", "\xE2\x80\x9C" "a \xE2\x80\x98" "b \xC2\xAB" "c "},
    {"closers without openers", "a\xE2\x80\x9D b\xC2\xBB c\xE3\x80\x8D "},
    {"a quotation in each paragraph left open", "\xE2\x80\x9C" "Aa bb cc, he said.\n\n"},
    {"speeches carried over", "\xE2\x80\x9C" "Aa bb.\n\n\xE2\x80\x9C" "Cc dd,\xE2\x80\x9D said Ann Lee.\n\n"},
    {"headlines without end", "A headline of five words\n\n"},
    {"near-headings, as long as is looked", std::string(63, 'A') + " " + std::string(256, 'b') + "\n\n"},
    {"near-headings with a colon", "Note: A Title:\n"},
    {"near-datelines", "BAKU, Azerbaijan (AP) "},
    {"bylines", "By Ann Lee\n"},
    {"timestamps", "Jan. 5, 2024 10:30\n"},
    {"captions", "A man. (Photo: Ann Lee/AP)\n"},
    {"six apostrophes", "'''''' "},
    {"six apostrophes and a letter", "''''''a"},
    {"apostrophes at a line's beginning", "'a\n"},
    {"half code points and blanks", "\xE2\x80 \xF0\x9F\n"},
    {"surrogates", "\xED\xA0\x80"},
    {"overlong forms", "\xC0\x80"},
    {"code points of four bytes", "\xF0\x9F\x98\x80"},
    {"soft hyphens in marks", "\"\xC2\xAD" "a\xC2\xAD\""},
    {"combining marks", "e\xCC\x81"},
    {"line ends of all kinds", "a\r\n\r\xC2\x85\xE2\x80\xA9\n"},
    {"half line ends", "\r\xE2\x80\xC2"},
    {"block quotes in block quotes", "> > > a\n"},
    {"alternating layouts", "a\n\nb\n  c\n\n\n> d\n- e\n1. f\n"},
    {"alternating kinds and quotations", "# \"a\"\n- 'b'\n> \xC2\xAB" "c\xC2\xBB\n(AP)\n"},
    {"hanging indentation", "- a\n  b\n"},
    {"underlines", "a\n===\n"},
    {"blank lines by the thousand", "a" + std::string(4000, '\n')},
    {"blanks by the thousand", "a" + std::string(4000, ' ')},
    {"blank lines with blanks", "a\n \n\t\n"},
    {"controls by the thousand", "a" + std::string(4000, '\x02')},
    {"stops without end", "."},
    {"initials", "A. B. C. said "},
    {"brackets without end", "(a "},
    {"colons and names", "Ann Lee: \"a\" "},
    {"Hebrew abbreviations", "\xD7\x90\"\xD7\x91 "},
    {"labels in marks", "\"ANN LEE: a.\" "},
    {"appositions without end", "X, a man, a man, a man, said \"a a a a\", a man, a man, "},
    {"letters before wrapped lines", "a\n\n" + wrapped_lines + wrapped_lines + "\n"},
    {"marks before wrapped lines", "\"a\"\n\n'" + wrapped_lines + "\n"},
    {"lines of one letter in wrapped text", wrapped_lines + "\n" + repeated("a\n", 1000) + "\n"},
    {"wrapped lines set in by twos",
     wrapped_lines + "\n" + repeated(wrapped_lines + "  " + wrapped_lines, 2000) + "\n"},
    {"marks in doubt before a mark behind signs of no width",
     "\xE2\x80\x98" "a s' s' s' s' s' s' s' s' s' s' s' s' s' s' c\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B"
     "\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B"
     "\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B"
     "\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B' and so on.\xE2\x80\x99 The mill stood by the river.\n\n"},
};

// What a search has made, that changed mixtures of marks, notes, blanks and line ends as long as the
// steps a byte went up. (So no news is written.)
inline const std::vector<std::string> searched = {
    "\x80'e 'em\x7F\n",
    "\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E"
    "\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E"
    "\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E"
    "\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xE2\x80\x9E\xFF\n\xFF",
    "\xE2\x80\x94\xE2\x80\xA8\xC2\xAD\x80\x8D" "12. 'e\x93 'em\x7FU,\x80\xAD\xFF\xFE'em\xAD sagte Ann Le"
    "e, \xAD \x80\x98      \t\xE2\x80\xA8:\n\n",
    std::string("\xE2\x80\x94\xE2\x80\xA8\xC2\xAD\xE3\x80\x8D" "12. 'emPARIS \xE2\x80\x93 'em\x7F\xC2\xAD(AP) - \xE2"
                "\x80\x9F\xE2\x80\xAF\xEF\xBB\xBF\x00\xE3\x80\x8Dhe said.\xE3\x80\x8F" "BAKU, Azerbaijan (AP) \xE2"
                "\x80\x94 ]\xC2\xAD\xFF\xFE'em\xC2\xAD\xC2\xAD sagte Ann Lee, \xC2\xAD  \xE2\x80\xAF\xE2\x80\x98    "
                "  \xE2\t\xE2\x80\xA8:\n \n", 144),
    "'\xE2\x80\x9D\x01'\xE2\x80\x98" "5\",\x01'\x01'\?\x01'\x01s' \x01\xE3\x80\x8D\x01'\x01\xE2\x80\x99"
    "\x01\xE2\x80\x9D\x01'\x01'\x01\xE2\x80\x98s\xE2\x80\x99\x01\xF0\x9F\x98\x80\x01\xE3\x80\x8D\x7F\xE2"
    "\x80\x99\x01'\x01\xE2\x80\xA6\x01\xE2\x80\x98\x01\xE3\x80\x8D\x01\xE2\x80\x98\x01\xE2\x80\x9D\x01"
    "\xE2\x80\x98s\x01\xE2\x80\x99\x01\xE3\x80\x8D\x01" "b\x01\xE2\x80\x98s\x01\xE6\x97\xA5\x01\xE3\x80"
    "\x8D\x01\xE3\x80\x8D\x01\xE2\x80\x98\x01\xE2\x80\x99" "5\"\xC2\xAB\n\n'tis \xC2\xAB'5\"\x01",
    "\xE2\x80\x98" "5\"5\"5\"\?\x01\xE2\x80\x98\t\xE2\x80\x98s\x01" "5\"5\"\x01\xE3\x80\x8D\x01''''5\"5"
    "\"\?\x01\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE3\x80\x8D\x7F\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE3\x80"
    "\x8D\x01\xE3\x80\x8D\x01\xE2\x81\xA0\x01\x7F)\x01\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE3\x80\x8D\x01"
    "\xE3\x80\x8Ds\x01\xE2\x80\x98\x01\xE2\x80\x98\x01\xE2\x80\x98\x01\xE3\x80\x8D\x01\xE2\x80\x98\x7F"
    "\xE3\x80\x8D\x01\x01\xE2\x80\x98\x7F" "b\x01\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE2\x80\x98\x01''''\n "
    "\n",
    "\"12. (\xE2'\"a a a a # 5\"\?\xE2\x80\x98s\ta\xE2\x80\x99'7a\xE2\x80\x99:'\x01'  \xE2\x80\x99\x01"
    "\xE2\x80\x99" "a\xE2\x80\x99" "7\xC2\xBB\x7F\xC3\xA9\xE2\x80\x98s7'\x01\xE3\x80\x8D\xC2\xAD\x01\xE3"
    "\x80\x8D\x01\xE3\x80\x8D\x01\xE3\x80\x8D" "a\xE2\x80\x99\xE2\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE2"
    "\x80\x99\x7F\xC3\xA9\xE2\xE2\x80\x99\x01\xF0\x9F\x98\x80\xC2\xBB\x01\xE3\x80\x8D\xE2\x80" "7'''''\r"
    "\n\r\n('em('\x01':",
    "\n'tis \xE2\x80\x94\xE2\x80\x99\x01)\x01 \xE2\x80\x9D                                              "
    "                                      \n,\n",
    "\x01'\"'5\"\?5\"\x01',s' ,\x01" "5\"''\x7F\xC3\xA9\x7F\xE2\x80\x99\x7F\xC2\xBB\x01'\x7F\xE6\x97\xA5"
    "\x7F\xE2\x80\x94" "a\xE2\x80\x99\x01\xEF\xBB\xBF\x01\xE2\x80\x99\x01\xE2\x80\x98\x7F\xC2\xBB\x7F'"
    "\x01''\x7F\xE2\x80\x99\x01\xC2\xBB\x01\xD0\xB4\x01\xE2\x80\x98\x7F'\x01" "5\"'\x01\t\x01\xE2\x80"
    "\x9D\x7F\xC2\xBB\x01\xE2\x80\x99\x01\xE2\x80\x98" "b\x01\xC2\xBB\x01'\x7F\xC2\xBB\x01\xC2\xAB\xC2"
    "\xBB---\n\n'tis \xE3\x80\x8C'",
    "\xE2\x80\x98s\x01\xC2\xAB\x7F'\"'5\",5\"s' \x7F\xE2\x80\x98\x7F-\x7F(\x7F',\x7F'\xE2\x80\x99\x7F"
    "\xE2\x80\x98\x7F \x7F\xE2\x80\x98s5\"\x01\xE2\x80\x98\x7F\xE2\x80\x98s\x7F\xE2\x80\x98\x7F\xE2\x80"
    "\x98\x7F\xE3\x80\x8D\x01\xE3\x80\x8D\x01\xE2\x80\x98\x7F!\x7F\"\x7F\xE3\x80\x8D\x7F''\x7F\xEF\xBB"
    "\xBF\x01\xE2\x80\x98\x7F\xE2\x80\x98\x7F!\x7F\xE2\x80\x98\x7F\xE2\x80\x94\x7F\xC2\xAD\x7F \x01\xE2"
    "\x80\x98\x7F''\x7F\xEF\xBB\xBF\x01\?\xC2\xAB'\n \n",
};

}  // namespace harness

#endif  // STET_TESTS_FAMILIES_HPP
