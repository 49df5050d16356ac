#!/usr/bin/env python3
"""Law 10: no warnings in C++17, 20 and 23 with every compiler that is here, and under hostile macros."""
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLAGS = """-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wundef
-Wcast-align -Werror -fsyntax-only -x c++""".split()
UNITS = ["portability/every_member.cpp", "portability/hostile_macros.cpp"]

compilers = [name for name in ("g++", "clang++", "clang++-19") if shutil.which(name)]
failed = 0
for compiler in compilers:
    for standard in ("c++17", "c++20", "c++2b"):
        for unit in UNITS:
            command = [compiler, f"-std={standard}", *FLAGS, f"-I{ROOT}/include", str(ROOT / "tests" / unit)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
            if done.returncode:
                print(" ".join(command), done.stderr[:2000], sep="\n")
                failed += 1
# The check can fail: a conversion that loses a sign is seen.
control = subprocess.run(["g++", "-std=c++17", *FLAGS, "-"], input="unsigned f(int i) { return i; }\n", text=True,
                         capture_output=True, timeout=60)
failed += control.returncode == 0
print(f"{', '.join(compilers)}: {failed} failed")
sys.exit(failed != 0)
