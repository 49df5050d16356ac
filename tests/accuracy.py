#!/usr/bin/env python3
"""accuracy.py SHARED SPANS: measures examples/spans over the gold beside the checkout.

Not part of ctest: the gold is not part of the project. Prints each figure with its gate and
fails below it; compares what is told in pieces with what is told whole, over all of the gold.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

SHARED, SPANS = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
CORPUS, TOOLS = SHARED / "corpus", SHARED / "tools"
MAP = ["--gold-map", "block_quote=paragraph", "--map", "block_quote=paragraph"]
failed = 0


def gate(name, figure, least):
    global failed
    failed += figure < least
    print(f"{name:<44}{figure:8.4f}   at least {least}{'' if figure >= least else '   BELOW'}")


def tell(folder, out, *options):
    out.mkdir(parents=True)
    texts = sorted(map(str, folder.glob("*.txt")))
    subprocess.run([SPANS, *options, "--out", out, *texts], check=True, timeout=900)


def score(tool, *arguments):
    done = subprocess.run([sys.executable, TOOLS / tool, *map(str, arguments)], capture_output=True, text=True, timeout=900)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def figures(said, row):
    """The numbers of a row: of spans and classes P, R, F1; of speakers P, R, accuracy, count."""
    return [float(one) for one in re.search(re.escape(row) + r" +([\d. ]+)", said)[1].split()]


with tempfile.TemporaryDirectory() as name:
    out = pathlib.Path(name)
    for corpus, least in (("fundus", 0.86), ("readability", 0.64)):
        for layout, boundary in (("dense", 0.998), ("spaced", 0.998), ("wrapped", 0.985)):
            folder = CORPUS / "blocks" / corpus / layout
            tell(folder, out / corpus / layout)
            said = score("score_blocks.py", folder, out / corpus / layout, *([] if layout == "wrapped" else MAP))
            gate(f"{corpus}, {layout}: boundary F1", float(re.search(r"boundary .* F1 ([\d.]+)", said)[1]), boundary)
            heading = float(re.search(r"heading +[\d.]+ +[\d.]+ +([\d.]+) ", said)[1])
            if layout == "dense":
                gate(f"{corpus}, {layout}: heading F1", heading, least)
    for corpus in ("polnear-dev", "polnear-train"):
        folder = CORPUS / "quotes" / corpus
        tell(folder, out / corpus)
        said = score("score_quotes.py", folder, out / corpus)
        gate(f"{corpus}: quotation spans, exact F1", float(re.search(r"all quotations, exact +[\d.]+ +[\d.]+ +([\d.]+)", said)[1]), 99)
        whole, mixed = figures(said, "full para head"), figures(said, "mixed para head")
        gate(f"{corpus}: speakers of full quotations, head R", whole[1], 93)
        gate(f"{corpus}: the same, head P", whole[0], 96.5)
        gate(f"{corpus}: the same, exact R", figures(said, "full para exact")[1], 90)
        both = (whole[1] * whole[3] + mixed[1] * mixed[3]) / (whole[3] + mixed[3])
        gate(f"{corpus}: speakers, full and mixed, head R", both, 85.5)
        gate(f"{corpus}: direct, exact F1", figures(said, "direct only, exact")[2], 96.7)
        gate(f"{corpus}: unattributed F1", figures(said, "unattributed|matched")[2], 60)
        given, of = map(int, re.search(r"unattributed quotations: (\d+) of (\d+)", said).groups())
        gate(f"{corpus}: unattributed without speaker, %", 100 - 100 * given / of, 65)
        gate(f"{corpus}: cue of full quotations, overlap R", figures(said.split("CUE")[1], "full overlap")[1], 94)
    for corpus, options, recall, precision in (("litbank-dev", [], 80, 0), ("dewiki-train", ["--german"], 70, 88)):
        folder = CORPUS / "quotes" / corpus
        tell(folder, out / corpus, *options)
        said = figures(score("score_quotes.py", folder, out / corpus), "any para head")
        gate(f"{corpus}: speakers, head R", said[1], recall)
        gate(f"{corpus}: speakers, head P", said[0], precision)
    folders = sorted({path.parent for path in CORPUS.rglob("*.txt") if (path.with_suffix(".tsv")).exists()})
    for number, folder in enumerate(folders):
        tell(folder, out / "whole" / str(number))
        for size in ("1", "7", "64"):
            pieces = out / f"pieces{size}" / str(number)
            tell(folder, pieces, "--chunk", size)
            same = subprocess.run(["diff", "-rq", out / "whole" / str(number), pieces], capture_output=True, text=True)
            failed += same.returncode
            print(same.stdout, end="")
    print(f"{len(folders)} folders of gold told the same in pieces of 1, 7 and 64 bytes" if not failed else "")
sys.exit(failed != 0)
