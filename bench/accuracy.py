#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How right a parser is about the blocks of a folder of gold.

    accuracy.py GOLD [--spans PROGRAM | --said FOLDER] [--names FILE] [--index FILE] [--map A=B,...]
                [--resample 1000]

GOLD may hold folders of layouts in place of texts ("dense", "wrapped"): then it prints a table of
F1, a row a layout and one more for the texts named in GOLD/news_dev.txt. Block quotes count as
paragraphs there, but for "wrapped", and kinds that the gold hardly has are left out.

Else GOLD has NAME.txt and NAME.tsv, lines of "kind begin end", byte offsets. What is said of it comes
from PROGRAM --out FOLDER NAME.txt... (examples/spans, built by the way if none is named) or stands
in FOLDER as NAME.tsv. --names lists the texts that count, --index is a table with the columns
name and lang, for headings by language. --map renames kinds on both sides: in texts without
indentation "block_quote=paragraph".

Prints, for each kind, precision, recall and F1 with the interval that holds 95 % of them when the
texts are drawn again with replacement; the boundaries; and what else the parser is held to.
Kinds "other" and "code" of the gold count for boundaries only. Needs nothing but Python.
"""
import argparse
import collections
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
UNSCORED = {"other", "code"}
KINDS = ["headline", "deck", "byline", "timestamp", "heading", "paragraph", "list_item", "block_quote",
         "caption", "furniture"]
BLANK = b" \t\r\n"
MARK = re.compile(rb"(?:[-*+>]|\xe2\x80\xa2|[0-9]{1,3}[.)])[ \t]+")
SENTENCE = re.compile(rb"[.!?]['\")]* +(?=[^a-z])")


class Wrong(Exception):
    """A table that cannot be read; the message names file and line."""


# ---- reading ----

def trimmed(text, begin, end):
    """The extent without blanks around it and list marks before it."""
    while begin < end and text[begin] in BLANK:
        begin += 1
    while end > begin and text[end - 1] in BLANK:
        end -= 1
    mark = MARK.match(text, begin, end)
    return trimmed(text, mark.end(), end) if mark and mark.end() < end else (begin, end)


def blocks_of(path, text, names):
    """{extent: kind} of a standoff table; lines of other kinds are passed over."""
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            kind, begin, end = line.split("\t")[:3]
            begin, end = int(begin), int(end)
        except ValueError:
            raise Wrong(f"{path}:{number}: no block: {line[:60]}") from None
        if not 0 <= begin <= end <= len(text):
            raise Wrong(f"{path}:{number}: {begin} to {end} is outside the text of {len(text)} bytes")
        kind = names.get(kind, kind)
        if kind in KINDS or kind in UNSCORED:
            extent = trimmed(text, begin, end)
            if extent[0] < extent[1]:
                found[extent] = kind
    return found


def said_by(program, texts, folder, *options):
    """Runs the parser over the texts. Gives the folder of its tables."""
    if program is None:
        program = folder / "spans"
        subprocess.run([os.environ.get("CXX", "g++"), "-std=c++17", "-O2", f"-I{ROOT}/include",
                        str(ROOT / "examples/spans.cpp"), "-o", str(program)], check=True, timeout=300)
    out = folder / "said"
    out.mkdir()
    for at in range(0, len(texts), 500):
        subprocess.run([program, *options, "--out", out, *texts[at:at + 500]], check=True, timeout=900)
    return out


# ---- counting ----

def compared(text, gold, said):
    """What one text adds to the counts: a Counter of (what, kind)."""
    found = collections.Counter()
    free = [extent for extent, kind in gold.items() if kind in UNSCORED]
    for extent, kind in gold.items():
        is_ = said.get(extent)
        found["boundary", "both" if is_ else "gold"] += 1
        if kind in UNSCORED:
            continue
        found["both" if is_ == kind else "gold", kind] += 1
        if is_ and is_ != kind:
            found["said", is_] += 1
            if (is_, kind) == ("furniture", "paragraph"):
                found["lost", "all"] += 1
                found["lost", "long"] += len(SENTENCE.findall(text[extent[0]:extent[1]])) >= 2
            if (is_, kind) == ("headline", "paragraph"):
                found["texts", "misled"] = 1
    for extent, kind in said.items():
        if extent in gold:
            continue
        found["boundary", "said"] += 1
        if not any(begin < extent[1] and extent[0] < end for begin, end in free):
            found["said", kind] += 1
    found["texts", "all"] = 1
    return found


def rates(counts, kind):
    """Precision, recall and F1 of a kind, or of the boundaries."""
    if kind == "boundary":
        both, gold, said = (counts["boundary", side] for side in ("both", "gold", "said"))
    else:
        both, gold, said = (counts[side, kind] for side in ("both", "gold", "said"))
    return (both / (both + said) if both else 0.0, both / (both + gold) if both else 0.0,
            2 * both / (2 * both + gold + said) if both else 0.0)


def summed(counts):
    total = collections.Counter()
    for one in counts:
        total.update(one)
    return total


def interval(counts, figure, times):
    """What holds 95 % of the figure when the texts are drawn again; the draw is always the same."""
    draw = random.Random(1)
    figures = sorted(figure(summed(draw.choices(counts, k=len(counts)))) for _ in range(times))
    return figures[int(times * 0.025)], figures[int(times * 0.975) - 1]


# ---- printing ----

def print_blocks(counts, languages, times):
    total = summed(counts.values())
    texts = list(counts.values())
    print(f"{'':14}{'precision':>10}{'recall':>8}{'F1':>8}   95 %           in gold")
    for kind in ["boundary"] + KINDS:
        precision, recall, f1 = rates(total, kind)
        there = (total["boundary", "both"] + total["boundary", "gold"] if kind == "boundary"
                 else total["both", kind] + total["gold", kind])
        if there == 0:
            continue
        low, high = interval(texts, lambda some, kind=kind: rates(some, kind)[2], times)
        print(f"{kind:14}{precision:10.3f}{recall:8.3f}{f1:8.3f}   {low:.3f}-{high:.3f}{there:12}")
    called = total["both", "furniture"] + total["said", "furniture"]
    print(f"lines called furniture: {called}, paragraphs among them {100 * total['lost', 'all'] / max(called, 1):.1f} %,"
          f" of more than two sentences {total['lost', 'long']}")
    print(f"texts with a paragraph called headline: {100 * total['texts', 'misled'] / max(total['texts', 'all'], 1):.1f} %")
    by_language = {}
    for name, one in counts.items():
        by_language.setdefault(languages.get(name, ""), []).append(one)
    if len(by_language) < 2:
        return
    enough = []
    print("heading F1 by language:", end="")
    for language, of_it in sorted(by_language.items()):
        some = summed(of_it)
        there = some["both", "heading"] + some["gold", "heading"]
        if there >= 10:
            enough.append(rates(some, "heading")[2])
            print(f" {language} {enough[-1]:.2f} ({there})", end="")
    print(f"; mean {sum(enough) / max(len(enough), 1):.3f}")
    wide = summed(one for language in ("ja", "zh") for one in by_language.get(language, []))
    print(f"ja and zh together: {rates(wide, 'heading')[2]:.3f}")


SHOWN = ["boundary", "heading", "paragraph", "byline", "deck", "caption", "furniture", "list_item"]


def print_layouts(gold, spans):
    """The table of a folder of layouts."""
    news = gold / "news_dev.txt"
    news = set(news.read_text(encoding="utf-8").split()) if news.exists() else set()
    print("| F1 | " + " | ".join(SHOWN) + " |\n|---|" + "---|" * len(SHOWN))
    for layout in sorted(path for path in gold.iterdir() if path.is_dir()):
        tables = tables_in(layout)
        names = {} if layout.name == "wrapped" else {"block_quote": "paragraph"}
        counts = counted(tables, spans, None, names) if tables else {}
        for title, some in ((layout.name, counts), (f"{layout.name}, news", {n: counts[n] for n in news & counts.keys()})):
            total = summed(some.values())
            cells = [f"{rates(total, kind)[2]:.3f}" if total["both", kind] + total["gold", kind] >= 20 or kind == "boundary"
                     else "-" for kind in SHOWN]
            if some:
                print(f"| {gold.name}, {title} | " + " | ".join(cells) + " |")


def tables_in(gold, wanted=None):
    return sorted(path for path in gold.glob("*.tsv")
                  if path.with_suffix(".txt").exists() and (wanted is None or path.stem in wanted))


def counted(tables, spans, said, names):
    """{text: what it adds to the counts}"""
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        said = said or said_by(spans, [path.with_suffix(".txt") for path in tables], pathlib.Path(folder))
        for path in tables:
            text = path.with_suffix(".txt").read_bytes()
            told = said / path.name
            counts[path.stem] = compared(text, blocks_of(path, text, names),
                                         blocks_of(told, text, names) if told.exists() else {})
    return counts


def languages_in(path):
    if path is None:
        return {}
    head, *rows = [line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    name, lang = head.index("name"), head.index("lang")
    return {row[name]: row[lang] for row in rows if len(row) > max(name, lang)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--spans", type=pathlib.Path)
    parser.add_argument("--said", type=pathlib.Path)
    parser.add_argument("--names", type=pathlib.Path)
    parser.add_argument("--index")
    parser.add_argument("--map", default="")
    parser.add_argument("--resample", type=int, default=1000)
    options = parser.parse_args()
    renamed = dict(pair.split("=", 1) for pair in options.map.split(",") if pair)
    wanted = options.names.read_text(encoding="utf-8").split() if options.names else None
    tables = tables_in(options.gold, wanted)
    if not tables and options.gold.is_dir() and any(tables_in(path) for path in options.gold.iterdir() if path.is_dir()):
        print_layouts(options.gold, options.spans)
        return 0
    if not tables:
        raise Wrong(f"{options.gold}: no NAME.txt with its NAME.tsv")
    counts = counted(tables, options.spans, options.said, renamed)
    print_blocks(counts, languages_in(options.index), options.resample)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Wrong, OSError) as problem:
        sys.exit(f"accuracy: {problem}")
