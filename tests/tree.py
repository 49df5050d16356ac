#!/usr/bin/env python3
"""The tree: ASCII sources, a test for each header, short examples, nothing else at the top."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
FOLDERS = {"include", "tests", "bench", "examples", "fuzz"}
FILES = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "idf_component.yml", "library.json",
         "library.properties"}
MADE = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}  # by the README's commands
wrong = []


def expect(condition, message):
    if not condition:
        wrong.append(message)


for path in ROOT.iterdir():
    if path.name in MADE:
        continue
    expect(not path.is_dir() or path.name.startswith(".") or path.name in FOLDERS, f"a folder at the top: {path.name}")
    expect(path.is_dir() or path.name.startswith(".") or path.name in FILES, f"a file at the top: {path.name}")
for folder in FOLDERS:
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in (".hpp", ".cpp", ".py", ".cmake"):
            expect(path.read_bytes().isascii(), f"not ASCII: {path.relative_to(ROOT)}")
headers = {path.stem: path for path in (ROOT / "include/stet").glob("*.hpp")}
for stem, path in headers.items():
    text = path.read_text()
    expect((ROOT / "tests" / f"{stem}.cpp").exists(), f"no test for {stem}.hpp")
    expect(f"#ifndef STET_{stem.upper()}_HPP\n" in text, f"another guard in {stem}.hpp")
    expect(text.startswith("// SPDX-License-Identifier: MIT\n"), f"no licence line in {stem}.hpp")
    defined = {line.split()[1].split("(")[0] for line in text.splitlines() if line.startswith("#define ")}
    undefined = {line.split()[1] for line in text.splitlines() if line.startswith("#undef ")}
    macros = defined - undefined - {f"STET_{stem.upper()}_HPP"}
    expect(all(name.startswith("STET_") for name in macros), f"macros of other names in {stem}.hpp: {macros}")
for path in (ROOT / "examples").glob("*.cpp"):
    expect(len(path.read_text().splitlines()) <= 60, f"over 60 lines: {path.name}")
expect(len((ROOT / "tests/single_header/amalgamate.py").read_text().splitlines()) <= 60, "over 60 lines: amalgamate.py")
print("\n".join(wrong) or f"{len(headers)} headers, each with its test")
sys.exit(bool(wrong))
