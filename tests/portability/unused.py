#!/usr/bin/env python3
"""The attribution layer, declared and unused, adds no byte: a program that reads an article is
compiled with the single header, which declares the layer, and with reader.hpp, which does not."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CXX = os.environ.get("CXX", "g++")
PROGRAM = """#include <HEADER>
static stet::reader<> in;
unsigned count(const char* bytes, unsigned size) {
    unsigned events = 0;
    in.feed({bytes, size});
    for (stet::event e; in.next(e);) ++events;
    USE
    return events;
}
"""
LAYER = "for (stet::event e : stet::attribute(in)) events += e.begin;"


def sections(folder, header, use=""):
    """Name and size of each section that is not for debugging."""
    source, target = pathlib.Path(folder) / "unit.cpp", pathlib.Path(folder) / "unit.o"
    source.write_text(PROGRAM.replace("HEADER", header).replace("USE", use))
    subprocess.run([CXX, "-std=c++17", "-Os", f"-I{ROOT}/include", "-c", source, "-o", target], check=True, timeout=300)
    rows = [line.split() for line in subprocess.run(["size", "-A", target], capture_output=True, text=True,
                                                    check=True, timeout=60).stdout.splitlines()]
    return sorted((row[0], int(row[1])) for row in rows if row and row[0].startswith((".text", ".data", ".rodata", ".bss")))


with tempfile.TemporaryDirectory() as folder:
    without, declared = sections(folder, "stet/reader.hpp"), sections(folder, "stet.hpp")
    used = sections(folder, "stet.hpp", LAYER)
total = sum(size for _, size in declared) - sum(size for _, size in without)
print(f"declared and unused: {total:+} bytes; used: {sum(s for _, s in used) - sum(s for _, s in without):+} bytes")
# The check can fail: in use the layer has a size.
sys.exit(without != declared or used == without)
