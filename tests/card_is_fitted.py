#!/usr/bin/env python3
"""The card in card.hpp is what bench/fit_blocks.py makes of the gold, where the gold is at hand.

The gold's folder is named by STET_BLOCKS_GOLD, or lies beside the checkout; without it the test is
skipped (status 77). So are the cross-validated figures that the README states. That the check can fail is shown on a header with one point changed.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
GOLD = pathlib.Path(os.environ.get("STET_BLOCKS_GOLD", ROOT.parent / "shared/corpus/blocks"))
KINDS = ["headi", "parag", "bylin", "deck", "capti", "furni", "list_"]
wrong = []
SETS = [GOLD / "fundus", GOLD / "readability"]

if not all(folder.is_dir() for folder in SETS):
    print(f"no gold in {GOLD}: skipped")
    sys.exit(77)
with tempfile.TemporaryDirectory() as name:
    kept = pathlib.Path(name) / "fitted.txt"
    fit = [sys.executable, ROOT / "bench/fit_blocks.py"]
    fitted = subprocess.run([*fit, *SETS, "--check", "--keep", kept], timeout=550)
    validated = kept.read_text().split("CROSS-VALIDATED")[1].split("NEEDS")[0]
    stated = re.findall(r"^\| (fundus|readability), (\w+)(, news)? \|([\d. |-]+)\|$", (ROOT / "README.md").read_text(), re.M)
    stated = [row for row in stated if row[3].count("|") == len(KINDS) - 1]  # the other table has the boundary too
    for corpus, layout, news, cells in stated:
        row = re.search(rf"^{corpus}/{layout} .*\n(  news .*)?", validated, re.M)
        figures = re.findall(r"(?:headi|parag|bylin|deck|capti|furni|list_) [\d.]+", row[1] if news else row[0].split("\n")[0])
        found = {one.split()[0]: float(one.split()[1]) for one in figures}
        for kind, cell in zip(KINDS, cells.split("|")):
            if cell.strip() != "-" and abs(found[kind] - float(cell)) > 1e-9:
                wrong.append(f"README: {corpus}, {layout}{news}: {kind} is {found[kind]}, not {cell.strip()}")
    if len(stated) < 7:
        wrong.append("the README does not state the cross-validated figures")
    headers = pathlib.Path(name) / "stet"
    shutil.copytree(ROOT / "include/stet", headers)
    card = headers / "card.hpp"
    changed = re.sub(r"(fact::words\), 2, +\{ *)(-?\d+)", lambda found: found[1] + str(int(found[2]) + 1), card.read_text())
    card.write_text(changed)
    control = subprocess.run([*fit, "--check", "--kept", kept, "--headers", headers], stdout=subprocess.DEVNULL)
if control.returncode == 0:
    print("a changed point is not seen")
print("\n".join(wrong))
sys.exit(fitted.returncode != 0 or control.returncode == 0 or bool(wrong))
