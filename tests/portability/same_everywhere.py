#!/usr/bin/env python3
"""The same events from every compiler, optimisation, sanitizer, width, sign of char and byte order.

trace_hash.cpp is built in each way and told the golden texts; all have to print the same number
and nothing on stderr. A way that this machine lacks something for is named and left out; with STET_WAYS=all in the
environment that is a failure. `--list` prints the ways.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = [str(path) for folder in ("tests/golden", "tests/attribution", "tests/quotations")
         for path in sorted((ROOT / folder).glob("*.txt"))] + [str(ROOT / "examples/article.txt")]
TEXTS += [str(path) for path in sorted((ROOT / "fuzz/corpus").iterdir())[:300]]
SAN = "-g1 -fno-sanitize-recover=all -fsanitize="
VALGRIND = "valgrind -q --error-exitcode=9"
WAYS = [  # compiler with its flags, what runs the program
    ("g++ -O0", ""), ("g++ -O2", ""), ("g++ -O3", ""), ("g++ -Os -funsigned-char", ""),
    ("g++ -O3 -mavx2", ""), ("g++ -O2 -m32", ""), ("g++ -O1 -m32 -funsigned-char", ""),
    ("clang++ -O0 -fsigned-char", ""), ("clang++ -O2 -funsigned-char", ""),
    ("clang++-19 -O3", ""), ("clang++-19 -Os", ""), ("clang++-19 -O2 -std=c++20", ""),
    (f"g++ -O1 {SAN}address,undefined -D_GLIBCXX_ASSERTIONS", ""),
    (f"clang++ -O1 {SAN}memory -fsanitize-memory-track-origins", ""),
    (f"clang++-19 -O1 {SAN}address,undefined,integer -fno-sanitize=unsigned-integer-overflow,unsigned-shift-base,"
     "implicit-conversion", ""),
    ("g++ -O1 -g1", VALGRIND),
    ("s390x-linux-gnu-g++ -static -O1", "qemu-s390x"),         # the other byte order, char unsigned
    ("arm-linux-gnueabihf-g++ -static -O1", "qemu-arm"),       # 32 bits, char unsigned
    ("aarch64-linux-gnu-g++ -static -O2", "qemu-aarch64"),
]


def run(command, **more):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **more)


def told(way, folder):
    """What the program prints; None where the machine lacks what it takes; else what is wrong."""
    number, (compiler, runner) = way
    build = compiler.split()
    if not shutil.which(build[0]) or (runner and not shutil.which(runner.split()[0])):
        return None
    if "-mavx2" in build and "avx2" not in pathlib.Path("/proc/cpuinfo").read_text():
        return None
    program = f"{folder}/{number}"
    probe = run([*build, "-x", "c++", "-", "-o", program], input="#include <vector>\nint main() {}\n")
    if probe.returncode:  # no library for it: -m32 without g++-12-multilib
        return None
    standard = [] if "-std" in compiler else ["-std=c++17"]
    done = run([*build, *standard, f"-I{ROOT}/include", str(ROOT / "tests/portability/trace_hash.cpp"), "-o", program])
    if done.returncode == 0:
        done = run([*runner.split(), program, *TEXTS])
    return done.stdout.strip() if done.returncode == 0 and not done.stderr else f"FAILED\n{done.stderr[-2000:]}"


if "--list" in sys.argv:
    print("\n".join(f"{compiler}  {runner}" for compiler, runner in WAYS))
    sys.exit()
with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
    results = list(pool.map(lambda way: told(way, folder), enumerate(WAYS)))
    less = run([f"{folder}/0", *TEXTS[1:]]).stdout.strip()  # the check can fail: a text less, another number
for (compiler, runner), result in zip(WAYS, results):
    print(f"{result or 'not here, left out'}  {compiler}  {runner}")
there = [result for result in results if result]
same = len(set(there)) == 1 and "FAILED" not in there[0] and less != there[0]
enough = len(there) == len(WAYS) or os.environ.get("STET_WAYS") != "all"
print(f"{len(there)} ways, {len(WAYS) - len(there)} left out, {len(TEXTS)} texts: {'the same' if same else 'NOT the same'}"
      f"{'' if enough else ', and all ways are asked for'}")
sys.exit(not (same and enough))
