// SPDX-License-Identifier: MIT
// cortex_m.cpp: any Cortex-M under a debugger or an emulator: start-up, and semihosting as the line. The article is
// the file `article` where the debugger runs; its bytes are asked for one by one.
#include <stdint.h>
#include "board.hpp"

extern "C" {
extern uint32_t data_source[], data_begin[], data_end[], bss_begin[], bss_end[], stack_begin[], stack_end[];
void reset();
void fault();
__attribute__((section(".vectors"), used)) void (*const vectors[])() = {
    reinterpret_cast<void (*)()>(stack_end), reset, fault, fault, fault, fault, fault,
};
}

static int semihosting(int operation, const void* argument) {
    register int r0 asm("r0") = operation;
    register const void* r1 asm("r1") = argument;
    asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

[[noreturn]] static void leave(uint32_t code) {
    const uint32_t why[] = {0x20026, code};  // ADP_Stopped_ApplicationExit
    for (;;) semihosting(0x20, why);         // SYS_EXIT_EXTENDED
}

void write(const char* data, size_t size) {
    for (size_t i = 0; i < size; ++i) semihosting(0x03, data + i);  // SYS_WRITEC
}

static int open() {
    static constexpr char name[] = "article";
    const uintptr_t what[] = {reinterpret_cast<uintptr_t>(name), 1, sizeof name - 1};  // to read bytes
    return semihosting(0x01, what);  // SYS_OPEN
}

static bool read(int file, char& one) {
    const uintptr_t what[] = {static_cast<uintptr_t>(file), reinterpret_cast<uintptr_t>(&one), 1};
    return semihosting(0x06, what) == 0;  // SYS_READ, gives how many are missing
}

void fault() { leave(2); }

void reset() {
    for (uint32_t *to = data_begin, *from = data_source; to != data_end;) *to++ = *from++;
    for (uint32_t* to = bss_begin; to != bss_end;) *to++ = 0;
    // Paints the stack, so that its use can be told: from its end up to what is in use.
    uint32_t* const used = static_cast<uint32_t*>(__builtin_frame_address(0)) - 16;
    for (volatile uint32_t* to = stack_begin; to < used;) *to++ = 0xA5A5A5A5;
    const int file = open();
    for (char one; read(file, one);) take(one);
    leave(finish() ? 0 : 1);
}
