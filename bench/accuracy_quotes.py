#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How right a parser is about the quotations of a folder of gold, and about who said them.

    accuracy_quotes.py GOLD [--spans PROGRAM | --said FOLDER] [--german] [--resample 1000]

GOLD has NAME.txt and NAME.tsv, tab-separated lines with byte offsets:
    quote ID begin end direct|unattributed [full|mixed]
    speaker ID begin end     altspeaker ID begin end     cue ID begin end
    ignore - begin end       counts neither way
What is said of it comes from PROGRAM (examples/spans, built by the way if none is named) or stands in
FOLDER as NAME.tsv.

Quotations of several paragraphs are compared paragraph by paragraph, marks and blanks at their ends
left out. Speakers are asked of the direct ones whose speaker the gold names in the paragraph: a head is
the last word of the name before its description. "near or carried" takes the sure ones alone. Intervals
hold 95 % of the figures when the texts are drawn again with replacement. Needs nothing but Python.
"""
import argparse
import collections
import pathlib
import random
import re
import sys
import tempfile

from accuracy import Wrong, said_by

MARKS = "\"'` \t\r\n" + "".join(map(chr, (
    0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2039, 0x203A, 0x2018, 0x2019, 0x201A, 0x201B, 0x00B4,
    0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0xFF02, 0x00A0, 0x200B, 0x200E, 0x200F, 0x2009, 0x200A,
    0x202F, 0xFEFF, 0x3000)))
SIGNS = MARKS + ".,;:!?-\u2013\u2014\u2015()[]\u2026"
WORD = re.compile(r"\w+(?:[-'\u2019.]\w+)*", re.U)
DESCRIPTION = re.compile(r",|\(|\s[\u2013\u2014\u2015-]+\s|\s(?:who|whom|which|that|of|for|from|at|in|on|with|whose|and)\s")


def trimmed(text, extent, signs=MARKS):
    begin, end = extent
    inside = text[begin:end].decode()
    begin += len(inside[:len(inside) - len(inside.lstrip(signs))].encode())
    return begin, end - len(inside[len(inside.rstrip(signs)):].encode()) if inside.strip(signs) else begin


def paragraphs(text, extent):
    """The extent, cut at line ends, without marks and blanks."""
    begin = extent[0]
    for piece in text[extent[0]:extent[1]].split(b"\n"):
        part = trimmed(text, (begin, begin + len(piece)))
        if part[0] < part[1]: yield part
        begin += len(piece) + 1


def head(text, extent):
    words = text[extent[0]:extent[1]].decode().strip(SIGNS)
    found = DESCRIPTION.search(words)
    name = WORD.findall(words[:found.start()] if found and found.start() else words) or WORD.findall(words) or [""]
    return re.sub("['\u2019]s$", "", name[-1].lower())


def shared(one, other):
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def rows_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if cells[0] in ("quote", "speaker", "altspeaker", "cue", "ignore"): yield number, cells


def gold_of(path):
    quotes, ignored = {}, []
    for number, cells in rows_of(path):
        try:
            extent = int(cells[2]), int(cells[3])
            if cells[0] == "quote":
                quotes[cells[1]] = {"at": extent, "class": cells[4], "part": (cells[5:] or [""])[0], "speaker": [],
                                    "altspeaker": [], "cue": []}
            elif cells[0] == "ignore":
                ignored.append(extent)
            else:
                quotes[cells[1]][cells[0]].append(extent)
        except (ValueError, IndexError, KeyError):
            raise Wrong(f"{path}:{number}: no row of this table: {' '.join(cells)}") from None
    return quotes.values(), ignored


def said_of(path, size):
    for number, cells in rows_of(path):
        try:
            extents = [(int(cells[at]), int(cells[at + 1])) for at in (1, 4, 6)]
            if any(begin > end or end > size for begin, end in extents): raise ValueError
            at, speaker, cue = (extent if extent[0] >= 0 else None for extent in extents)
            yield {"at": at, "class": cells[3], "speaker": speaker, "cue": cue, "evidence": cells[9]}
        except (ValueError, IndexError):
            raise Wrong(f"{path}:{number}: no quotation of the text: {' '.join(cells)}") from None


def compared(text, gold, ignored, said):
    """What one text adds to the counts."""
    found = collections.Counter()
    wanted = [(part, quote) for quote in gold for part in paragraphs(text, quote["at"])]
    extents = {part for part, _ in wanted}
    told = []
    for quote in said:
        for part in paragraphs(text, quote["at"]):
            size = part[1] - part[0]
            unasked = part not in extents and not any(2 * shared(part, one) >= size for one in extents)
            if not (unasked and 2 * sum(shared(part, one) for one in ignored) >= size): told.append((part, quote))
    pairs = sorted((-shared(one, other) / (one[1] - one[0] + other[1] - other[0] - shared(one, other)), i, k)
                   for i, (one, _) in enumerate(wanted) for k, (other, _) in enumerate(told) if shared(one, other))
    match = {}
    for likeness, i, k in pairs:
        if -likeness >= .5 and i not in match and k not in match.values(): match[i] = k
    exact = {(part, quote["class"]) for part, quote in told}
    found["spans", "gold"], found["spans", "said"] = len(wanted), len(told)
    found["spans", "right"] = sum(part in {part for part, _ in told} for part, _ in wanted)
    found["direct, exact", "gold"] = sum(quote["class"] == "direct" for _, quote in wanted)
    found["direct, exact", "said"] = sum(quote["class"] == "direct" for _, quote in told)
    found["direct, exact", "right"] = sum(quote["class"] == "direct" and (part, "direct") in exact for part, quote in wanted)
    for i, (part, quote) in enumerate(wanted):
        answer = told[match[i]][1] if i in match else None
        if answer:
            found["unattributed, matched", "gold"] += quote["class"] == "unattributed"
            found["unattributed, matched", "said"] += answer["class"] == "unattributed"
            found["unattributed, matched", "right"] += quote["class"] == answer["class"] == "unattributed"
        if quote["class"] != "direct":
            if answer:
                found["unattributed with a speaker", "gold"] += 1
                found["unattributed with a speaker", "right"] += answer["speaker"] is not None
            continue
        begin, end = text.rfind(b"\n", 0, part[0]) + 1, text.find(b"\n", part[1])
        inside = lambda extents: any(begin <= one[0] and one[1] <= (end if end >= 0 else len(text)) for one in extents)
        for scope in (quote["part"], "any"):
            if inside(quote["speaker"]): speakers(found, text, quote, answer, scope)
            if inside(quote["cue"]):
                found[f"cue, {scope}, overlap", "gold"] += 1
                if answer and answer["cue"]:
                    found[f"cue, {scope}, overlap", "said"] += 1
                    found[f"cue, {scope}, overlap", "right"] += any(shared(answer["cue"], one) for one in quote["cue"])
    return found


def speakers(found, text, quote, answer, scope):
    names = [trimmed(text, one, SIGNS) for one in quote["speaker"] + quote["altspeaker"]]
    for which in ("head", "exact", "head, near or carried"):
        row = f"speaker, {scope}, {which}"
        found[row, "gold"] += 1
        if not answer or not answer["speaker"]: continue
        if which.endswith("carried") and answer["evidence"] not in ("near", "carried"): continue
        is_ = trimmed(text, answer["speaker"], SIGNS)
        right = is_ in names if which == "exact" else head(text, is_) in {head(text, one) for one in names}
        found[row, "said"] += 1
        found[row, "right"] += right


def rates(counts, row):
    right, said, gold = (counts[row, of] for of in ("right", "said", "gold"))
    precision, recall = (100 * right / max(1, of) for of in (said, gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def print_table(counts, times):
    total = sum(counts, collections.Counter())
    draw = random.Random(1)
    drawn = [sum(draw.choices(counts, k=len(counts)), collections.Counter()) for _ in range(times)]
    print("| % | precision | recall | F1 | of gold |\n|---|---|---|---|---|")
    for row in sorted({row for row, _ in total}, key=lambda row: (not row.startswith(("spans", "direct", "unattributed")), row)):
        cells = []
        for which, figure in enumerate(rates(total, row)):
            among = sorted(rates(one, row)[which] for one in drawn)
            ends = f" ({among[len(among) // 40]:.1f}-{among[-1 - len(among) // 40]:.1f})" if among else ""
            cells.append("-" if total[row, "said"] == 0 and which != 1 else f"{figure:.2f}{ends}")
        print(f"| {row} | {' | '.join(cells)} | {total[row, 'gold']} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--spans", type=pathlib.Path)
    parser.add_argument("--said", type=pathlib.Path)
    parser.add_argument("--german", action="store_true")
    parser.add_argument("--resample", type=int, default=1000)
    options = parser.parse_args()
    texts = sorted(path for path in options.gold.glob("*.txt") if path.with_suffix(".tsv").exists())
    if not texts: raise Wrong(f"{options.gold}: no NAME.txt with its NAME.tsv")
    with tempfile.TemporaryDirectory() as folder:
        out = options.said or said_by(options.spans, texts, pathlib.Path(folder), *["--german"] * options.german)
        counts = []
        for path in texts:
            text = path.read_bytes()
            said = list(said_of(out / f"{path.stem}.tsv", len(text)))
            counts.append(compared(text, *gold_of(path.with_suffix(".tsv")), said))
    print_table(counts, options.resample)


if __name__ == "__main__":
    try:
        main()
    except (Wrong, OSError) as problem:
        sys.exit(f"accuracy_quotes: {problem}")
