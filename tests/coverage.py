#!/usr/bin/env python3
"""Which lines, branches and conditions of include/stet the suite reaches; fails when they are too few.

    apt-get install -y clang-19 llvm-19 libclang-rt-19-dev
    cmake --preset coverage && cmake --build --preset coverage && python3 tests/coverage.py [-v]

A template is compiled many times: a line, a side of a branch or a condition counts as reached when
one of them reaches it. What is decided when compiling (a lexicon's grammar, the size of a pointer) has
no sides: llvm-cov says "Folded - Ignored", and so does this. What cannot be reached stands in
coverage.tsv with the reason; an exception that is reached, or no longer there, is a failure too.
With -v each line and each side of a branch that is not reached is printed, -vv: and each condition.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
SUITE = ROOT / ".build/coverage/tests/suite"
TESTS = ["~[.]~[exhaustive],[offsets]"]  # (what is hidden has to be named)
AT_LEAST = {"lines": 100, "branches": 100, "conditions": 95}  # %, of all headers together


def cov(how, merged, *more):
    command = ["llvm-cov-19", how, SUITE, f"-instr-profile={merged}", str(ROOT / "include/stet"), *more]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def measured(folder):
    """What llvm-cov exports of each header, and the places of its branches that are decided when compiling."""
    raw, merged = folder / "raw", folder / "merged"
    subprocess.run([SUITE, *TESTS], env={"LLVM_PROFILE_FILE": str(raw)}, stdout=subprocess.DEVNULL, timeout=1800, check=True)
    subprocess.run(["llvm-profdata-19", "merge", "-o", merged, raw], check=True)
    folded, header = collections.defaultdict(set), None
    for line in cov("show", merged, "-show-branches=count", "-show-instantiations=0").splitlines():
        name = re.match(r"(/.*\.hpp):$", line)
        header = name[1] if name else header
        found = re.search(r"Branch \((\d+):(\d+)\): \[Folded", line)
        if found:
            folded[header].add((int(found[1]), int(found[2])))
    return json.loads(cov("export", merged))["data"][0]["files"], folded


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


def merged_sides(branches, folded):
    """Each branch once, with how often each of its sides was taken in all that was compiled of it."""
    sides = collections.defaultdict(lambda: [0, 0])
    for branch in branches:
        taken = sides[tuple(branch[:4])]
        taken[0] += branch[4]
        taken[1] += branch[5]
    return {place: taken for place, taken in sides.items() if place[:2] not in folded or any(taken)}


def merged_conditions(records, branches):
    """For each condition whether it is shown to decide by itself, by its place."""
    found, places = {}, sorted({tuple(branch[:4]) for branch in branches})
    for record in records:
        begin, end = tuple(record[:2]), tuple(record[2:4])
        inside = [place for place in places if begin <= place[:2] and place[2:] <= end]
        inside = [place for place in inside  # (what a "?" asks stands inside of a condition)
                  if not any(other != place and other[:2] <= place[:2] and place[2:] <= other[2:] for other in inside)]
        assert len(inside) == len(record[-1]), record
        for place, shown in zip(inside, record[-1]):
            found[place] = found.get(place, False) or shown
    return found


def main():
    sums, missed = collections.Counter(), []  # what is missed: header, line, text, what
    with tempfile.TemporaryDirectory() as name:
        files, folded = measured(pathlib.Path(name))
    exceptions = {}
    for line in (ROOT / "tests/coverage.tsv").read_text().splitlines():
        if line and line[0] != "#":
            header, text, what, reason = line.split("\t")
            exceptions[header, text, what] = reason
    used = set()
    print(f"{'header':<18} {'lines':>12} {'branches':>14} {'conditions':>14}")
    for file in files:
        path = pathlib.Path(file["filename"])
        text = path.read_text().splitlines()
        lines = counted_lines(file["segments"])
        branches = file.get("branches", [])
        sides = merged_sides(branches, folded[str(path)])
        conditions = {place: shown for place, shown in merged_conditions(file.get("mcdc_records", []), branches).items()
                      if place in sides}

        def is_missed(line, what, kind):
            """Not reached; and no exception?"""
            key = path.name, text[line - 1].strip(), what
            if key in exceptions:
                used.add(key)
                sums["excepted " + kind] += 1
            else:
                missed.append((kind, path.name, line, what, key[1]))
            return key not in exceptions

        def words(place):
            last = place[3] - 1 if place[2] == place[0] else None
            return text[place[0] - 1][place[1] - 1:last].strip()

        found = {"lines": [True for reached in lines.values() if reached], "branches": [], "conditions": []}
        found["lines"] += [False for line, reached in sorted(lines.items()) if not reached and is_missed(line, "line", "lines")]
        hopeless = set()
        for place, taken in sorted(sides.items()):
            for side, count in zip(("true", "false"), taken):
                if count > 0:
                    found["branches"].append(True)
                elif is_missed(place[0], f"{words(place)}: {side}", "branches"):
                    found["branches"].append(False)
                else:
                    hopeless.add(place)
        for place, shown in sorted(conditions.items()):
            if shown or place not in hopeless:
                found["conditions"].append(shown)
            if not shown and place not in hopeless:
                missed.append(("conditions", path.name, place[0], words(place), text[place[0] - 1].strip()))
        for what, reached in found.items():
            sums[what] += len(reached)
            sums["reached " + what] += sum(reached)
        print(f"{path.name:<18} " + " ".join(f"{f'{sum(reached)}/{len(reached)}':>14}" for reached in found.values()))
    for kind, header, line, what, words in missed:
        if kind != "conditions" and "-v" in sys.argv or "-vv" in sys.argv:
            how = "never reached" if kind == "lines" else f"never {what}" if kind == "branches" else f"does not decide: {what}"
            print(f"  {header}:{line}: {how}: {words}")
    failed = False
    for what, least in AT_LEAST.items():
        share = 100 * sums["reached " + what] / max(1, sums[what])
        failed = failed or share < least
        print(f"{what}: {share:.2f} %, at least {least}")
    print(f"{len(exceptions)} exceptions")
    for key in exceptions.keys() - used:
        print("an exception that is none:", *key, sep="\t")
    sys.exit(bool(failed or exceptions.keys() - used))


if __name__ == "__main__":
    main()
