#!/usr/bin/env python3
"""What must not compile does not, and says why; its twin, which differs in one place, does."""
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [  # what must not compile, its twin, what the message holds
    ("#include <string>\nauto a = stet::parse(std::string(\"A word.\"));",
     "#include <string>\nstd::string s = \"A word.\"; auto a = stet::parse(s);", "owning_temporary"),
    ("#include <string>\nstd::string f(); void g() { for (auto e : stet::parse(f())) (void)e; }",
     "#include <string_view>\nstd::string_view f(); void g() { for (auto e : stet::parse(f())) (void)e; }",
     "owning_temporary"),
    ("stet::reader<> a; stet::reader<> b = a;", "stet::reader<> a; stet::reader<>& b = a;", "delete"),
    ("stet::reader<> a, b; void f() { a = b; }", "stet::reader<> a, b; void f() { a.restart(); }", "delete"),
    ("stet::reader<> a; auto l = stet::attribute(a); auto k = l;",
     "stet::reader<> a; auto l = stet::attribute(a); auto& k = l;", "delete"),
    ("struct l : stet::default_limits { static constexpr size_t depth = 0; }; auto a = stet::parse<l>(\"A word.\");",
     "struct l : stet::default_limits { static constexpr size_t depth = 1; }; auto a = stet::parse<l>(\"A word.\");",
     "Limits::depth must be 1 to 15"),
]
BOUNDS = [  # of Limits: what is refused, the nearest that is not, and what the message holds
    ("heading = 15, run = 16", "heading = 16, run = 16", "Limits::heading must be 16 to 4096 bytes"),
    ("heading = 4097, window = 9000", "heading = 4096, window = 9000", "Limits::heading must be 16 to 4096 bytes"),
    ("next = 15", "next = 16", "Limits::next must be 16 to 4096 bytes"),
    ("next = 4097, window = 9000", "next = 4096, window = 9000", "Limits::next must be 16 to 4096 bytes"),
    ("run = 15", "run = 16", "Limits::run must be 16 bytes or more"),
    ("run = 321", "run = 320", "no more than Limits::heading"),
    ("heading = 255", "heading = 256", "no more than Limits::heading"),
    ("depth = 0", "depth = 1", "Limits::depth must be 1 to 15"),
    ("depth = 16", "depth = 15", "Limits::depth must be 1 to 15"),
    ("before = 15", "before = 16", "Limits::before and Limits::after must be 16 to 4096 bytes"),
    ("before = 4097", "before = 4096", "Limits::before and Limits::after must be 16 to 4096 bytes"),
    ("after = 15", "after = 16", "Limits::before and Limits::after must be 16 to 4096 bytes"),
    ("after = 4097", "after = 4096", "Limits::before and Limits::after must be 16 to 4096 bytes"),
    ("window = 1039", "window = 1040", "Limits::window must hold the look-ahead"),
    ("window = 0x80000000", "window = 0x7fffffff", "Limits::window must be below 2 GiB"),
]
LIMITS = "struct l : stet::default_limits {{ static constexpr size_t {}; }}; size_t size = sizeof(stet::reader<l>);"
CASES += [(LIMITS.format(bad), LIMITS.format(good), message) for bad, good, message in BOUNDS]
# Each sentence of limits.hpp is asked for above.
SAID = re.findall(r'"(stet: Limits::[^"]*)"', (ROOT / "include/stet/limits.hpp").read_text())


def compile_text(text):
    command = [os.environ.get("CXX", "g++"), "-std=c++17", "-fsyntax-only", f"-I{ROOT}/include", "-x", "c++", "-"]
    done = subprocess.run(command, input=f"#include <stet.hpp>\n{text}\n", text=True, capture_output=True, timeout=60)
    return done.returncode == 0, done.stderr


def fails(case):
    bad, good, message = case
    wrong = []
    compiled, errors = compile_text(bad)
    if compiled or message not in errors:
        wrong.append(f"should fail with '{message}': {bad}\n{errors[:600]}")
    compiled, errors = compile_text(good)
    if not compiled:
        wrong.append(f"should compile: {good}\n{errors[:600]}")
    return wrong


with ThreadPoolExecutor(os.cpu_count()) as pool:
    wrong = [each for some in pool.map(fails, CASES) for each in some]
wrong += [f"no case for: {said}" for said in SAID if not any(case[2] in said for case in CASES)]
print("\n".join(wrong + [f"{len(CASES)} pairs, {len(wrong)} wrong"]))
sys.exit(bool(wrong))
