#!/usr/bin/env python3
"""What must not compile does not, and says why; its twin, which differs in one place, does."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [  # what must not compile, its twin, what the message holds
    ("#include <string>\nauto a = stet::parse(std::string(\"A word.\"));",
     "#include <string>\nstd::string s = \"A word.\"; auto a = stet::parse(s);", "owning_temporary"),
    ("#include <string>\nstd::string f(); void g() { for (auto e : stet::parse(f())) (void)e; }",
     "#include <string_view>\nstd::string_view f(); void g() { for (auto e : stet::parse(f())) (void)e; }",
     "owning_temporary"),
    ("struct l : stet::default_limits { static constexpr size_t window = 1000; }; stet::reader<l> r;",
     "struct l : stet::default_limits { static constexpr size_t window = 1040; }; stet::reader<l> r;",
     "raise window"),
    ("struct l : stet::default_limits { static constexpr size_t depth = 0; }; stet::reader<l> r;",
     "struct l : stet::default_limits { static constexpr size_t depth = 1; }; stet::reader<l> r;",
     "Limits::depth must be 1 to 15"),
    ("struct l : stet::default_limits { static constexpr size_t run = 15; }; stet::reader<l> r;",
     "struct l : stet::default_limits { static constexpr size_t run = 16; }; stet::reader<l> r;",
     "Limits::run must be 16 bytes or more"),
    ("struct l : stet::default_limits { static constexpr size_t next = 8; }; stet::reader<l> r;",
     "struct l : stet::default_limits { static constexpr size_t next = 16; }; stet::reader<l> r;",
     "Limits::next must be 16"),
    ("struct l : stet::default_limits { static constexpr size_t heading = 255; }; stet::reader<l> r;",
     "struct l : stet::default_limits { static constexpr size_t heading = 256; }; stet::reader<l> r;",
     "no more than Limits::heading"),
    ("stet::reader<> a; stet::reader<> b = a;", "stet::reader<> a; stet::reader<>& b = a;", "delete"),
]


def compile_text(text):
    command = [os.environ.get("CXX", "g++"), "-std=c++17", "-fsyntax-only", f"-I{ROOT}/include", "-x", "c++", "-"]
    done = subprocess.run(command, input=f"#include <stet.hpp>\n{text}\n", text=True, capture_output=True, timeout=60)
    return done.returncode == 0, done.stderr


failed = 0
for bad, good, message in CASES:
    compiled, errors = compile_text(bad)
    if compiled or message not in errors:
        print(f"should fail with '{message}': {bad}\n{errors[:600]}")
        failed += 1
    compiled, errors = compile_text(good)
    if not compiled:
        print(f"should compile: {good}\n{errors[:600]}")
        failed += 1
print(f"{len(CASES)} pairs, {failed} failed")
sys.exit(failed != 0)
