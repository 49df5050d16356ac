#!/usr/bin/env python3
"""bench/accuracy_quotes.py counts rightly: a text whose figures are counted by hand."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
#        0         1         2         3         4         5         6         7         8
#        0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567
TEXT = '"We go," said Ann Lee, a baker.\nShe saw "Cats" twice. "No," he added.\n"Why?" "So."\n'
GOLD = """quote\tq1\t1\t7\tdirect\tfull
speaker\tq1\t14\t21
cue\tq1\t9\t13
quote\tq2\t41\t45\tunattributed
quote\tq3\t55\t58\tdirect\tfull
speaker\tq3\t60\t62
cue\tq3\t63\t68
quote\tq4\t71\t75\tdirect\tfull
ignore\t-\t77\t82
"""
SAID = """paragraph\t0\t31
quote\t0\t8\tdirect\t14\t30\t9\t13\tname\tnear
quote\t40\t46\tunattributed\t32\t35\t-1\t-1\tpronoun\tfar
quote\t54\t59\tdirect\t32\t35\t63\t68\tpronoun\tfar
quote\t77\t82\tdirect\t-1\t-1\t-1\t-1\t-\t-
"""
WANTED = {"spans": ("100.00", "75.00", "4"),                          # what is ignored counts neither way
          "direct, exact": ("100.00", "66.67", "3"),
          "unattributed, matched": ("100.00", "100.00", "1"),
          "unattributed with a speaker": ("-", "100.00", "1"),
          "speaker, full, head": ("50.00", "50.00", "2"),             # "Ann Lee, a baker" is Lee
          "speaker, full, exact": ("0.00", "0.00", "2"),
          "speaker, full, head, near or carried": ("100.00", "50.00", "2"),
          "cue, full, overlap": ("100.00", "100.00", "2")}
wrong = []


def run(folder):
    return subprocess.run([sys.executable, ROOT / "bench/accuracy_quotes.py", folder, "--said", folder / "said",
                           "--resample", "0"], capture_output=True, text=True, timeout=60)


def expect(condition, message):
    if not condition:
        wrong.append(message)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "said").mkdir()
    (folder / "text.txt").write_text(TEXT)
    (folder / "text.tsv").write_text(GOLD)
    (folder / "said/text.tsv").write_text(SAID)
    done = run(folder)
    rows = {cells[0]: (cells[1], cells[2], cells[4]) for cells in
            ([cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines())}
    for row, figures in WANTED.items():
        expect(rows.get(row) == figures, f"{row}: {rows.get(row)}, not {figures}{done.stderr}")
    (folder / "said/text.tsv").write_text("quote\t0\t800\tdirect\t-1\t-1\t-1\t-1\t-\t-\n")
    done = run(folder)
    expect(done.returncode == 1 and "text.tsv:1: no quotation" in done.stderr, "an extent outside the text is taken")
    (folder / "text.tsv").write_text("speaker\tq9\t1\t2\n")
    (folder / "said/text.tsv").write_text("")
    expect("text.tsv:1: no row" in run(folder).stderr, "a speaker of no quotation is taken")
print("\n".join(wrong) or "the table is as counted by hand")
sys.exit(bool(wrong))
