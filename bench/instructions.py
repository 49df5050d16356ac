#!/usr/bin/env python3
"""instructions.py FILE...: instructions a byte of parse() over the files, under callgrind, -O2.

Prints one number. What reading the files takes is counted apart and left out.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]


def instructions(program, rounds, files, folder):
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, str(rounds), *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1]), int(done.stdout.split()[0])


with tempfile.TemporaryDirectory() as folder:
    program = f"{folder}/parse_files"
    subprocess.run([os.environ.get("CXX", "g++"), "-std=c++17", "-O2", f"-I{ROOT}/include",
                    str(ROOT / "bench/parse_files.cpp"), "-o", program], check=True, timeout=300)
    reading, size = instructions(program, 0, sys.argv[1:], folder)
    parsing, _ = instructions(program, 1, sys.argv[1:], folder)
print(f"{(parsing - reading) / size:.1f}")
