// SPDX-License-Identifier: MIT
#ifndef STET_SCAN_HPP
#define STET_SCAN_HPP
#include "input.hpp"

// scan.hpp: the next byte that matters. The only place that runs over bytes which do not;
// whatever makes that faster belongs here and changes nothing else.
//
// A search has two halves: one that runs to the next byte which may matter, many bytes at once
// where it can, and one that looks at what stands there and decides. Only the first half differs
// from machine to machine: vectors where the compiler may use them (SSE2, AVX2, NEON), eight
// bytes in a register elsewhere, byte by byte where registers are short, at the ends, and while
// compiling. There is no choice while running.

namespace stet {
namespace detail {
namespace scan {

// ---- vectors: the one place that asks for a machine ----

#if defined(__GNUC__) && defined(__AVX2__)
#define STET_VECTOR 32
#elif defined(__GNUC__) && (defined(__SSE2__) || defined(__AARCH64EL__))
#define STET_VECTOR 16
#endif

#if defined(STET_VECTOR)
// Bytes side by side, and how they are asked.
struct vectors {
    static constexpr size_t width = STET_VECTOR;
    using type [[gnu::vector_size(STET_VECTOR)]] = signed char;
    using type_anywhere [[gnu::vector_size(STET_VECTOR), gnu::aligned(1), gnu::may_alias]] =
        signed char;

    static type load(const char* at) noexcept {
        const type loaded = *reinterpret_cast<const type_anywhere*>(at);
        return loaded;
    }
    static void store(char* at, type from) noexcept {
        *reinterpret_cast<type_anywhere*>(at) = from;
    }

    // `lane_bits` bits for each byte, the first one lowest: not 0 where the byte is -1.
#if defined(__AVX2__)
    static constexpr unsigned lane_bits = 1;
    using chars [[gnu::vector_size(32)]] = char;
    static uint64_t bits(type hits) noexcept {
        return static_cast<uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<chars>(hits)));
    }
#elif defined(__SSE2__)
    static constexpr unsigned lane_bits = 1;
    using chars [[gnu::vector_size(16)]] = char;
    static uint64_t bits(type hits) noexcept {
        return static_cast<uint32_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<chars>(hits)));
    }
#else
    static constexpr unsigned lane_bits = 4;
    using pairs [[gnu::vector_size(16)]] = uint16_t;
    using halves [[gnu::vector_size(8)]] = uint8_t;
    using whole [[gnu::vector_size(8)]] = uint64_t;
    static uint64_t bits(type hits) noexcept {
        return reinterpret_cast<whole>(
            __builtin_convertvector(reinterpret_cast<pairs>(hits) >> 4, halves))[0];
    }
#endif
    static size_t first(uint64_t bits) noexcept {
        return static_cast<size_t>(__builtin_ctzll(bits)) / lane_bits;
    }
    static uint64_t without_first(uint64_t bits) noexcept {
        if (lane_bits == 1) return bits & (bits - 1);
        return bits & ~(((uint64_t{1} << lane_bits) - 1) << __builtin_ctzll(bits));
    }
};
#undef STET_VECTOR
#else
struct vectors {
    static constexpr size_t width = 0;
};
#endif

// ---- eight bytes in a register ----

// What is told of a lane may be wrong only above one that it is right about.
using lanes = uint64_t;
constexpr lanes each(uint8_t one) noexcept { return 0x0101010101010101u * one; }

// (Compilers make one load of this.)
constexpr lanes lane(const char* at, int number) noexcept {
    return static_cast<lanes>(static_cast<uint8_t>(at[number])) << (8 * number);
}
constexpr lanes load_lanes(const char* at) noexcept {
    return lane(at, 0) | lane(at, 1) | lane(at, 2) | lane(at, 3) | lane(at, 4) | lane(at, 5) |
           lane(at, 6) | lane(at, 7);
}
// Is there a control, DEL or a byte beyond ASCII?
constexpr lanes high(lanes x) noexcept { return (x + each(1)) | (x - each(0x20)); }

// The bytes before the first one that is no small letter of ASCII, as a mask.
constexpr lanes small_letters_mask(lanes x) noexcept {
    const lanes low = x & each(0x7F);
    const lanes letters = (low + each(0x80 - 'a')) & ~(low + each(0x7F - 'z')) & ~x;
    const lanes others = ~letters & each(0x80);
    return ((others & (~others + 1)) >> 7) - 1;
}
constexpr size_t size_of_mask(lanes mask) noexcept {
    return static_cast<size_t>((mask & each(1)) * each(1) >> 56);
}

// How many small letters of ASCII stand in front. (Eight at once: no processor can guess where a
// word ends.)
constexpr size_t small_letters(const char* at, size_t size) noexcept {
    size_t i = 0;
    if (!is_flash_short && size >= 8) {
        i = size_of_mask(small_letters_mask(load_lanes(at)));
        if (i != 8) return i;
    }
    while (i != size && is_ascii_small(static_cast<uint8_t>(at[i]))) ++i;
    return i;
}

// The same of vectors.
template <class Vector> Vector is_odd(Vector x) noexcept {
    using unsigned_bytes [[gnu::vector_size(sizeof(Vector))]] = unsigned char;
    return reinterpret_cast<Vector>(reinterpret_cast<unsigned_bytes>(x) + 1) < 0x21;
}

// ---- what can be looked for ----

constexpr bool is_between_letters(const char* at, size_t before, size_t after,
                                  size_t size) noexcept {
    return after < size && is_ascii_letter(static_cast<uint8_t>(at[before])) &&
           is_ascii_letter(static_cast<uint8_t>(at[after]));
}

// Whatever is more than a part of a word or a blank.
struct marks {
    static constexpr bool matters(char one) noexcept { return has<0xFF>(one); }

    // Most bytes: what needs no table.
    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - '(') < 0x7F - '(' || one == ' ';
    }

    static constexpr lanes hits(lanes x) noexcept {
        return high(x) | (((x & each(0xFA)) ^ each(0x22)) - each(1));
    }
    template <class Vector> static Vector hits(Vector x) noexcept {
        return is_odd(x) | ((x & static_cast<signed char>(0xFA)) == 0x22);
    }
    // How many bytes at `at + i` do not matter after all.
    static constexpr size_t passes(const char* at, size_t i, size_t size) noexcept {
        const uint8_t one = static_cast<uint8_t>(at[i]);
        if (is_flash_short && (one >= 0x80 || one == '\'')) return 0;  // the machine can tell, too
        if (one >= 0x80) return passes_beyond_ascii(at, i, size);
        if (one == '\'' && i != 0) return is_between_letters(at, i - 1, i + 1, size);
        return meaning_of_byte(one) == meaning::plain;
    }

private:
    // A run of letters, and the blanks between them.
    static constexpr size_t passes_beyond_ascii(const char* at, size_t begin,
                                                size_t size) noexcept {
        size_t i = begin;
        if (size - i >= 3 && at[i] == '\xE2' && at[i + 1] == '\x80' &&
            (at[i + 2] & '\xF8') == '\x98') {
            // (Another short cut: the commonest marks, U+2018 to U+201F.)
            const bool single = (at[i + 2] & '\xFE') == '\x98';
            return single && i != 0 && is_between_letters(at, i - 1, i + 3, size) ? 3 : 0;
        }
        for (;;) {
            // (The two short cuts are what most letters take. No mark begins with these bytes.)
            while (size - i >= 2 && is_from(at[i], 0xC3, 0xDF) && follows(at[i + 1])) i += 2;
            while (size - i >= 3 && is_from(at[i], 0xE4, 0xE9) && follows(at[i + 1]) &&
                   follows(at[i + 2]))
                i += 3;
            if (i == size) break;
            if (at[i] == ' ' && i + 1 != size && (at[i + 1] & 0x80) != 0) {
                ++i;
                continue;
            }
            if ((at[i] & 0x80) == 0) break;
            const decoded one = decode(at + i, size - i);
            if (one.form != decoded::well) break;
            if (meaning_of_point(one.point) != meaning::plain) break;
            i += one.size;
        }
        return i - begin;
    }
    static constexpr bool follows(char one) noexcept {
        return is_follower(static_cast<uint8_t>(one));
    }
    static constexpr bool is_from(char one, uint8_t first, uint8_t last) noexcept {
        return static_cast<uint8_t>(one) >= first && static_cast<uint8_t>(one) <= last;
    }
};

// Line ends, and what may be one but for bytes that are not there.
struct line_ends {
    static constexpr bool matters(char one) noexcept { return has<may_end_line>(one); }

    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - 0x0E) < 0xC2 - 0x0E;
    }

    static constexpr lanes hits(lanes x) noexcept { return high(x); }
    template <class Vector> static Vector hits(Vector x) noexcept {
        constexpr auto lead = static_cast<signed char>(0xC2);  // and 0xE2, but for one bit
        return (x == '\n') | (x == '\r') | ((x & static_cast<signed char>(0xDF)) == lead);
    }
    static constexpr size_t passes(const char* at, size_t i, size_t size) noexcept {
        return line_end_size(at + i, size - i) == 0;
    }
};

// Controls and what is beyond ASCII: all that is not one column wide.
struct odd_bytes {
    static constexpr bool matters(char one) noexcept {
        return !is_plain(static_cast<uint8_t>(one));
    }
    static constexpr bool is_plain(uint8_t one) noexcept {
        return static_cast<uint8_t>(one - ' ') < 0x7F - ' ';
    }

    static constexpr lanes hits(lanes x) noexcept { return high(x); }
    template <class Vector> static Vector hits(Vector x) noexcept { return is_odd(x); }
};

// ---- looking ----

// The first byte that may matter, from `i` on; byte by byte, at most up to `most`.
template <class What>
constexpr size_t first_bytewise(const char* at, size_t i, size_t most) noexcept {
    if (i >= most) return i;
    do {
        const char one = at[i];
        if (!(is_flash_short && What::is_plain(static_cast<uint8_t>(one))) && What::matters(one))
            break;
    } while (++i != most);
    return i;
}

template <class What>
constexpr size_t first_of_lanes(const char* at, size_t i, size_t size) noexcept {
    for (;;) {
        while (size - i >= 8 && (What::hits(load_lanes(at + i)) & each(0x80)) == 0) i += 8;
        const size_t most = i + lesser<size_t>(size - i, 8);
        i = first_bytewise<What>(at, i, most);
        if (i != most || i == size) return i;
    }
}

template <class What, class Vectors>
inline size_t first_of_vectors(const char* at, size_t i, size_t size) noexcept {
    constexpr size_t width = Vectors::width;
    while (size - i >= 2 * width) {
        const auto one = What::hits(Vectors::load(at + i));
        const auto other = What::hits(Vectors::load(at + i + width));
        if constexpr (Vectors::lane_bits == 1) {  // (with one branch)
            const uint64_t bits = Vectors::bits(one) | Vectors::bits(other) << width;
            if (bits != 0) return i + Vectors::first(bits);
        } else if (Vectors::bits(one | other) != 0) {
            const uint64_t bits = Vectors::bits(one);
            return bits != 0 ? i + Vectors::first(bits)
                             : i + width + Vectors::first(Vectors::bits(other));
        }
        i += 2 * width;
    }
    if (size - i >= width) {
        const uint64_t bits = Vectors::bits(What::hits(Vectors::load(at + i)));
        if (bits != 0) return i + Vectors::first(bits);
        i += width;
    }
    if (size < width) return first_bytewise<What>(at, i, size);
    if (i == size) return size;
    const size_t begin = size - width;  // the rest, with what stands before it
    uint64_t bits = Vectors::bits(What::hits(Vectors::load(at + begin)));
    bits >>= (i - begin) * Vectors::lane_bits;
    return bits != 0 ? i + Vectors::first(bits) : size;
}

// The first byte that may matter, from `i` on.
template <class What>
constexpr size_t first_that_may(const char* at, size_t i, size_t size) noexcept {
    if constexpr (vectors::width != 0) {
        if (!__builtin_is_constant_evaluated()) return first_of_vectors<What, vectors>(at, i, size);
    }
    return is_flash_short ? first_bytewise<What>(at, i, size) : first_of_lanes<What>(at, i, size);
}

// The first byte that matters.
//   Gives:    its index, or `size`.
//   Cost:     about one instruction a byte in ASCII with SSE2; more in other scripts, which are
//             read letter by letter.
template <class What> constexpr size_t first(const char* at, size_t size) noexcept {
    size_t i = 0;
    for (;;) {
        i = first_that_may<What>(at, i, size);
        if (i == size) return size;
        const size_t passed = What::passes(at, i, size);
        if (passed == 0) return i;
        i += passed;
    }
}

// The next byte that is more than a part of a word or a blank. An apostrophe between letters is a
// part of a word.
constexpr size_t mark(const char* at, size_t size) noexcept { return first<marks>(at, size); }

}  // namespace scan

// Copies bytes, also to a place before them that they reach into. (memcpy is not there on all
// machines, and not while compiling.)
template <class Vectors = scan::vectors>
constexpr void copy(const char* from, char* to, size_t size) noexcept {
    size_t i = 0;
    if constexpr (Vectors::width != 0) {
        if (!__builtin_is_constant_evaluated() && size >= Vectors::width) {
            const auto last =
                Vectors::load(from + (size - Vectors::width));  // (before it is copied over)
            for (; size - i > Vectors::width; i += Vectors::width)
                Vectors::store(to + i, Vectors::load(from + i));
            return Vectors::store(to + (size - Vectors::width), last);
        }
    }
    if (i == size) return;
    do to[i] = from[i];
    while (++i != size);
}

// Where the first line end in `size` bytes begins.
//   Gives: its index, or where it may begin (when it is cut short), or `size`.
constexpr size_t find_line_end(const char* at, size_t size) noexcept {
    return scan::first<scan::line_ends>(at, size);
}

}  // namespace detail
}  // namespace stet

#endif  // STET_SCAN_HPP
