#!/usr/bin/env python3
"""The firmware images of examples/firmware print, in an emulator, the outline that the host prints.

ATmega328P has no room for quotations: its outline is the same without them. A planted fault of each kind is seen:
an application that traps, one that says it is not done, one that prints something else.
"""
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "examples/firmware"))
sys.dont_write_bytecode = True
import run  # noqa: E402

ARTICLE = (ROOT / "examples/article.txt").read_bytes()
OUTLINE = (HERE / "outline.txt").read_bytes()
PLAIN = b"".join(line for line in OUTLINE.splitlines(True) if not line.startswith("  \u201c".encode()))
FAULTS = {
    "traps": ('void take(char) { __builtin_trap(); }\nbool finish() { return true; }', None),
    "is not done": ('void take(char) {}\nbool finish() { return false; }', 1),
    "prints something else": ('void take(char) {}\nbool finish() { write("x\\n", 2); return true; }', 0),
}
wrong = []


def outcome(name, application, folder):
    image = run.build(name, application, ARTICLE, folder)
    return run.run(name, image, ARTICLE)


for name, board in run.BOARDS.items():
    if run.missing(name):
        wrong.append(f"{name}: not here: {', '.join(run.missing(name))}; the README lists the packages")
        continue
    with tempfile.TemporaryDirectory() as folder:
        said = outcome(name, run.HERE / board.application, folder)
    wanted = PLAIN if name == "atmega328p" else OUTLINE
    if said != (wanted, 0):
        wrong.append(f"{name}: another outline, or the exit code {said[1]}:\n{said[0].decode(errors='replace')}")
    for fault, (code, exit_code) in FAULTS.items():
        if fault == "traps" and name.startswith("atmega"):
            continue  # its compiler calls abort(), which is not there
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "planted.cpp"
            source.write_text(f'#include "board.hpp"\n{code}\n')
            printed, ended = outcome(name, source, folder)
        if printed == wanted or (ended != exit_code if exit_code is not None else ended == 0):
            wrong.append(f"{name}: an application that {fault} is not noticed: {ended}, {printed}")
    print(f"{name}: done", flush=True)
print("\n".join(wrong) or "all print the outline of the host")
sys.exit(bool(wrong))
