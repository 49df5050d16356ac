#!/usr/bin/env python3
"""Each law's test is shown to fail on a planted fault: see mutants.py.

The single header is copied with one fault, the test compiled against it and run, with a time
limit. The fault must make it fail; without a fault the same test must pass (ctest shows that).
A test with ": " behind its name has to say what stands there: a script, which is given the copy, a
fuzz target, which is given its corpus, or a unit that must not compile though the header does.
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
    test, _, said = test.partition(": ")
    if said:
        if test.endswith(".py"):
            command = [sys.executable, ROOT / "tests" / test]
        elif test.startswith("fuzz/"):
            compile_to(program, f"-I{place}", f"-I{ROOT}/tests", f'-DSTET_SOURCE_DIR="{ROOT}"',
                       str(ROOT / test), str(ROOT / "fuzz/replay.cpp"))
            command = [program, ROOT / "fuzz/corpus"]
        else:
            compile_to(program, f"-I{place}", f"-I{ROOT}/include", "-c",
                       str(ROOT / "tests/portability/hostile_macros.cpp"))
            command = [CXX, "-std=c++17", f"-I{place}", f"-I{folder}", f'-DSTET_SOURCE_DIR="{ROOT}"', "-c",
                       ROOT / "tests" / test, "-o", os.devnull]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS,
                              env=dict(os.environ, STET_INCLUDE=str(place)))
        seen = done.returncode and said in done.stdout + done.stderr
        return None if seen else f"law {law}: {test} does not say '{said}': {fault}\n{done.stdout}{done.stderr[-1000:]}"
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
    subprocess.run([sys.executable, ROOT / "tests/bytes_of.py", ROOT / "examples/article.txt",
                    folder / "article_bytes.inc"], check=True, timeout=60)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda n: survives(folder, n, main_object), range(len(MUTANTS))))
survivors = [result for result in results if result]
print("\n".join(survivors))
print(f"{len(MUTANTS)} faults planted, {len(survivors)} not seen")
sys.exit(bool(survivors))
