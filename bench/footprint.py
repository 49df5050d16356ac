#!/usr/bin/env python3
"""footprint.py [SYMBOLS]: flash on a Cortex-M0+ at -Os, and the state, by what is used.

For blocks, quotations and attribution it prints the code and the tables in bytes of a program
that gives a reader byte by byte and takes its events; what is not reached is dropped by the
linker. With a number, also so many of the largest symbols. PREFIX and TARGET in the
environment name another GCC and its flags.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
PREFIX = os.environ.get("PREFIX", "arm-none-eabi-")
TARGET = os.environ.get("TARGET", "-mcpu=cortex-m0plus -mthumb").split()
FLAGS = ["-std=c++17", "-Os", "-ffreestanding", "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics",
         "-fno-unwind-tables", "-fno-asynchronous-unwind-tables", "-ffunction-sections", "-fdata-sections",
         f"-I{ROOT}/tests/parts", f"-I{ROOT}/include"]

UNIT = """
#include <stet.hpp>
using limits = stet::default_limits;
using reader = %s;
static reader in;
static %s source%s;
static stet::event e;
extern "C" void sink(const stet::event&);
extern "C" void take(char one) {
    while (!in.put(one))
        while (source.next(e)) sink(e);
}
extern "C" void finish() {
    in.finish();
    while (source.next(e)) sink(e);
}
"""
READER = "stet::reader<limits%s>"
SETS = {
    "blocks": (READER % ", stet::no_quotations", "reader&", " = in"),
    "quotations": (READER % "", "reader&", " = in"),
    "attribution": (READER % "", "stet::attributed<reader&>", " = stet::attribute(in)"),
}
WINDOW = 1536  # Limits::window, which is no part of the state


def tool(name, *arguments):
    return subprocess.run([PREFIX + name, *arguments], check=True, timeout=300, capture_output=True, text=True).stdout


def measure(folder, unit):
    source, compiled, linked = (f"{folder}/unit.{end}" for end in ("cpp", "o", "elf"))
    pathlib.Path(source).write_text(unit)
    tool("g++", *TARGET, *FLAGS, "-c", source, "-o", compiled)
    tool("g++", *TARGET, "-nostdlib", "-Wl,--gc-sections,--entry=take,--undefined=finish",
         "-Wl,--unresolved-symbols=ignore-all", compiled, "-o", linked)
    sizes = dict.fromkeys(("text", "rodata", "data", "bss"), 0)
    for name, size in re.findall(r"^\.(text|rodata|data|bss)\S*\s+(\d+)", tool("size", "-A", linked), re.M):
        sizes[name] += int(size)
    missing = set(re.findall(r" U (\S+)", tool("nm", compiled))) - {"sink"}
    return sizes, missing, tool("nm", "--size-sort", "-S", "-C", "-r", linked).splitlines()


def main():
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[2:] or SETS:
            sizes, missing, symbols = measure(folder, UNIT % SETS[name])
            code, tables = sizes["text"], sizes["rodata"] + sizes["data"]
            state = sum(int(line.split()[1], 16) for line in symbols if re.search(r" [bB] (in|source)$", line))
            print(f"{name}: {code + tables} bytes, code {code}, tables {tables}; state {state - WINDOW} besides "
                  f"the window{'; calls ' + ' '.join(sorted(missing)) if missing else ''}")
            for line in [line for line in symbols if not re.search(r" [bB] ", line)][:most]:
                _, size, kind, symbol = line.split(" ", 3)
                print(f"  {int(size, 16):6} {kind} {symbol}")


main()
