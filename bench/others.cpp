// SPDX-License-Identifier: MIT
// others.cpp: what stet is compared with. Each goes over one article; those whose library is
// not installed are left out, and said to be.
#include "speed.hpp"

#include <cstring>
#include <memory>
#include <stdexcept>

#ifdef STET_MD4C
#include <md4c.h>
#endif
#ifdef STET_CMARK
#include <cmark.h>
#endif
#ifdef STET_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>
#endif
#ifdef STET_RE2
#include <re2/re2.h>
#endif
#ifdef STET_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
#ifdef STET_EXPAT
#include <expat.h>
#endif

namespace bench {
namespace {

// A span between straight or typographic double marks, within a line; both engines take bytes.
[[maybe_unused]] constexpr char quoted_span[] =
    "\"[^\"\\n]*\"|\\xE2\\x80\\x9C[^\\n]*?\\xE2\\x80\\x9D";

void add_memory() {
    add("memchr", main_corpus, [](const std::string& text) {
        size_t lines = 0;
        const char* const end = text.data() + text.size();
        for (const char* at = text.data(); at != end; ++lines) {
            at = static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
            if (at == nullptr) break;
            ++at;
        }
        return lines;
    });
    // To a place of its own for each article: one that stays in the cache would be no copy.
    auto copy = std::make_shared<std::string>(main_corpus().bytes, ' ');
    auto at = std::make_shared<size_t>(0);
    add("memcpy", main_corpus, [copy, at](const std::string& text) {
        if (*at + text.size() > copy->size()) *at = 0;
        std::memcpy(&(*copy)[*at], text.data(), text.size());
        *at += text.size();
        return static_cast<size_t>((*copy)[*at - 1]);
    });
}

#ifdef STET_MD4C
void add_md4c() {
    add("md4c", main_corpus, [](const std::string& text) {
        MD_PARSER parser{};
        parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
        parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
        parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
        return static_cast<size_t>(
            md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
    });
}
#endif

#ifdef STET_CMARK
void add_cmark() {
    add("cmark", main_corpus, [](const std::string& text) {
        cmark_node* const tree = cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT);
        const bool any = cmark_node_first_child(tree) != nullptr;
        cmark_node_free(tree);
        return static_cast<size_t>(any);
    });
}
#endif

#ifdef STET_ICU
void add_icu() {
    UErrorCode error = U_ZERO_ERROR;
    const std::shared_ptr<UBreakIterator> sentences(
        ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &error), ubrk_close);
    add("icu", main_corpus, [sentences, error](const std::string& text) {
        UErrorCode failed = error;
        UText* const view =
            utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &failed);
        ubrk_setUText(sentences.get(), view, &failed);
        if (U_FAILURE(failed))
            throw std::runtime_error(std::string("byte 0: ICU says ") + u_errorName(failed));
        size_t count = 0;
        while (ubrk_next(sentences.get()) != UBRK_DONE) ++count;
        utext_close(view);
        return count;
    });
}
#endif

#ifdef STET_RE2
void add_re2() {
    const auto pattern = std::make_shared<re2::RE2>(quoted_span, re2::RE2::Latin1);
    add("re2", main_corpus, [pattern](const std::string& text) {
        const re2::StringPiece all(text);
        re2::StringPiece span;
        size_t count = 0;
        for (size_t at = 0; pattern->Match(all, at, all.size(), re2::RE2::UNANCHORED, &span, 1);
             ++count)
            at = static_cast<size_t>(span.data() - all.data()) + span.size();
        return count;
    });
}
#endif

#ifdef STET_PCRE2
void add_pcre2() {
    int error = 0;
    size_t at = 0;
    const std::shared_ptr<pcre2_code> pattern(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(quoted_span), PCRE2_ZERO_TERMINATED, 0, &error,
                      &at, nullptr),
        pcre2_code_free);
    pcre2_jit_compile(pattern.get(), PCRE2_JIT_COMPLETE);
    const std::shared_ptr<pcre2_match_data> match(
        pcre2_match_data_create_from_pattern(pattern.get(), nullptr), pcre2_match_data_free);
    add("pcre2", main_corpus, [pattern, match](const std::string& text) {
        const auto bytes = reinterpret_cast<PCRE2_SPTR>(text.data());
        for (size_t count = 0, from = 0;; ++count) {
            const int found =
                pcre2_match(pattern.get(), bytes, text.size(), from, 0, match.get(), nullptr);
            if (found == PCRE2_ERROR_NOMATCH) return count;
            if (found < 0)
                throw std::runtime_error("byte " + std::to_string(from) + ": PCRE2 says error " +
                                         std::to_string(found));
            from = pcre2_get_ovector_pointer(match.get())[1];
        }
    });
}
#endif

#ifdef STET_EXPAT
// Every block in a <p>, what XML cannot hold as a blank.
std::string as_xml(const std::string& text) {
    std::string made = "<a>";
    for (const std::string& block : blocks_of(text)) {
        made += "<p>";
        for (char one : block) {
            if (one == '&')
                made += "&amp;";
            else if (one == '<')
                made += "&lt;";
            else if (one == '>')
                made += "&gt;";
            else
                made += one >= 0 && one < ' ' ? ' ' : one;
        }
        made += "</p>\n";
    }
    return made + "</a>";
}

void add_expat() {
    auto texts = std::make_shared<corpus>();
    const auto wrapped = [texts]() -> const corpus& {
        if (texts->articles.empty()) {
            for (const std::string& article : main_corpus().articles)
                texts->articles.push_back(as_xml(article));
            texts->files = main_corpus().files;
            texts->bytes = main_corpus().bytes;  // a byte of the article, not of the tags
        }
        return *texts;
    };
    const std::shared_ptr<XML_ParserStruct> parser(XML_ParserCreate("UTF-8"), XML_ParserFree);
    add("expat", wrapped, [parser](const std::string& text) {
        XML_ParserReset(parser.get(), "UTF-8");
        XML_SetElementHandler(
            parser.get(), [](void*, const XML_Char*, const XML_Char**) {},
            [](void*, const XML_Char*) {});
        XML_SetCharacterDataHandler(parser.get(), [](void*, const XML_Char*, int) {});
        if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) ==
            XML_STATUS_ERROR)
            throw std::runtime_error(
                "byte " + std::to_string(XML_GetCurrentByteIndex(parser.get())) +
                " of it as XML: " + XML_ErrorString(XML_GetErrorCode(parser.get())));
        return text.size();
    });
}
#endif

}  // namespace

std::string add_others() {
    std::string here, missing;
    [[maybe_unused]] const auto found = [&](const char* name, const char* version) {
        here += std::string(here.empty() ? "" : ", ") + name;
        if (version != std::string("0.0.0"))
            here += std::string(" ") + version;  // what some packages of RE2 say
    };
    [[maybe_unused]] const auto none = [&](const char* name) {
        missing += std::string(missing.empty() ? "" : ", ") + name;
    };
    add_memory();
#ifdef STET_MD4C
    add_md4c();
    found("md4c", STET_MD4C);
#else
    none("md4c");
#endif
#ifdef STET_CMARK
    add_cmark();
    found("cmark", STET_CMARK);
#else
    none("cmark");
#endif
#ifdef STET_ICU
    add_icu();
    found("ICU", STET_ICU);
#else
    none("ICU");
#endif
#ifdef STET_RE2
    add_re2();
    found("RE2", STET_RE2);
#else
    none("RE2");
#endif
#ifdef STET_PCRE2
    add_pcre2();
    found("PCRE2", STET_PCRE2);
#else
    none("PCRE2");
#endif
#ifdef STET_EXPAT
    add_expat();
    found("expat", STET_EXPAT);
#else
    none("expat");
#endif
    return here + (missing.empty() ? "" : "; not installed: " + missing);
}

}  // namespace bench
