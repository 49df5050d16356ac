#!/usr/bin/env python3
"""The card in card.hpp is what bench/fit_blocks.py makes of the gold, where the gold is at hand.

The gold's folder is named by STET_BLOCKS_GOLD, or lies beside the checkout; without it the test is
skipped (status 77). That the check can fail is shown on a header with one point changed.
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
SETS = [GOLD / "fundus", GOLD / "readability"]

if not all(folder.is_dir() for folder in SETS):
    print(f"no gold in {GOLD}: skipped")
    sys.exit(77)
with tempfile.TemporaryDirectory() as name:
    kept = pathlib.Path(name) / "fitted.txt"
    fit = [sys.executable, ROOT / "bench/fit_blocks.py"]
    fitted = subprocess.run([*fit, *SETS, "--check", "--keep", kept], timeout=550)
    headers = pathlib.Path(name) / "stet"
    shutil.copytree(ROOT / "include/stet", headers)
    card = headers / "card.hpp"
    changed = re.sub(r"(fact::words\), 2, +\{ *)(-?\d+)", lambda found: found[1] + str(int(found[2]) + 1), card.read_text())
    card.write_text(changed)
    control = subprocess.run([*fit, "--check", "--kept", kept, "--headers", headers], stdout=subprocess.DEVNULL)
if control.returncode == 0:
    print("a changed point is not seen")
sys.exit(fitted.returncode != 0 or control.returncode == 0)
