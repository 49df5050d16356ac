#!/usr/bin/env python3
"""bench/accuracy.py counts rightly: a folder of two texts whose figures are counted by hand."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
FIRST = "Tea\n- Milk\nA cup. Then two. Then three, and so on.\n"
GOLD = {"first": (FIRST, "headline\t0\t3\nlist_item\t4\t10\nparagraph\t11\t50\n"),
        "second": ("Rain\nMud\n12:30\n", "paragraph\t0\t4\nheading\t5\t8\nother\t9\t14\n")}
SAID = {"first": "headline\t0\t4\nlist_item\t6\t10\nfurniture\t11\t50\n",
        "second": "# note\t1\t1\tcontrol\nheadline\t0\t4\nheading\t5\t8\ncaption\t9\t14\nquote\t0\t4\tdirect\n"}
wrong = []


def run(folder, *options):
    return subprocess.run([sys.executable, ROOT / "bench/accuracy.py", folder / "gold", "--said", folder / "said",
                           "--resample", "40", *options], capture_output=True, text=True, timeout=60)


def expect(condition, message):
    if not condition:
        wrong.append(message)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "gold").mkdir()
    (folder / "said").mkdir()
    for stem, (text, table) in GOLD.items():
        (folder / "gold" / f"{stem}.txt").write_text(text)
        (folder / "gold" / f"{stem}.tsv").write_text(table)
        (folder / "said" / f"{stem}.tsv").write_text(SAID[stem])
    done = run(folder)
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines()[1:8]}
    for kind, figures in {"boundary": ["1.000", "1.000", "1.000"],   # blanks and list marks do not count
                          "headline": ["0.500", "1.000", "0.667"],   # the second is a paragraph
                          "heading": ["1.000", "1.000", "1.000"],
                          "list_item": ["1.000", "1.000", "1.000"],
                          "paragraph": ["0.000", "0.000", "0.000"]}.items():
        expect(rows.get(kind, [])[1:4] == figures, f"{kind}: {rows.get(kind)}, not {figures}")
    expect("caption" not in rows, "what is said of a block that is not scored counts")
    expect("furniture: 1, paragraphs among them 100.0 %, of more than two sentences 1" in done.stdout, "furniture")
    expect("called headline: 50.0 %" in done.stdout, "a paragraph called headline is not told")
    expect(run(folder).stdout == done.stdout, "the intervals are drawn otherwise each time")
    (folder / "names").write_text("first\n")
    expect("called headline: 0.0 %" in run(folder, "--names", folder / "names").stdout, "--names is not kept to")
    expect("paragraph" not in run(folder, "--map", "paragraph=caption").stdout.split("\nlines")[0], "--map")
    (folder / "said/first.tsv").write_text("headline\t0\t400\n")
    done = run(folder)
    expect(done.returncode == 1 and "first.tsv:1: 0 to 400" in done.stderr, "an extent outside the text is taken")
    (folder / "said/first.tsv").write_text("headline\t0\n")
    expect("first.tsv:1: no block" in run(folder).stderr, "half a line is taken")
print("\n".join(wrong) or "the table is as counted by hand")
sys.exit(bool(wrong))
