#!/usr/bin/env python3
"""amalgamate.py [--check]: writes include/stet.hpp from include/stet/*.hpp.

The order of the headers stands here and nowhere else: a header may include the ones before
it, and no others. --check writes nothing and fails when include/stet.hpp is not fresh.
"""
import pathlib
import re
import sys

ORDER = """config number view limits event byte_class utf8 letters input scan words measure glance card block line
layout marks neighbours quote dateline sections lookahead machine parse reader lexicon lookback word_form tokens clause speaker
attribution""".split()
APART = ["std"]  # bridges to the standard library: no part of the single header
SYSTEM = {"config": ["stddef.h", "stdint.h"]}

ROOT = pathlib.Path(__file__).resolve().parents[2] / "include"


def body(stem, before):
    """The header's text without its includes; a wrong include is explained."""
    lines = []
    for number, line in enumerate((ROOT / "stet" / f"{stem}.hpp").read_text("ascii").splitlines(), 1):
        own = re.match(r'#include "(\w+)\.hpp"', line)
        system = re.match(r"#include <([\w./]+)>", line)
        if own and own[1] not in before:
            sys.exit(f"stet/{stem}.hpp:{number}: includes {own[1]}.hpp, which is not before it: "
                     "move what is needed to an earlier header, or change ORDER in amalgamate.py")
        if system and system[1] not in SYSTEM.get(stem, []):
            sys.exit(f"stet/{stem}.hpp:{number}: includes <{system[1]}>: stet needs nothing but "
                     "<stddef.h> and <stdint.h>, in config.hpp")
        if not own and line != "// SPDX-License-Identifier: MIT":
            lines.append(line)
    return "\n".join(lines).strip("\n")


def single():
    known = {path.stem for path in (ROOT / "stet").glob("*.hpp")}
    if known != set(ORDER) | set(APART):
        sys.exit(f"headers that ORDER in amalgamate.py does not have, or only it: {known ^ set(ORDER + APART)}")
    parts = [body(stem, ORDER[:i]) for i, stem in enumerate(ORDER)]
    licence = (ROOT.parent / "LICENSE").read_text("ascii").strip().splitlines()
    head = ["SPDX-License-Identifier: MIT", "stet: says what each part of a news article is.",
            "Generated from stet/*.hpp by tests/single_header/amalgamate.py: change those.", ""]
    head = "\n".join(("// " + line).rstrip() for line in head + licence)
    return "\n\n".join([head] + parts) + "\n"


if __name__ == "__main__":
    target, text = ROOT / "stet.hpp", single()
    if "--check" not in sys.argv:
        target.write_text(text, "ascii")
    elif not target.exists() or target.read_text("ascii") != text:
        sys.exit("include/stet.hpp is not what its parts make: run tests/single_header/amalgamate.py")
