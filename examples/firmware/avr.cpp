// SPDX-License-Identifier: MIT
// avr.cpp: an ATmega with its USART0 at 0xC0 (328P, 1284P): start-up, and the USART as the line. The article is in
// flash, from where a byte after the other is fetched: nothing gives bytes to simavr's USART without a program more.
#include <stdint.h>
#include "board.hpp"

extern "C" {
[[noreturn]] void run();

// (What follows it, .init4, copies .data and clears .bss: of libgcc, called for by the compiler.)
__attribute__((naked, section(".init0"), used)) void start() {
    asm volatile(
        "clr r1\n"
        "ldi r28, lo8(stack_end)\n"
        "ldi r29, hi8(stack_end)\n"
        "out 0x3e, r29\n"
        "out 0x3d, r28\n");
}
__attribute__((naked, section(".init9"), used)) void after_init() { asm volatile("jmp run"); }
}

static volatile uint8_t* const usart = reinterpret_cast<volatile uint8_t*>(0xC0);
constexpr int status = 0, control = 1, data_register = 6, is_free = 0x20, sends = 0x08;

void write(const char* data, size_t size) {
    for (size_t i = 0; i < size; ++i) {
        while ((usart[status] & is_free) == 0) {}
        usart[data_register] = static_cast<uint8_t>(data[i]);
    }
}

// (Within the first 64 KB, as LPM has no longer addresses.)
asm(".section .init9.article, \"a\"\n"
    ".global article_begin, article_end\n"
    "article_begin: .incbin \"article\"\n"
    "article_end: .balign 2\n");
extern "C" const char article_begin[], article_end[];

static char flash(const char* at) {
    char one;
    asm volatile("lpm %0, Z" : "=r"(one) : "z"(at));
    return one;
}

void run() {
    usart[control] = sends;
    for (const char* at = article_begin; at != article_end; ++at) take(flash(at));
    if (finish()) write("EXIT OK\n", 8);
    asm volatile("cli");
    for (;;) asm volatile("sleep");  // for good, as no interrupt comes
}
