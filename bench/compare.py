#!/usr/bin/env python3
"""compare.py BUILD_DIR: measures stet beside other parsers and prints tables of speeds and ratios.

BUILD_DIR is where the preset `bench` was built. All that is compared is run in one process a turn,
in random order, for nine rounds or more; a figure is the median of its rounds, "spread" the middle
half of them. STET_CORPUS names a text or a folder of .txt files; without it the text is generated.

  --rounds N         at least nine, in turns of three of each program
  --largest          an article of 1 GB, too
  --no-instructions  without callgrind, which takes minutes
  --svg FILE         draws the first table
  --readme           prints the fragment of the README: fewer rows, and the picture
"""
import argparse
import html
import json
import math
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

import instructions

SETS = {"baseline": "", "avx2": "-mavx2"}
OTHERS = {"memcpy": "memcpy", "memchr": "memchr, newlines", "md4c": "md4c, empty callbacks",
          "cmark": "cmark, to a tree", "expat": "expat, blocks in `<p>`", "icu": "ICU, sentences",
          "re2": "RE2, quoted spans", "pcre2": "PCRE2 with JIT, quoted spans"}
WAYS = {"whole": "whole", "64KB": "pieces of 64 KB", "4KB": "pieces of 4 KB", "64B": "pieces of 64 bytes",
        "1B": "pieces of 1 byte", "put": "put(), byte by byte"}
SHOWN = ["whole", "4KB", "64B", "put"]  # in the picture and the README
COUNTED = {"whole": "whole", "64B": "64", "put": "put"}  # by callgrind
SIZES = ["1KB", "1MB", "64MB", "1GB"]


class Speeds:
    """Bytes a second of each benchmark, by set and name."""

    def __init__(self, build):
        self.build = pathlib.Path(build)
        self.rounds = {}
        self.memory = {}
        self.failed = {}
        self.context = {}
        known = pathlib.Path("/proc/cpuinfo")
        flags = known.read_text() if known.exists() else ""
        self.sets = [name for name in SETS if self.program(name).exists() and (name != "avx2" or " avx2" in flags)]
        if "baseline" not in self.sets:
            sys.exit(f"compare.py: {self.program('baseline')}: byte 0: is not there; build the preset bench")

    def program(self, name):
        return self.build / "bench" / f"speed_{name}"

    def run(self, of, wanted, rounds, *options):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "out.json"
            done = subprocess.run([self.program(of), f"--benchmark_filter={wanted}", f"--benchmark_out={out}",
                                   "--benchmark_out_format=json", f"--benchmark_repetitions={rounds}",
                                   "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.02",
                                   *options],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=3600)
            if done.returncode:
                sys.exit(done.stderr)
            told = json.loads(out.read_text())
        self.context = told["context"]
        for one in told["benchmarks"]:
            if one["run_type"] != "iteration":
                continue
            if one.get("error_occurred"):
                self.failed[one["run_name"]] = one["error_message"]
                continue
            self.rounds.setdefault((of, one["run_name"]), []).append(one["bytes_per_second"])
            if "peak_kB" in one:
                self.memory[one["run_name"]] = max(one["peak_kB"], self.memory.get(one["run_name"], 0))

    def has(self, name, of="baseline"):
        return (of, name) in self.rounds

    def speed(self, name, of="baseline"):
        return statistics.median(self.rounds[of, name])

    def quartiles(self, name, of="baseline"):
        low, _, high = statistics.quantiles(self.rounds[of, name], n=4)
        return low, high

    def spread(self, name, of="baseline"):
        low, high = self.quartiles(name, of)
        return f"{100 * (high - low) / self.speed(name, of):.0f} %"

    def times(self, name, other, of="baseline"):
        if not self.has(other, of):
            return "-"
        return f"{self.speed(name, of) / self.speed(other, of):.3g}"


def megabytes(speed):
    return f"{speed / 1e6:,.0f}" if speed >= 1e7 else f"{speed / 1e6:.1f}"


def share(part, whole):
    return f"{100 * part / whole:.0f} %"


def table(head, rows):
    return "\n".join(["| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *rows]]) + "\n"


def count_instructions(sets):
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        counter = instructions.Counter(folder)
        for name in sets:
            for way, given in COUNTED.items():
                for speakers in ("", "+speakers"):
                    words = ["--way", given, f"--flags={SETS[name]}", *(["--speakers"] if speakers else [])]
                    counts[name, speakers, way] = f"{counter.a_byte(instructions.options(words)):.1f}"
    return counts


def main_table(of, counts, ways):
    rows = []

    def add(text, name, of_set, parts, counted="-"):
        rows.append([text, megabytes(of.speed(name, of_set)), of.times(name, "memchr", of_set),
                     of.times(name, "md4c", of_set), of.times(name, "icu", of_set), parts, counted,
                     of.spread(name, of_set)])

    for name in of.sets:
        for speakers in ("", "+speakers"):
            for way in ways:
                bench, text = f"stet{speakers}/{way}", WAYS[way]
                parts = share(of.speed(bench, name), of.speed(f"stet{speakers}/whole", name))
                add(f"stet{' and who said it' if speakers else ''}, {text}, {name}", bench, name, parts,
                    counts.get((name, speakers, way), "-"))
    for name, text in OTHERS.items():
        if of.has(name):
            add(text, name, "baseline", "-")
    return table(["what", "MB/s", "x memchr", "x md4c", "x ICU", "of whole", "instructions/B", "spread"], rows)


def texts_table(of):
    rows = []
    for bench in sorted(name for of_set, name in of.rounds if of_set == "baseline"):
        group, _, text = bench.partition("/")
        if group not in ("layout", "script"):
            continue
        said = bench.replace(group, f"{group}+speakers")
        rows.append([text, *(cell for name in of.sets for cell in (
            megabytes(of.speed(bench, name)), share(of.speed(bench, name), of.speed("stet/whole", name)),
            megabytes(of.speed(said, name))))])
    head = [cell for name in of.sets for cell in (f"MB/s, {name}", "of the main text", "and who said it")]
    return table(["text, whole", *head], rows)


def families_table(of, most):
    rows = []
    for name in of.sets:
        for speakers in ("", "+speakers"):
            group = f"family{speakers}/"
            slowest = sorted((of.speed(bench, name), bench) for of_set, bench in of.rounds
                             if of_set == name and bench.startswith(group))[:most]
            for speed, bench in slowest:
                rows.append([f"{bench[len(group):]}{', and who said it' if speakers else ''}, {name}", megabytes(speed),
                             f"{of.speed(f'stet{speakers}/whole', name) / speed:.2f} times slower"])
    return table(["slowest families", "MB/s", "than the main text"], rows)


def growth_table(of):
    rows = []
    for size in SIZES:
        plain, said = f"growth/{size}", f"growth+speakers/{size}"
        if of.has(plain):
            rows.append([size, f"{1e9 / of.speed(plain):.2f}", f"{1e9 / of.speed(said):.2f}",
                         f"{max(of.memory[plain], of.memory[said]):,.0f}"])
    return table(["one article of", "ns/B", "and who said it", "peak kB, with the corpus"], rows)


def picture(of, about):
    """Speeds on a logarithmic axis: a dot a program, a line over the middle half of its rounds."""
    rows = [(text.replace("`", ""), name, "baseline", "#888") for name, text in OTHERS.items() if of.has(name)]
    for name in of.sets:
        rows += [(f"stet, {WAYS[way]}, {name}", f"stet/{way}", name, "#c2410c") for way in SHOWN]
        rows.append((f"stet and who said it, whole, {name}", "stet+speakers/whole", name, "#c2410c"))
    rows.sort(key=lambda row: -of.speed(row[1], row[2]))
    exponents = range(0, 6)  # 1 MB/s to 100 GB/s
    left, width, step, top = 270, 440, 22, 40
    height = top + step * len(rows) + 62

    def x(speed):
        return left + width * min(max(math.log10(speed / 1e6), 0), exponents[-1]) / exponents[-1]

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 70} {height}" '
           'font-family="sans-serif" font-size="13">', "<title>Speed of stet and of other parsers</title>",
           '<rect width="100%" height="100%" fill="#fff"/>',
           '<text x="12" y="22" font-weight="bold">Megabytes a second, logarithmic; farther right is faster</text>']
    for exponent in exponents:
        at = x(10.0 ** exponent * 1e6)
        out.append(f'<line x1="{at:.1f}" y1="{top - 6}" x2="{at:.1f}" y2="{height - 54}" stroke="#ddd"/>')
        out.append(f'<text x="{at:.1f}" y="{height - 40}" text-anchor="middle" fill="#555">{10 ** exponent:,}</text>')
    for number, (text, name, of_set, colour) in enumerate(rows):
        y = top + step * number + 8
        low, high = of.quartiles(name, of_set)
        speed = of.speed(name, of_set)
        out.append(f'<text x="{left - 10}" y="{y + 4}" text-anchor="end" fill="{colour.replace("#888", "#333")}">'
                   f"{html.escape(text)}</text>")
        out.append(f'<line x1="{x(low):.1f}" y1="{y}" x2="{x(high):.1f}" y2="{y}" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<circle cx="{x(speed):.1f}" cy="{y}" r="4.5" fill="{colour}"/>')
        out.append(f'<text x="{max(x(speed), x(high)) + 9:.1f}" y="{y + 4}" fill="#333">{megabytes(speed)}</text>')
    for number, line in enumerate(about):
        out.append(f'<text x="12" y="{height - 22 + 14 * number}" font-size="11" fill="#555">'
                   f"{html.escape(line)}</text>")
    return "\n".join(out + ["</svg>"]) + "\n"


def machine():
    known = pathlib.Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", known.read_text() if known.exists() else "")
    return model[1] if model else platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--largest", action="store_true")
    parser.add_argument("--no-instructions", action="store_true")
    parser.add_argument("--svg")
    parser.add_argument("--readme", action="store_true")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    of = Speeds(given.build)
    for turn in range(max(3, (given.rounds + 2) // 3)):
        for name in of.sets:
            print(f"compare.py: turn {turn + 1}, {name}", file=sys.stderr)
            of.run(name, "-^growth", 3)
    largest = ["--largest"] if given.largest else []
    for size in SIZES[:4 if given.largest else 3]:  # a process each: the peak is its own
        for group in ("growth", r"growth\+speakers"):
            print(f"compare.py: an article of {size}", file=sys.stderr)
            of.run("baseline", f"^{group}/{size}$", 1 if size == "1GB" else 3, *largest)
    for name, why in of.failed.items():
        print(f"compare.py: left out {name}: {why}", file=sys.stderr)
    counts = {} if given.no_instructions else count_instructions(of.sets)

    corpus, others = of.context["corpus"], of.context["others"]
    where = f"{machine()}; {of.context['compiler']}; {of.context['date'][:10]}"
    if load > 0.5:
        where += f"; noisy: the load was {load:.1f}"
    if given.svg:
        pathlib.Path(given.svg).write_text(picture(of, [where, corpus.partition(';')[0]]))
    if given.readme:
        print("![Speeds on a logarithmic axis; the table below has them](bench/speed.svg)\n")
    print(f"{where}. The text is {corpus}. Beside {others}.\n")
    print("\n".join([main_table(of, counts, SHOWN if given.readme else WAYS), texts_table(of), growth_table(of),
                     families_table(of, 1 if given.readme else 3)]), end="")
    return int(bool(of.failed))


if __name__ == "__main__":
    sys.exit(main())
