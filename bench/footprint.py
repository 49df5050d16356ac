#!/usr/bin/env python3
"""footprint.py [--update | --accuracy GOLD | --symbols SET NUMBER]: what stet costs on a device.

Measures, with GCC 12.2 at -Os (clang 19 at -Oz for WebAssembly and AVR), a program that gives a reader an article
byte by byte and takes its events. Sets: blocks; quotations too; attribution too, with English cues; and `small`,
which is quotations with small limits.

  flash         code and tables that are linked, what is not reached is dropped; no start-up
  state         the reader and the layer, without Limits::window
  stack         the longest path of the call graph from what the program calls (-fcallgraph-info=su); an image with
                a painted stack, run in an emulator, may not use more than its own longest path
  instructions  a byte of examples/article.txt, of all that the emulator runs, less what fetching the bytes takes
                (not on RISC-V, whose image waits for its UART as long as it happens to take)
  ram           what `small` needs in all: state, window, an event, stack

Compares each figure with its gate in footprint.tsv, and the table with the README's. --update writes both anew:
gates at 1 % above what is reached. --accuracy takes the folder of the gold and its scorers and says beside it how
right `small` is: examples/spans built with other numbers in limits.hpp, blocks by bench/accuracy.py, quotations by
tools/score_quotes.py. --symbols prints the largest symbols of a set on a Cortex-M0+.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "examples/firmware"))
sys.dont_write_bytecode = True
import run as firmware  # noqa: E402

TABLE, README = ROOT / "bench/footprint.tsv", ROOT / "README.md"
ARTICLE = (ROOT / "examples/article.txt").read_bytes()
SMALL = {"heading": 96, "next": 32, "run": 32, "window": 256, "depth": 2}
LEAST = {"heading": 76, "next": 32, "run": 32, "window": 216}  # with "no card": the least RAM
WINDOW = int(re.search(r"\n    static constexpr size_t window = (\d+)", (ROOT / "include/stet/limits.hpp").read_text())[1])
UNIT = """#include <stet.hpp>
%s
using reader = %s;
static reader in;
%sstatic stet::event e;
extern "C" void sink(const stet::event&);
extern "C" void take(char one) {
    while (!in.put(one))
        while (NEXT) sink(e);
}
extern "C" void end() {
    in.finish();
    while (NEXT) sink(e);
}
"""
LIMITS, LEAST_LIMITS = (f"struct limits : stet::default_limits {{ static constexpr size_t {', '.join(f'{k} = {v}' for k, v in numbers.items())}; }};"
                        for numbers in (SMALL, LEAST))
DEFAULT = "using limits = stet::default_limits;"
QUOTATIONS = "stet::reader<limits, stet::quotations<limits>>"
CLASSIFIER = re.search(r"\nclass short_or_long \{.*?\n\};\n", (ROOT / "examples/firmware/outline_small.cpp").read_text(), re.S)[0]
LAYER = "static stet::attribution<stet::english, limits> layer;\n"
SETS = {name: (UNIT % (limits, reader, layer)).replace("NEXT", "layer.next(in, e)" if layer else "in.next(e)")
        for name, limits, reader, layer in (
            ("blocks", DEFAULT, "stet::reader<limits, stet::no_quotations>", ""),
            ("quotations", DEFAULT, QUOTATIONS, ""),
            ("attribution", DEFAULT, QUOTATIONS, LAYER),
            ("small", LIMITS, QUOTATIONS, ""),
            ("no card", CLASSIFIER + LEAST_LIMITS, "stet::reader<limits, stet::no_quotations, short_or_long>", ""))}
EVERYWHERE = ("blocks", "quotations", "attribution")  # the other sets are measured on one target
GAUGE = """#include "board.hpp"
extern "C" __attribute__((noinline)) void sink(const stet::event&) { asm volatile(""); }
extern "C" uint32_t stack_begin[], stack_end[];
bool finish() {
    end();
    const uint32_t* at = stack_begin;
    while (*at == 0xA5A5A5A5) ++at;
    const size_t used = static_cast<size_t>(stack_end - at) * sizeof *at;
    for (int shift = 28; shift >= 0; shift -= 4) write("0123456789abcdef" + (used >> shift & 15), 1);
    return in.done();
}
"""
IDLE = '#include "board.hpp"\nvoid take(char) {}\nbool finish() { return true; }\n'
TARGETS = {"Cortex-M0+": "cortex-m0", "Cortex-M4": "cortex-m4", "RV32IMC": "rv32"}
OTHERS = {  # measured, not run with these programs
    "ATmega1284P": firmware.BOARDS["atmega1284p"],
    "Xtensa LX106": firmware.Board(["xtensa-lx106-elf-g++", "-mlongcalls"], "", ["xtensa-lx106-elf-g++", "-mlongcalls"], [],
                                   nm="xtensa-lx106-elf-"),
}
WINDOWS = dict.fromkeys(SETS, WINDOW) | {"small": SMALL["window"], "no card": LEAST["window"]}
MARGIN, LOOSE = 1.01, 1.5  # gates, times what is reached; a time is no exact figure
AIMS = {f"{target}, {name}: flash": round(times * size) for target, times in (("Cortex-M0+", 1), ("RV32IMC", 1.4))
        for name, size in (("blocks", 6144), ("quotations", 8192), ("attribution", 14336))}
AIMS |= {"Cortex-M0+, quotations: state": 192, "Cortex-M0+, attribution: state": 448, "Cortex-M0+, no card: ram": 1024,
         "Cortex-M0+, quotations: instructions a byte": 80, "Cortex-M0+, attribution: instructions a byte": 110,
         "wasm32, quotations: module": 16384, "include cost, ms": 60}
AIMS |= {f"Cortex-M0+, {name}: stack": 320 for name in SETS}


class Wrong(Exception):
    """What is measured breaks a promise."""


def say(*command, **keywords):
    return firmware.call(*command, **({"capture_output": True, "text": True} | keywords)).stdout


def compiled(board, folder, unit, *flags, level=None):
    source, target = pathlib.Path(folder) / "unit.cpp", pathlib.Path(folder) / "unit.o"
    source.write_text(unit)
    say(*board.compiler, *firmware.FREESTANDING, level or board.size, *flags, f"-I{ROOT}/include", "-c", source, "-o", target)
    return target


def sizes(board, target):
    found = dict.fromkeys(("text", "rodata", "data", "bss"), 0)
    for name, size in re.findall(r"^\.s?(text|rodata|data|bss)\S*\s+(\d+)", say(board.nm + "size", "-A", target), re.M):
        found[name] += int(size)
    return found


def symbols(board, target):
    """Size and kind of each, the largest first."""
    rows = [line.split(" ", 3) for line in say(board.nm + "nm", "--size-sort", "-S", "-C", "-r", target).splitlines()]
    return [(int(size, 16), kind, name) for _, size, kind, name in rows]


def flash(board, target):
    """Code, tables, and the objects of the program that was compiled, by name."""
    linked = target.with_name("linked")
    linker = board.linker[:2] if isinstance(board, firmware.Avr) else board.compiler
    say(*linker, "-nostdlib", "-Wl,--gc-sections,--entry=take,--undefined=end,--unresolved-symbols=ignore-all", target, "-o", linked)
    found = sizes(board, linked)
    objects = {name: size for size, kind, name in symbols(board, linked) if kind in "bB"}
    others = set(objects) - {"in", "layer", "e"}
    if not isinstance(board, firmware.Avr) and sizes(board, target)["data"]:  # (An AVR copies its tables to RAM.)
        others.add("initialised data")
    if others:
        raise Wrong(f"not constant and not the program's: {', '.join(sorted(others))}")
    return found["text"], found["rodata"] + found["data"], objects


def longest_path(files, roots):
    """Bytes of stack that the calls from these functions may use, by GCC's call graph."""
    frames, calls = {}, {}
    for text in (pathlib.Path(name).read_text().replace("C1E", "C2E") for name in files):  # a constructor's two names
        for title, size in re.findall(r'node: \{ title: "([^"]+)" label: "[^"]*?\\n(\d+) bytes \(static\)', text):
            frames[title] = int(size)
        for caller, callee in re.findall(r'edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"', text):
            calls.setdefault(caller, set()).add(callee)

    def depth(name, above=()):
        if name in above:
            raise Wrong(f"recursion: {name}")
        if name == "__indirect_call" or (name not in frames and name not in ("sink", "write")):
            raise Wrong(f"a call of unknown depth: {name}, by {above[-1] if above else 'nobody'}")
        if name not in known:
            known[name] = frames.get(name, 0) + max((depth(to, (*above, name)) for to in calls.get(name, ())), default=0)
        return known[name]
    known = {}
    return max(map(depth, roots))


def gauge(name, folder, application, library=("take", "end")):
    """Bound of the stack of what the program calls, what the image used of its own, and the instructions it took."""
    folder = pathlib.Path(folder)
    source, log = folder / "gauge.cpp", folder / "log"
    source.write_text(application)
    board = firmware.BOARDS[name]
    image = firmware.build(name, source, ARTICLE, folder, "-fstack-usage", "-fcallgraph-info=su")
    graphs = [folder / "gauge.ci", folder / f"{pathlib.Path(board.source).stem}.ci"]
    bound, of_image = longest_path(graphs, library), longest_path(graphs, ["run" if name == "rv32" else "reset"])
    if name == "rv32":
        (said, code), executed = firmware.run(name, image, ARTICLE), None
    else:
        os.mkfifo(log)
        counter = subprocess.Popen(["grep", "-ac", "^Trace", str(log)], stdout=subprocess.PIPE, text=True)
        said, code = firmware.run(name, image, ARTICLE, "-singlestep", "-d", "nochain,exec", "-D", log)
        executed = int(counter.communicate(timeout=60)[0])  # as many lines as steps
        log.unlink()
    if code:
        raise Wrong(f"{name}: the image ends with {code}: {said}")
    if said and int(said, 16) > of_image:
        raise Wrong(f"{name}: the image used {int(said, 16)} bytes of stack, its longest path is {of_image}")
    return bound, int(said or b"0", 16), executed


def include_cost():
    """Milliseconds of the compiler, over an empty file: the least of nine."""
    def least(text):
        spent = []
        for _ in range(9):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            say("g++", "-std=c++17", "-O2", f"-I{ROOT}/include", "-x", "c++", "-c", "-", "-o", os.devnull, input=text)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(spent)
    return round(1000 * (least("#include <stet.hpp>\n") - least("")))


def measure():
    """Every figure by its name, in the order of the table."""
    found = {}

    def one(job):
        target, name = job
        with tempfile.TemporaryDirectory() as folder:
            if target in OTHERS:
                code, tables, _ = flash(OTHERS[target], compiled(OTHERS[target], folder, SETS[name]))
                return {f"{target}, {name}: flash": code + tables, f"{target}, {name}: tables": tables}
            bound, used, executed = gauge(TARGETS[target], folder, SETS[name] + GAUGE)
            code, tables, objects = flash(firmware.BOARDS[TARGETS[target]], pathlib.Path(folder) / "gauge.o")
            state = objects["in"] + objects.get("layer", 0) - WINDOWS[name]
            figures = {"flash": code + tables, "tables": tables, "state": state, "stack": bound, "stack in the image": used}
            if executed:
                figures["instructions a byte"] = round((executed - idle[target]) / len(ARTICLE), 1)
            figures["ram"] = state + WINDOWS[name] + objects["e"] + bound
        return {f"{target}, {name}: {what}": value for what, value in figures.items()}

    with tempfile.TemporaryDirectory() as folder:
        idle = {target: gauge(board, folder, IDLE, ["take"])[2] for target, board in TARGETS.items()}
        wasm = firmware.build("wasm32", firmware.HERE / "outline.cpp", ARTICLE, folder)
        found["wasm32, quotations: module"] = wasm.stat().st_size
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for figures in pool.map(one, [(target, name) for target in (*TARGETS, *OTHERS) for name in SETS
                                      if name in EVERYWHERE or target == "Cortex-M0+"]):
            found |= figures
    found["header, bytes"] = (ROOT / "include/stet.hpp").stat().st_size
    found["include cost, ms"] = include_cost()
    return found


def read_table():
    lines = [line.split("\t") for line in TABLE.read_text().splitlines() if not line.startswith("#")] if TABLE.exists() else []
    return {name: float(gate) for name, _, gate, _ in lines[1:]}


def write_table(found):
    lines = ["# What footprint.py measures; --update writes it. The gate is what may be reached, the aim what is wanted.",
             "figure\treached\tgate\taim"]
    for name, value in found.items():
        gate = value * (LOOSE if name.endswith(" ms") else MARGIN)
        gate = round(gate, 1) if isinstance(value, float) else int(gate)
        lines.append(f"{name}\t{value}\t{gate}\t{AIMS.get(name, '-')}")
    TABLE.write_text("\n".join(lines) + "\n")


def over(found, gates):
    """What is above its gate or has none."""
    return [f"{name} is {value}, its gate is {gates.get(name, 'not in the table')}" for name, value in found.items()
            if value > gates.get(name, -1)]


def readme_table(found):
    def row(title, target, what):
        return f"| {title} | " + " | ".join(f"{cell:,}" if cell else "-" for cell in (found.get(f"{target}, {name}: {what}") for name in SETS)) + " |"
    rows = ["| | blocks | + quotations | + attribution | small, quotations | no card, blocks |", "|---|---|---|---|---|---|"]
    rows += [row(f"flash, {target}", target, "flash") for target in (*TARGETS, *OTHERS)]
    rows += [row(f"{title}, Cortex-M0+", "Cortex-M0+", what) for title, what in (("of the flash, tables", "tables"), ("state", "state"))]
    rows += [row(f"stack at most, {target}", target, "stack") for target in TARGETS]
    rows += [row("RAM in all, Cortex-M0+", "Cortex-M0+", "ram")]
    rows += [row(f"instructions a byte, {target}", target, "instructions a byte") for target in list(TARGETS)[:2]]
    return "\n".join(rows) + f"""

The WebAssembly module of the outline has {found["wasm32, quotations: module"]:,} bytes; the single header has {found["header, bytes"]:,}."""


BETWEEN = re.compile(r"(<!-- footprint: [^\n]* -->\n)(.*?)\n?(<!-- footprint ends -->)", re.S)


def controls():
    """Planted faults; gives those that are not seen."""
    def seen(planted):
        with tempfile.TemporaryDirectory() as folder:
            try:
                planted(folder)
            except Wrong:
                return True
        return False
    board = firmware.BOARDS["cortex-m0"]
    recursion = "int take(char one);\nint end() { return take(1) + 1; }\nint take(char one) { return one ? end() * 2 : 1; }"
    below = GAUGE.replace("    end();", "    stack_begin[1] = 0;").replace("in.done()", "true")
    faults = {
        "a variable of the library": lambda folder: flash(board, compiled(board, folder, 'int count = 1;\nextern "C" void take(char) { ++count; }\nextern "C" void end() {}')),
        "recursion": lambda folder: longest_path(
            [compiled(board, folder, 'extern "C" {' + recursion + "}", "-fcallgraph-info=su", "-fno-inline",
                      "-fno-optimize-sibling-calls").with_suffix(".ci")], ["take"]),
        "stack below the longest path": lambda folder: gauge("cortex-m0", folder, "#include <stet.hpp>\nvoid end();\n" + below.replace(
            "const stet::event&", "int") + "void take(char) {}\n", ["take"]),
    }
    return [name for name, planted in faults.items() if not seen(planted)]


def accuracy(gold):
    """Lines about the default, `small` and "no card", from spans built with other limits or another classifier."""
    gold, rows = pathlib.Path(gold), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for which, numbers in (("default_limits", {}), ("small", SMALL), ("no card", LEAST)):
            include = folder / which.replace(" ", "_")
            shutil.copytree(ROOT / "include", include)
            limits = include / "stet/limits.hpp"
            text = limits.read_text()
            for member, value in numbers.items():
                text = re.sub(rf"(size_t {member} =) \d+;", rf"\1 {value};", text)
            limits.write_text(text)
            if which == "no card":
                block = include / "stet/block.hpp"
                block.write_text(block.read_text().replace("#endif", f"namespace stet {{{CLASSIFIER}}}\n#endif"))
                for header in (include / "stet/parse.hpp", include / "stet/reader.hpp"):
                    header.write_text(header.read_text().replace("class Blocks = block_rules", "class Blocks = short_or_long"))
            (include / "stet.hpp").write_text('#include "stet/attribution.hpp"\n')
            spans = include / "spans"
            say("g++", "-std=c++17", "-O1", f"-I{include}", ROOT / "examples/spans.cpp", "-o", spans)
            blocks = say(sys.executable, ROOT / "bench/accuracy.py", gold / "corpus/blocks/readability", "--spans", spans)
            head, *lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in blocks.splitlines()]
            dense = dict(zip(head, next(line for line in lines if line[0] == "readability, dense")))
            texts, out = gold / "corpus/quotes/polnear-dev", include / "out"
            out.mkdir()
            say(spans, "--out", out, *sorted(texts.glob("*.txt")))
            quotes = say(sys.executable, gold / "tools/score_quotes.py", texts, out)
            exact = re.search(r"all quotations, exact +[\d.]+ +[\d.]+ +([\d.]+)", quotes)[1]
            rows.append(f"| {which} | {dense['boundary']} | {dense['heading']} | {dense['paragraph']} | {exact} |")
    return "\n".join(["| F1 | boundary | heading | paragraph | quotation, % |", "|---|---|---|---|---|", *rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--accuracy", metavar="GOLD")
    parser.add_argument("--symbols", nargs=2, metavar=("SET", "NUMBER"))
    given = parser.parse_args()
    if given.symbols:
        with tempfile.TemporaryDirectory() as folder:
            board = firmware.BOARDS["cortex-m0"]
            flash(board, compiled(board, folder, SETS[given.symbols[0]]))
            for size, kind, name in symbols(board, f"{folder}/linked")[:int(given.symbols[1])]:
                print(f"{size:6} {kind} {name}")
        return 0
    if given.accuracy:
        print(accuracy(given.accuracy))
        return 0
    try:
        found = measure()
    except Wrong as wrong:
        sys.exit(f"footprint.py: {wrong}")
    table = readme_table(found)
    print(table)
    if given.update:
        write_table(found)
        README.write_text(BETWEEN.sub(lambda match: match[1] + table + "\n" + match[3], README.read_text()))
    wrong = over(found, read_table())
    stated = BETWEEN.search(README.read_text())
    if not stated or stated[2] != table:
        wrong.append("the README's table is another one; --update writes it")
    # The checks can fail.
    wrong += [f"not seen: {fault}" for fault in controls()]
    if not over(found, {name: value - 0.1 for name, value in found.items()}):
        wrong.append("not seen: a figure above its gate")
    print("\n".join(wrong) or f"{len(found)} figures within their gates")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
