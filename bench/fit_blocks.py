#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits the score card of include/stet/card.hpp on folders of gold, and writes it there.

    fit_blocks.py CORPUS... [--dry] [--compiler g++] [--headers DIR] [-- OPTIONS]

Builds bench/evidence.cpp, runs it, prints its figures (in sample, and cross-validated by
domain) and replaces what stands between BEGIN CARD and END CARD. The same gold gives the
same card. With --dry nothing is written. A new row: name it in choices() of evidence.cpp,
and run this.
"""
import argparse
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN = "// BEGIN CARD (bench/fit_blocks.py writes what stands between these two lines)\n"
END = "// END CARD\n"
COLUMNS = ["head", "list", "capt", "furn", "byln", "deck", "hdln"]


def table(lines):
    rows = [line.split("\t") for line in lines]
    width = max(len(row[0]) for row in rows)
    out = ["constexpr card_row card[] = {\n",
           "    // " + " " * (width - 1) + "".join("%5s" % name for name in COLUMNS) + "\n"]
    for test, *points in rows:
        cells = ",".join("%4s" % value for value in points)
        out.append("    {%s,%s {%s}},\n" % (test, " " * (width - len(test)), cells))
    return "".join(out) + "};\n"


def paste(path, card):
    with open(path, encoding="ascii") as file:
        text = file.read()
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    with open(path, "w", encoding="ascii") as file:
        file.write(text[:begin] + card + text[end:])


def main():
    if "--" in sys.argv:
        cut = sys.argv.index("--")
        more, sys.argv = sys.argv[cut + 1:], sys.argv[:cut]
    else:
        more = []
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--headers", default=os.path.join(HERE, "..", "include", "stet"))
    options = parser.parse_args()

    header = os.path.join(options.headers, "card.hpp")
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "evidence")
        subprocess.run([options.compiler, "-std=c++17", "-O2", "-I", options.headers,
                        os.path.join(HERE, "evidence.cpp"), "-o", program], check=True)
        out = subprocess.run([program, *options.corpus, *more], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    figures, card = out.split("CARD\n")
    print(figures, end="")
    if options.dry:
        return 0
    paste(header, table(card.splitlines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
