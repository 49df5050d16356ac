#!/usr/bin/env python3
"""instructions.py [FILE...] [--way whole|put|BYTES] [--speakers] [--flags=-mavx2]: instructions a byte, -O2.

Prints one number: what stet takes for the files, under callgrind; without files, for the text of
corpus.hpp (STET_CORPUS, or a generated one). What reading the files takes is counted apart and left out.

  --check    compares the figures of instructions.tsv, over articles of this tree; fails at more than
             5 % above one. Ends with 77 (skipped) without valgrind, or when the figures are of another compiler.
  --update   writes them anew.
"""
import argparse
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = ROOT / "bench/instructions.tsv"
TEXTS = [ROOT / "examples/article.txt", *(ROOT / "tests/golden" / f"article_{name}.txt" for name in (
    "en_ferry_dense", "en_ferry_spaced", "en_ferry_wrapped", "de_damm_margin", "ru_most_dense", "ja_onsen_spaced"))]
CXX = os.environ.get("CXX", "g++")
MOST = 1.05  # times the figure
SKIPPED = 77


def compiler():
    known = subprocess.run([CXX, "-dM", "-E", "-x", "c++", os.devnull], capture_output=True, text=True, check=True,
                           timeout=60).stdout
    name = "clang" if "__clang_major__" in known else "gcc"
    major = re.search(rf"#define {'__clang_major__' if name == 'clang' else '__GNUC__'} (\d+)", known)[1]
    return f"{name} {major}, {platform.machine()}"


def options(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--way", default="whole")
    parser.add_argument("--speakers", action="store_true")
    parser.add_argument("--flags", default="", help="more flags for the compiler")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    return parser.parse_args(words)


class Counter:
    """Counts for any options; compiles once for each set of flags."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.programs = {}
        self.reading = {}

    def program(self, flags):
        if flags not in self.programs:
            made = self.programs[flags] = str(self.folder / f"parse_files{len(self.programs)}")
            subprocess.run([CXX, "-std=c++17", "-O2", *flags.split(), f"-I{ROOT}/include",
                            f'-DSTET_SOURCE_DIR="{ROOT}"', str(ROOT / "bench/parse_files.cpp"), "-o", made],
                           check=True, timeout=300)
        return self.programs[flags]

    def counted(self, rounds, given):
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self.folder}/out",
                   self.program(given.flags), str(rounds), given.way, "yes" if given.speakers else "no", *given.files]
        done = subprocess.run(command, capture_output=True, text=True, timeout=900)
        if done.returncode:
            sys.exit("\n".join(line for line in done.stderr.splitlines() if not line.startswith("==")))
        return int(re.search(r"Collected : (\d+)", done.stderr)[1]), int(done.stdout.split()[0])

    def a_byte(self, given):
        read = given.flags, *given.files
        if read not in self.reading:
            self.reading[read] = self.counted(0, given)
        reading, size = self.reading[read]
        parsing, _ = self.counted(1, given)
        return (parsing - reading) / size


def check(counter, update):
    lines = TABLE.read_text().splitlines()
    made = [f"# {compiler()}; instructions a byte over articles of this tree; instructions.py --update", lines[1]]
    if not update and lines[0] != made[0]:
        print(f"skipped: the figures are of {lines[0][2:].split(';')[0]}, not of {compiler()}")
        return SKIPPED
    failed = False
    for line in lines[2:]:
        words, figure = line.split("\t")
        given = options(words.split())
        given.files = [str(path) for path in TEXTS]
        now = counter.a_byte(given)
        more = not update and now > float(figure) * MOST
        failed |= more
        print(f"{words:25} {now:8.2f}, the table says {figure}{': more than 5 % above it' * more}", flush=True)
        if not update and now * MOST < float(figure):
            print("    more than 5 % below it: --update holds what was won")
        made.append(f"{words}\t{now:.2f}")
    if update:
        TABLE.write_text("\n".join(made) + "\n")
    return int(failed)


def main():
    given = options(sys.argv[1:])
    if not shutil.which("valgrind"):
        print("skipped: there is no valgrind")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        if given.check or given.update:
            return check(Counter(folder), given.update)
        print(f"{Counter(folder).a_byte(given):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
