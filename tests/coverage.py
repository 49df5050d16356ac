#!/usr/bin/env python3
"""Which lines, branches and conditions of include/stet the suite reaches; fails when they are fewer than before.

    apt-get install -y clang-19 llvm-19 libclang-rt-19-dev
    cmake --preset coverage && cmake --build --preset coverage && python3 tests/coverage.py [-v]

A template is compiled many times: a line, a side of a branch or a condition counts as reached when
one of them reaches it. What runs in constant expressions only (how tables are made) is not seen: it
counts as not reached. With -v each line and each side of a branch that is not reached is printed.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
SUITE = ROOT / ".build/coverage/tests/suite"
TESTS = ["~[.]~[exhaustive]~[long]"]  # (an exclusion alone would run what is hidden)
AT_LEAST = {"lines": 93, "branches": 88.5, "conditions": 76.5}  # %, of all headers together; to be 100, 100, 95


def exported(folder):
    raw, merged = folder / "raw", folder / "merged"
    subprocess.run([SUITE, *TESTS], env={"LLVM_PROFILE_FILE": str(raw)}, stdout=subprocess.DEVNULL, timeout=1800, check=True)
    subprocess.run(["llvm-profdata-19", "merge", "-o", merged, raw], check=True)
    command = ["llvm-cov-19", "export", SUITE, f"-instr-profile={merged}", str(ROOT / "include/stet")]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["data"][0]["files"]


def counted_lines(segments):
    """For each line with code, whether a region that begins before its end is reached."""
    lines = {}
    for (line, _, count, has_count, is_entry, is_gap), after in zip(segments, segments[1:] + [None]):
        last = after[0] if after else line
        if has_count and not is_gap:
            if is_entry or line not in lines:
                lines[line] = lines.get(line, False) or count > 0
            for each in range(line + 1, last):
                lines[each] = lines.get(each, False) or count > 0
    return lines


def merged_sides(branches):
    """Each branch once, with how often each of its sides was taken in all that was compiled of it."""
    sides = collections.defaultdict(lambda: [0, 0])
    for branch in branches:
        taken = sides[tuple(branch[:4])]
        taken[0] += branch[4]
        taken[1] += branch[5]
    return sides


def merged_conditions(records):
    found = {}
    for record in records:
        conditions = record[-1]
        known = found.setdefault(tuple(record[:4]), [False] * len(conditions))
        if len(known) == len(conditions):
            found[tuple(record[:4])] = [one or other for one, other in zip(known, conditions)]
    return found


def main():
    sums = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        files = exported(pathlib.Path(name))
    print(f"{'header':<18} {'lines':>12} {'branches':>14} {'conditions':>14}")
    for file in files:
        path = pathlib.Path(file["filename"])
        text = path.read_text().splitlines()
        lines = counted_lines(file["segments"])
        sides = merged_sides(file.get("branches", []))
        conditions = merged_conditions(file.get("mcdc_records", []))
        found = {"lines": list(lines.values()), "branches": [taken > 0 for each in sides.values() for taken in each],
                 "conditions": [one for each in conditions.values() for one in each]}
        for what, reached in found.items():
            sums[what] += len(reached)
            sums["reached " + what] += sum(reached)
        print(f"{path.name:<18} " + " ".join(f"{f'{sum(reached)}/{len(reached)}':>14}" for reached in found.values()))
        if "-v" in sys.argv:
            for line in sorted(line for line, reached in lines.items() if not reached):
                print(f"  {path.name}:{line}: never reached: {text[line - 1].strip()}")
            for (line, column, *_), taken in sorted(sides.items()):
                if not all(taken):
                    print(f"  {path.name}:{line}:{column}: never {'true' if taken[0] == 0 else 'false'}: {text[line - 1].strip()}")
    few = 0
    for what, least in AT_LEAST.items():
        share = 100 * sums["reached " + what] / max(1, sums[what])
        few += share < least
        print(f"{what}: {share:.2f} %, at least {least}")
    sys.exit(bool(few))


main()
