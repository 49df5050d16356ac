#!/usr/bin/env python3
"""The README's example compiles and prints what it says; its numbers, and two other pages', are those of the tree."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
INCLUDE = pathlib.Path(os.environ.get("STET_INCLUDE", ROOT / "include"))  # (of planted faults: a copy)
readme = (ROOT / "README.md").read_text()
wrong = []

example = re.search(r"```cpp\n(#include <stet.hpp>.*?)```", readme, re.S)[1]
with tempfile.TemporaryDirectory() as folder:
    program = str(pathlib.Path(folder) / "example")
    subprocess.run([os.environ.get("CXX", "g++"), "-std=c++17", f"-I{INCLUDE}", "-x", "c++", "-", "-o", program],
                   input=example, text=True, check=True, timeout=120)
    printed = subprocess.run([program], capture_output=True, text=True, timeout=20).stdout
said = re.search(r"prints\n\n```text\n(.*?)```", readme, re.S)[1]
if printed != said:
    wrong.append(f"the example prints\n{printed}and the README says\n{said}")
limits = (INCLUDE / "stet.hpp").read_text()
for name, value in re.findall(r"\| `(\w+)` \| ([\d,]+) \|", readme):
    stands = re.findall(rf"\n    static constexpr size_t {name} = (\d+);", limits)
    if stands != [value.replace(",", "")]:
        wrong.append(f"Limits::{name} is not {value}")
if len(sys.argv) > 1:  # the suite, which counts steps
    counted = subprocess.run([sys.argv[1], "the steps a byte are bounded*,texts that a search*"], capture_output=True, text=True, timeout=240)
    most = re.search(r"most steps a byte: ([\d.]+), (.*); of (\d+) families", " ".join(counted.stdout.split()))
    hardest = re.search(r"searched for: ([\d.]+) in (\d+)", counted.stdout)
    of_hard, of_searched = f"{float(most[1]):.1f}", f"{float(hardest[1]):.1f}"
    for page, each in (
            ("README.md", f"at most {of_hard} steps a byte in {most[3]} families of texts made to be hard "
                          f"(\"{most[2]}\")"),
            ("README.md", f"{of_searched} in {hardest[2]} that a search has made"),
            ("tests/README.md", f"{of_hard} and {of_searched}, as README.md says"),
            (".github/SECURITY.md", f"{of_hard} in the texts that people made to be hard, "
                                    f"{of_searched} in those that a search made")):
        if each not in " ".join((ROOT / page).read_text().split()):
            wrong.append(f"{page} does not say: {each}")
print("\n".join(wrong) or "the README says what is so")
sys.exit(bool(wrong))
