// SPDX-License-Identifier: MIT
// corpus.hpp: the texts that speed is measured on.
//
// STET_CORPUS names a text or a folder of .txt files. Without it a text is generated, by a
// generator of fixed seed, that has the distances between marks of 840 news articles: what a
// parser takes is told by them, and by how hard they are to foresee. As there, a blank line
// stands between blocks, one block in ten is a short one, and more than half of the marks are
// apostrophes. Its words are those of the tree's articles, and as many made of two halves.
#ifndef STET_BENCH_CORPUS_HPP
#define STET_BENCH_CORPUS_HPP

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace bench {

struct corpus {
    std::string about;
    std::vector<std::string> articles;  // each is parsed by a call of its own
    size_t bytes = 0;
    std::vector<std::string> files;  // that the articles are of; none when generated
};

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file)
        throw std::runtime_error(path.string() + ": byte " + std::to_string(text.size()) +
                                 ": cannot be read");
    return text;
}

// ---- a generated text ----

struct script {
    const char* name;
    const char* words_of;  // a file of tests/golden
    const char* space;
    const char* stop;
    const char* opening;  // marks, when typographic
    const char* closing;
    const char* by;  // begins a byline
    const char* said;
    double width;  // of a distance, to that in English: letters have more bytes
};

// clang-format off
constexpr script scripts[] = {
    {"english", "article_en_ferry_dense.txt", " ", ".", "\xE2\x80\x9C", "\xE2\x80\x9D", "By ", "said", 1},
    {"german", "article_de_damm_margin.txt", " ", ".", "\xE2\x80\x9E", "\xE2\x80\x9C", "Von ", "sagte", 1.1},
    {"russian", "article_ru_most_dense.txt", " ", ".", "\xC2\xAB", "\xC2\xBB", "",
     "\xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB", 1.8},
    {"japanese", "article_ja_onsen_spaced.txt", "", "\xE3\x80\x82", "\xE3\x80\x8C", "\xE3\x80\x8D", "",
     "\xE8\xBF\xB0\xE3\x81\xB9\xE3\x81\x9F", 1.3},
};
// clang-format on

// A kind of mark that is due every so many bytes on average, sooner or later by up to 90 %.
class mark {
public:
    mark(double distance, std::mt19937& random) : distance_(distance), random_(random) { told(); }
    bool due(size_t bytes) const { return static_cast<double>(bytes) >= at_; }
    void told() {
        const double jitter = static_cast<double>(random_() % 1801) / 1000 - 0.9;
        at_ = (static_cast<double>(count_++) + 1 + jitter) * distance_;
    }

private:
    double distance_, at_ = 0;
    std::mt19937& random_;
    size_t count_ = 0;
};

class generator {
public:
    explicit generator(const script& is)
        : is_(is),
          block_(230 * is.width, random_),
          quote_(107 * is.width, random_),
          stop_(102 * is.width, random_) {
        take_words(file_text(std::string(STET_SOURCE_DIR "/tests/golden/") + is.words_of));
    }

    std::string article() {
        text_.clear();
        const size_t size = 4000 + below(2001);
        typographic_ = is_.width != 1 ||
                       static_cast<double>(not_ascii_) < 0.013 * static_cast<double>(before_);
        line(5 + below(4), true);
        if (*is_.by != 0) text_ += is_.by, line(2, true);
        while (text_.size() < size) {
            if (below(16) == 0) line(2 + below(4), false);
            paragraph();
        }
        before_ += text_.size();
        not_ascii_ += static_cast<size_t>(
            std::count_if(text_.begin(), text_.end(), [](char c) { return (c & 0x80) != 0; }));
        return text_;
    }

private:
    size_t below(size_t bound) { return random_() % bound; }
    size_t bytes() const { return before_ + text_.size(); }

    // Runs of letters; where words are not set apart, two letters each.
    void take_words(const std::string& from) {
        std::string word;
        size_t letters = 0;
        for (size_t i = 0; i < from.size();) {
            const unsigned lead = static_cast<unsigned char>(from[i]);
            const size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            const std::string one = from.substr(i, size);
            const bool sign = one < "A" || lead == 0xC2 || one.compare(0, 2, "\xE2\x80") == 0 ||
                              one.compare(0, 2, "\xE3\x80") == 0 ||
                              (lead < 0x80 && (lead | 0x20) > 'z');
            if (!sign) word += one, ++letters;
            if (!word.empty() && (sign || (*is_.space == 0 && letters == 2))) {
                words_.push_back(word);
                word.clear();
                letters = 0;
            }
            i += size;
        }
    }

    // Half a word and half of another, cut between letters.
    static size_t middle(const std::string& word) {
        size_t at = word.size() / 2;
        while (at < word.size() && (word[at] & 0xC0) == 0x80) ++at;
        return at;
    }
    std::string word(bool capital) {
        std::string made = words_[below(words_.size())];
        if (below(2) == 0) {
            const std::string& other = words_[below(words_.size())];
            made = made.substr(0, middle(made)) + other.substr(middle(other));
        }
        if (!capital) return made;
        if (made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 'a' + 'A');
        const auto lead = static_cast<uint8_t>(made[0]);
        const auto next = static_cast<uint8_t>(made[made.size() > 1]);
        if (lead == 0xD0 && next >= 0xB0) made[1] = static_cast<char>(next - 0x20);  // Cyrillic
        if (lead == 0xD1 && next < 0x90) made[0] = '\xD0', made[1] = static_cast<char>(next + 0x20);
        return made;
    }

    void words(size_t count) {
        for (; count != 0; --count) text_ += is_.space + word(false);
    }
    void name() { text_ += word(true) + is_.space + word(true); }
    void line(size_t count, bool capitals) {
        text_ += word(true);
        while (--count != 0) text_ += is_.space + word(capitals);
        end_line();
    }
    void end_line() {
        text_ += "\n\n";
        block_.told();
    }
    void set_mark(bool opens) {
        text_ += !typographic_ ? "\"" : opens ? is_.opening : is_.closing;
        quote_.told();
    }

    void paragraph() {
        for (bool first = true; first || !block_.due(bytes()); first = false) {
            if (!first) text_ += is_.space;
            sentence();
        }
        end_line();
    }

    void sentence() {
        const bool quoted = quote_.due(bytes()) && below(3) != 0;
        const size_t form = quoted ? below(3) : 3;
        if (form == 0) {  // the words first: "...", said so-and-so.
            set_mark(true);
            text_ += word(true);
            words(3 + below(12));
            text_ += ',';
            set_mark(false);
            text_ += std::string(is_.space) + is_.said + is_.space;
            name();
        } else if (form == 1) {  // So-and-so said: "..."
            name();
            text_ += std::string(is_.space) + is_.said + ":" + is_.space;
            set_mark(true);
            text_ += word(true);
            words(3 + below(12));
        } else {
            text_ += word(true);
            words(2 + below(3));
            if (form == 2) {  // some "words" inside
                text_ += is_.space;
                set_mark(true);
                text_ += word(false);
                words(below(3));
                set_mark(false);
            }
        }
        for (size_t count = 1; form > 1 && !stop_.due(bytes()); ++count) {
            if (is_.width == 1 && quote_.due(bytes()) && below(7) == 0) {  // it's
                text_ += typographic_ ? "\xE2\x80\x99s" : "'s";
                quote_.told();
            }
            if (count % 9 == 0) text_ += ',';
            words(1);
        }
        text_ += is_.stop;
        if (form == 1) set_mark(false);
        stop_.told();
    }

    const script& is_;
    std::mt19937 random_{20240613};
    mark block_, quote_, stop_;
    std::vector<std::string> words_;
    std::string text_;
    size_t before_ = 0, not_ascii_ = 0;  // in the articles before
    bool typographic_ = false;
};

inline corpus finished(corpus made, const std::string& about) {
    size_t newlines = 0, quotes = 0, stops = 0, not_ascii = 0;
    for (const std::string& text : made.articles) {
        made.bytes += text.size();
        for (size_t i = 0; i < text.size(); ++i) {
            const bool high = (text[i] & 0x80) != 0;
            const auto is = [&](const char* what) {
                return high && text.compare(i, std::strlen(what), what) == 0;
            };
            newlines += text[i] == '\n';
            not_ascii += high;
            quotes += text[i] == '"' || text[i] == '\'' || is("\xE2\x80\x98") ||
                      is("\xE2\x80\x99") || is("\xE2\x80\x9C") || is("\xE2\x80\x9D") ||
                      is("\xE2\x80\x9E") || is("\xC2\xAB") || is("\xC2\xBB") ||
                      is("\xE3\x80\x8C") || is("\xE3\x80\x8D");
            const char next = i + 1 == text.size() ? '\n' : text[i + 1];
            const bool ends = next == ' ' || next == '\n' || next == '"' || (next & 0x80) != 0;
            stops += ((text[i] == '.' || text[i] == '!' || text[i] == '?') && ends) ||
                     is("\xE3\x80\x82");
        }
    }
    const auto every = [&](size_t count) {
        return std::to_string(made.bytes / std::max<size_t>(count, 1));
    };
    std::ostringstream out;
    out.precision(2);
    out << about << ": " << made.articles.size() << " articles, " << made.bytes
        << " bytes; a newline every " << every(newlines)
        << ", a quotation mark or apostrophe every " << every(quotes) << ", a sentence end every "
        << every(stops) << " bytes; "
        << 100.0 * double(not_ascii) / double(std::max<size_t>(made.bytes, 1)) << " % not ASCII";
    made.about = out.str();
    return made;
}

inline corpus generated(const script& is, size_t size) {
    corpus made;
    generator from(is);
    for (size_t bytes = 0; bytes < size; bytes += made.articles.back().size())
        made.articles.push_back(from.article());
    return finished(std::move(made), std::string("generated, ") + is.name);
}

// ---- texts of STET_CORPUS ----

inline corpus given(const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    if (fs::is_directory(path)) {
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file() && entry.path().extension() == ".txt")
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        if (files.empty())
            throw std::runtime_error(path.string() + ": byte 0: a folder without .txt files");
    } else {
        files.push_back(path);
    }
    corpus made;
    for (const fs::path& file : files) {
        made.articles.push_back(file_text(file));
        made.files.push_back(file.string());
    }
    made = finished(std::move(made), path.filename().string());
    if (made.bytes == 0) throw std::runtime_error(path.string() + ": byte 0: no text");
    return made;
}

inline const corpus& main_corpus() {
    const char* path = std::getenv("STET_CORPUS");
    static const corpus one =
        path != nullptr && *path != 0 ? given(path) : generated(scripts[0], 4 << 20);
    return one;
}

// ---- the same text in another layout ----

// The blocks of an article: its lines, or what stands between blank lines where there are any.
inline std::vector<std::string> blocks_of(const std::string& text) {
    const bool spaced = text.find("\n\n") != std::string::npos;
    std::vector<std::string> blocks;
    std::istringstream lines(text);
    bool joins = false;
    for (std::string line; std::getline(lines, line);) {
        const size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos) {
            joins = false;
            continue;
        }
        line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
        if (joins)
            blocks.back() += ' ' + line;
        else
            blocks.push_back(line);
        joins = spaced;
    }
    return blocks;
}

inline std::string wrapped(std::string block) {
    constexpr size_t columns = 72;  // bytes, which are columns but for the few that are not ASCII
    for (size_t begin = 0; block.size() - begin > columns;) {
        size_t at = block.rfind(' ', begin + columns);
        if (at == std::string::npos || at <= begin) at = block.find(' ', begin + columns);
        if (at == std::string::npos) break;
        block[at] = '\n';
        begin = at + 1;
    }
    return block;
}

// "dense", a block a line; "spaced", with blank lines between; "wrapped", spaced and at 72 columns.
inline corpus laid_out(const corpus& from, const std::string& layout) {
    corpus made;
    for (const std::string& article : from.articles) {
        std::string text;
        for (const std::string& block : blocks_of(article)) {
            if (!text.empty() && layout != "dense") text += '\n';
            text += (layout == "wrapped" ? wrapped(block) : block) + '\n';
        }
        made.articles.push_back(text);
    }
    return finished(std::move(made), layout);
}

}  // namespace bench

#endif  // STET_BENCH_CORPUS_HPP
