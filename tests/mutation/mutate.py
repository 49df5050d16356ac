#!/usr/bin/env python3
"""mutate.py [--number N] [--seed S] [--minutes M] [--again FILE] [--out FILE]: changes one token of the
headers at a time and runs the tests that matter to it; what no test sees is a survivor.

Changed are comparisons, sums, logic, constants and the order of two statements; not tables (what stands
between "clang-format off" and "on": card, code points, words, marks) and not the counting of steps. A mutant
that does not compile, or whose object code is the same at -O2, does not count. Survivors that these tests
cannot see, most of them for they do the same by other means, stand in survivors.tsv with the reason; any other
makes this fail, and so does less than 95 % killed of those that can be seen.

Compiling takes longer than the tests. So all mutants of a sample are compiled at once, each as a copy of the
function's body that its number chooses when the tests run; what these do not kill is compiled alone, for what
they cannot see: static_asserts, and what stands outside of functions.
"""
import argparse
import contextlib
import hashlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/single_header"))
import amalgamate  # noqa: E402

CXX = os.environ.get("CXX", "g++")
FLAGS = ["-std=c++17", "-w", f'-DSTET_SOURCE_DIR="{ROOT}"', f"-I{ROOT}/tests"]
SHORT = ["-m32", "-I/usr/include/x86_64-linux-gnu"]  # (which g++-12-multilib alone does not ask for)
SECONDS = 30  # of processor time, for the tests of a program: only an endless loop reaches it
LAYER = {"lexicon", "lookback", "word_form", "tokens", "clause", "speaker", "attribution"}
PROGRAMS = {  # the tests in each, and which of their cases run; 20 seconds in all
    "core": ("""golden quotations block layout quote machine reader line measure marks neighbours lookahead letters
             words utf8 sections dateline glance input card event byte_class view parse misuse limits config scan""", "~[.]"),
    "laws": ("chunk_law model prompt", "~[.]~[long]~[exhaustive]"),
    "layer": ("attribution tokens word_form clause speaker lexicon lookback high_offsets", "~[.]~[long]"),
}
PRELUDE = ["algorithm", "cstdlib", "cstring", "filesystem", "fstream", "functional", "map", "memory", "new", "random", "set",
           "sstream", "stdexcept", "string", "string_view", "vector"]
SWAPS = {"==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "+": "-", "-": "+", "*": "+", "/": "*",
         "%": "/", "+=": "-=", "-=": "+=", "&&": "||", "||": "&&", "&": "|", "|": "&", "<<": ">>", ">>": "<<"}
TOKEN = re.compile(r"(?<= )(?:==|!=|<=|>=|\+=|-=|&&|\|\||<<|>>|[<>+*/%&|-])(?= )|\b(?:true|false)\b|(?<![!\w])!(?=[\w(])"
                   r"|(?<![\w.'])\d+(?![\w.'])|(?<![\w.'])0x[0-9A-F]+\b|\+\+|--(?=\w)")


def change(token):
    if token in ("true", "false"):
        return "false" if token == "true" else "true"
    if token[0].isdigit():
        return str(int(token, 0) + 1)
    return {"!": "", "++": "--", "--": "++"}.get(token, SWAPS.get(token))


def depend(first, second):
    """Are both statements, of which one sets what the other reads, or do two calls share what they use?"""
    forms = [re.match(r"( +)(\+\+|--)?([\w\[\].]+)(\(.*\)| [-+|]?= .*|\+\+)?;$", text) for text in (first, second)]
    if not all(forms) or forms[0][1] != forms[1][1] or any(form[3] in ("return", "break", "continue") for form in forms):
        return False
    calls = all((form[4] or "").startswith("(") for form in forms) and forms[0][3] != forms[1][3]
    reads = [set(re.findall(r"\b\w+\b(?![(:])", text)) for text in (first, second)]
    return bool(calls and reads[0] & reads[1]) or forms[0][3] in reads[1] or forms[1][3] in reads[0]


def code_of(line):
    return re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])+\'', lambda text: "@" * len(text[0]), line.split("//")[0])


def sites(lines):
    """(line of the single header, header, its line, what is changed, the new line or two)"""
    found, stem, number, table = [], None, 0, False
    for i, line in enumerate(lines):
        guard = re.match(r"#ifndef STET_(\w+)_HPP", line)
        if guard:
            stem, number = guard[1].lower(), 0
            source = (ROOT / f"include/stet/{stem}.hpp").read_text().splitlines()
        if stem is None or line not in source[number:]:
            continue
        number = source.index(line, number) + 1
        table = (table or "clang-format off" in line) and "clang-format on" not in line
        code = code_of(line)
        if table or line.startswith("#") or re.search(r"static_assert|template|[Ll]imits::steps|STET_ASSERT", code):
            continue
        for token in TOKEN.finditer(code):
            new = line[:token.start()] + change(token[0]) + line[token.end():]
            found.append((i, stem, number, f"{token.start() + 1}: {token[0]} -> {change(token[0]) or 'nothing'}", [new]))
        after = lines[i + 1] if i + 1 < len(lines) else ""
        if depend(code, after):
            found.append((i, stem, number, "order: this statement and the next", [after, line]))
    return found


def bodies(lines):
    """(line, column, last line, column) of the braces of each function's body."""
    found, open_braces, text = [], [], ""
    for i, line in enumerate(lines):
        for column, sign in enumerate("" if line.startswith("#") else code_of(line)):
            if sign == "{":
                scope = re.search(r"\b(namespace|class|struct|enum|union)\b[^()]*$|^\s*(template <.*> )?struct \w+<", text)
                inside = any(function for function, *_ in open_braces)
                open_braces.append((not inside and not scope and re.search(r"\)[\w\s:<>,*&-]*$", text), i, column))
            elif sign == "}":
                function, *begin = open_braces.pop()
                if function:
                    found.append((*begin, i, column))
            text = "" if sign in ";{}" else text + sign
        text += " "
    return found


def switched(lines, batch):
    """The header in which a function's body has a copy for each of its mutants, chosen by the mutant's number
    except in constant expressions; and the numbers of those that stand in no function of several lines."""
    spans, mutants, outside = bodies(lines), {}, []
    for number, (i, *_, new) in batch.items():
        span = next((span for span in spans if span[0] < i and i + len(new) <= span[2]), None)
        mutants.setdefault(span, []).append((number, i, new)) if span else outside.append(number)
    made = list(lines)
    for (first, begin, last, end), changes in mutants.items():
        cases = []
        for number, i, new in [*changes, (None, first + 1, [])]:
            inside = lines[first + 1:last]
            inside[i - first - 1:i - first - 1 + len(new)] = new
            label = "default" if number is None else f"case {number}"
            cases += [f"{label}: {{ {lines[first][begin + 1:]}", *inside, f"{lines[last][:end]} break; }}"]
        whole = [lines[first][:begin] + "{ switch (chosen_mutant()) {", *cases, "} }" + lines[last][end + 1:]]
        made[first:last + 1] = ["\n".join(whole)] + [""] * (last - first)
    chooser = "#pragma once\nextern int chosen;\nconstexpr int chosen_mutant() { return __builtin_is_constant_evaluated() ? -1 : chosen; }"
    return [chooser, *made], outside


running, stopped = set(), []


def stop(*_):
    """Ends what runs, and lets nothing begin: a signal's answer."""
    stopped.append(True)
    for group in list(running):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def run(command, seconds=600, gigabytes=8, **variables):
    """Does it succeed, within its processor time and memory? Whatever it started is ended in any case."""
    if stopped:
        return False
    limited = ["sh", "-c", f'ulimit -t {seconds}; ulimit -v {gigabytes}000000; exec "$@"', "sh", *[str(part) for part in command]]
    done = subprocess.Popen(limited, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                            env={**os.environ, **variables})
    running.add(done.pid)
    try:
        return done.wait(10 * seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(done.pid, signal.SIGKILL)
        done.wait()
        running.discard(done.pid)


def programs_for(site):
    return ["layer"] if site[1] in LAYER else ["core", "laws", "layer"]


class bench:
    def __init__(self, folder):
        self.folder = folder
        self.lines = amalgamate.single().splitlines()
        text = '#include "catch.hpp"\n' + "".join(f"#include <{name}>\n" for name in PRELUDE)
        (folder / "prelude.hpp").write_text(text)
        for name, (tests, _) in PROGRAMS.items():
            text = '#include "prelude.hpp"\n#include <stet.hpp>\n'
            text += "".join(f'#include "{name}.hpp"\n' for name in ("harness", "high_article", "model"))
            text += "".join(f'namespace tests_of_{test} {{\n#include "{ROOT}/tests/{test}.cpp"\n}}\n' for test in tests.split())
            (folder / f"{name}.cpp").write_text(text)
        (folder / "chosen.cpp").write_text('#include <cstdlib>\nint chosen = std::atoi(std::getenv("MUTANT"));\n')
        fine = all(run([CXX, *FLAGS, "-O1", "-c", source, f"-o{folder / source.stem}.o"])
                   for source in (ROOT / "tests/main.cpp", folder / "chosen.cpp"))
        self.has_short = run([CXX, *SHORT, *FLAGS, "-c", ROOT / "tests/main.cpp", f"-o{folder / 'short_main.o'}"])
        if not fine or self.alone("original") != "survived":
            sys.exit("stopped" if stopped else "the unchanged headers do not pass")

    def compile(self, place, program, level, *objects, short=False):
        return run([CXX, *FLAGS, *(SHORT if short else []), level, f"-I{place}", f"-I{self.folder}",
                    self.folder / f"{program}.cpp", self.folder / ("short_main.o" if short else "main.o"), *objects,
                    "-o", place / program])

    def passes(self, place, program, **variables):
        return run([place / program, "--abort", PROGRAMS[program][1]], SECONDS, 1, **variables)

    def together(self, batch, pool):
        """Which of them are killed, all compiled at once; none, if they do not compile so."""
        place = self.folder / f"from {min(batch)} on"
        place.mkdir()
        header, outside = switched(self.lines, batch)
        (place / "stet.hpp").write_text("\n".join(header) + "\n")
        if not all(pool.map(lambda name: self.compile(place, name, "-O1", self.folder / "chosen.o"), PROGRAMS)):
            print("they do not compile together: each is compiled alone", flush=True)
            return []

        def is_killed(number):
            order = programs_for(batch[number])
            return not all(self.passes(place, name, MUTANT=str(number)) for name in order)
        inside = [number for number in batch if number not in outside]
        return [number for number, killed in zip(inside, pool.map(is_killed, inside)) if killed]

    def alone(self, name, site=None):
        """killed, survived, or why it does not count."""
        place = self.folder / name
        place.mkdir()
        lines = list(self.lines)
        if site:
            lines[site[0]:site[0] + len(site[4])] = site[4]
        (place / "stet.hpp").write_text("\n".join(lines) + "\n")
        programs = programs_for(site) if site else list(PROGRAMS)
        if self.has_short and "core" in programs:
            programs.append("core")  # once more, where registers and flash are short
        for i, program in enumerate(programs):
            if not self.compile(place, program, "-O0", short=program in programs[:i]):
                works = run([CXX, *FLAGS, f"-I{place}", "-fsyntax-only", ROOT / "tests/portability/every_member.cpp"])
                return "killed" if works else "does not compile"  # (A static_assert of a test kills, too.)
            if not self.passes(place, program):
                return "killed"
            (place / program).unlink()
        for source in ("trace_hash", "every_member"):  # both languages, and every public function
            if not run([CXX, *FLAGS, "-O2", f"-I{place}", "-c", ROOT / f"tests/portability/{source}.cpp", "-o", place / source]):
                return "does not compile"
        alike = site and all((place / part).read_bytes() == (self.folder / "original" / part).read_bytes()
                             for part in ("trace_hash", "every_member"))
        return "same code" if alike else "survived"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--number", type=int, default=200, help="mutants that count")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--minutes", type=float, default=60, help="take no more after so long")
    options.add_argument("--again", help="only the survivors that this file has, as --out wrote it")
    options.add_argument("--out", help="where each mutant's verdict is written")
    asked = options.parse_args()
    known = {}
    for line in (pathlib.Path(__file__).parent / "survivors.tsv").read_text().splitlines():
        if line and line[0] != "#":
            text, what, reason = line.split("\t")
            known[text, what] = reason  # (with the column, for there may be two of one sign)
    for reason in (signal.SIGTERM, signal.SIGINT):
        signal.signal(reason, stop)
    began, out = time.time(), open(asked.out, "w") if asked.out else None
    counts = {"killed": 0, "survived": 0, "does not compile": 0, "same code": 0}
    unknown = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        tests = bench(pathlib.Path(folder))
        every = sites(tests.lines)
        places = {(tests.lines[site[0]].strip(), site[3]) for site in every}
        for line, what in known.keys() - places:
            sys.exit(f"survivors.tsv: there is no such place: {line} {what}")
        # By a number of each place's own, so that a change elsewhere leaves the choice as it is.
        every.sort(key=lambda site: hashlib.sha256(f"{asked.seed} {site[1]} {site[3]} {site[4]}".encode()).digest())
        if asked.again:
            wanted = {tuple(line.rstrip("\n").split("\t")[1:4]) for line in open(asked.again) if line.startswith("survived")}
            every = [site for site in every if (f"{site[1]}.hpp:{site[2]}", site[3], tests.lines[site[0]].strip()) in wanted]

        def judge(number):
            if number not in killed:
                verdict = tests.alone(str(number), batch[number])
            else:
                verdict = "killed"
            if stopped:
                return
            i, stem, line_number, what, _ = batch[number]
            counts[verdict] += 1
            line = tests.lines[i].strip()
            if out:
                print(verdict, f"{stem}.hpp:{line_number}", what, line, sep="\t", file=out, flush=True)
            if verdict == "survived":
                reason = known.get((line, what))
                print(f"{stem}.hpp:{line_number}:{what}\n    {line}\n    {reason or 'NO REASON KNOWN'}", flush=True)
                if reason is None:
                    unknown.append(line)

        at = 0
        while not stopped and at < len(every) and time.time() - began < asked.minutes * 60:
            missing = asked.number - counts["killed"] - counts["survived"]
            if missing <= 0:
                break
            batch = dict(enumerate(every[at:at + missing], at))
            at += missing
            killed = set(tests.together(batch, pool))
            list(pool.map(judge, batch))
    counted = counts["killed"] + counts["survived"]
    raw = 100 * counts["killed"] / max(counted, 1)
    share = 100 * counts["killed"] / max(counts["killed"] + len(unknown), 1)
    print(f"{len(every)} places; seed {asked.seed}: {counts['killed']} of {counted} killed, {raw:.1f} %; "
          f"{counts['does not compile']} do not compile, {counts['same code']} are the same code, "
          f"{counted - counts['killed'] - len(unknown)} survive for a known reason; "
          f"{len(unknown)} survivors without a reason: {share:.1f} % of what can be seen is killed; "
          f"{time.time() - began:.0f} s")
    return bool(unknown) or share < 95


if __name__ == "__main__":
    sys.exit(main())
