#!/usr/bin/env python3
"""Each law's test is shown to fail on a planted fault: see mutants.py.

The single header is copied with one fault, the test compiled against it and run, with a time
limit. The fault must make it fail; without a fault the same test must pass (ctest shows that).
"""
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from mutants import MUTANTS

ROOT = pathlib.Path(__file__).resolve().parents[2]
CXX = os.environ.get("CXX", "g++")
SECONDS = 300  # many times what a test takes: only an endless loop reaches it


def compile_to(target, *arguments):
    subprocess.run([CXX, "-std=c++17", "-O1", *arguments, "-o", str(target)], check=True, timeout=300)


def survives(folder, number, main_object):
    law, test, fault, search, replace = MUTANTS[number]
    text = (ROOT / "include/stet.hpp").read_text()
    if text.count(search) != 1:
        return f"law {law}: '{search}' stands {text.count(search)} times in the header"
    place = folder / str(number)
    place.mkdir()
    (place / "stet.hpp").write_text(text.replace(search, replace))
    program = place / "test"
    compile_to(program, f"-I{place}", f'-DSTET_SOURCE_DIR="{ROOT}"', str(ROOT / "tests" / test), str(main_object))
    try:
        done = subprocess.run([program, "--abort"], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None  # an endless loop is a failure too
    return None if done.returncode else f"law {law}: {test} does not see: {fault}"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    main_object = folder / "main.o"
    compile_to(main_object, "-c", str(ROOT / "tests/main.cpp"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda n: survives(folder, n, main_object), range(len(MUTANTS))))
survivors = [result for result in results if result]
print("\n".join(survivors))
print(f"{len(MUTANTS)} faults planted, {len(survivors)} not seen")
sys.exit(bool(survivors))
