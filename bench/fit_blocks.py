#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fits the score card of include/stet/card.hpp on folders of gold, and writes it there.

    fit_blocks.py CORPUS... [--dry | --check] [--compiler g++] [--headers DIR] [-- OPTIONS]

Builds bench/evidence.cpp, runs it, prints its figures (in sample, and cross-validated by
domain) and replaces what stands between BEGIN CARD and END CARD. The same gold gives the
same card. With --dry nothing is written, with --check the header is compared. A
new row: name it in choices() of evidence.cpp, and run this.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN = "// BEGIN CARD (bench/fit_blocks.py writes what stands between these two lines)\n"
END = "// END CARD\n"
COLUMNS = ["hea", "lis", "cap", "fur", "byl", "dec", "hdl"]


def short_name(test):
    """Of "on(fact::columns), 13" the name is "columns, 13"."""
    return re.sub(r"(on|is)\(\w+::(\w+)\)", r"\2", re.sub(r"number_of\(\w+::(\w+)\)", r"\1", test))


def table(lines):
    rows = [line.split("\t") for line in lines]
    width = max(len(row[0]) for row in rows)
    out = ["constexpr card_row card[] = {\n",
           "    // " + " " * (width - 1) + "".join("%4s" % name for name in COLUMNS) + "\n"]
    for test, *points in rows:
        cells = ",".join("%3s" % value for value in points)
        out.append("    {%s,%s {%s}},\n" % (test, " " * (width - len(test)), cells))
    out.append("};\n")
    out.append("// The rows' names, for tools; they cost nothing where nobody reads them.\n")
    out.append("constexpr const char* card_names[] = {\n")
    line = "   "
    for test, *points in rows:
        name = ' "%s",' % short_name(test)
        if len(line) + len(name) > 100:
            out.append(line + "\n")
            line = "   "
        line += name
    return "".join(out) + line + "\n};\n"


def needs_of(line):
    cells = ", ".join(line.split("\t"))
    return ("// The points a kind needs. What wins with less is called a paragraph. A deck of two\n"
            "// sentences needs them, one of one sentence half of them.\n"
            "constexpr int8_t card_needs[] = {%s};\n\n" % cells)


def paste(path, card, check):
    """Writes the card into the header, or with `check` tells whether it stands there."""
    with open(path, encoding="ascii") as file:
        text = file.read()
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    same = text[begin:end] == card
    if check:
        print("the header has this card" if same else "the header has another card")
        return 0 if same else 1
    with open(path, "w", encoding="ascii") as file:
        file.write(text[:begin] + card + text[end:])
    return 0


def fitted_on(corpora, compiler, headers, more):
    """What bench/evidence.cpp prints of the gold."""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "evidence")
        subprocess.run([compiler, "-std=c++17", "-O2", "-I", headers,
                        os.path.join(HERE, "evidence.cpp"), "-o", program], check=True)
        return subprocess.run([program, *corpora, *more], check=True, text=True,
                              stdout=subprocess.PIPE).stdout


def main():
    if "--" in sys.argv:
        cut = sys.argv.index("--")
        more, sys.argv = sys.argv[cut + 1:], sys.argv[:cut]
    else:
        more = []
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*")
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--keep", help="a file for what the fit printed")
    parser.add_argument("--kept", help="such a file, in place of a fit")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--headers", default=os.path.join(HERE, "..", "include", "stet"))
    options = parser.parse_args()

    header = os.path.join(options.headers, "card.hpp")
    if options.kept:
        with open(options.kept, encoding="ascii") as file:
            out = file.read()
    else:
        out = fitted_on(options.corpus, options.compiler, options.headers, more)
    if options.keep:
        with open(options.keep, "w", encoding="ascii") as file:
            file.write(out)
    figures, fitted = out.split("NEEDS\n")
    needs, card = fitted.split("CARD\n")
    print(figures, end="")
    if options.dry:
        return 0
    return paste(header, needs_of(needs.strip()) + table(card.splitlines()), options.check)


if __name__ == "__main__":
    sys.exit(main())
