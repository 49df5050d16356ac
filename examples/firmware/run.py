#!/usr/bin/env python3
"""run.py BOARD [APPLICATION.cpp] < ARTICLE: builds a firmware image and runs it in an emulator.

It prints what the image prints and ends with the image's exit code. Boards: host, cortex-m0, cortex-m4, rv32,
wasm32, atmega1284p, and atmega328p, which has outline_small.cpp for its application where the others have outline.cpp.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FREESTANDING = """-std=c++17 -ffreestanding -nostdinc++ -fno-exceptions -fno-rtti -fno-threadsafe-statics
-fno-unwind-tables -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections""".split()
END = b"\x04"
LIMIT = 60  # seconds


def script(name):
    return ["-nostdlib", "-Wl,--gc-sections", f"-T{HERE / name}"]


def cortex_m(machine):
    return ["qemu-system-arm", "-M", machine, "-nographic", "-monitor", "none", "-serial", "none", "-chardev", "stdio,id=s",
            "-semihosting-config", "enable=on,target=native,chardev=s", "-kernel"]


class Board:
    def __init__(self, compiler, source, linker, emulator, application="outline.cpp", size="-Os", nm=""):
        self.compiler, self.source, self.linker, self.emulator = compiler, source, linker, emulator
        self.application, self.size, self.nm = application, size, nm


class Avr(Board):
    def __init__(self, mcu, stack_end, application):
        super().__init__(["clang++-19", "--target=avr", f"-mmcu={mcu}"], "avr.cpp",
                         ["avr-gcc", f"-mmcu={mcu}", *script("avr.ld"), f"-Wl,--defsym=stack_end={stack_end}"],
                         ["simavr", "-m", mcu, "-f", "16000000"], application, "-Oz", "avr-")


ARM, RISCV, WASM = "arm-none-eabi-", "riscv64-unknown-elf-", ["clang++-19", "--target=wasm32", "-fvisibility=hidden"]
BOARDS = {
    "host": Board(["g++"], "host.cpp", ["g++"], []),
    "cortex-m0": Board([ARM + "g++", "-mcpu=cortex-m0plus", "-mthumb"], "cortex_m.cpp",
                       [ARM + "g++", "-mcpu=cortex-m0plus", *script("cortex_m.ld")], cortex_m("microbit"), nm=ARM),
    "cortex-m4": Board([ARM + "g++", "-mcpu=cortex-m4", "-mthumb"], "cortex_m.cpp",
                       [ARM + "g++", "-mcpu=cortex-m4", *script("cortex_m.ld")], cortex_m("mps2-an386"), nm=ARM),
    "rv32": Board([RISCV + "g++", "-march=rv32imc_zicsr", "-mabi=ilp32"], "riscv.cpp",
                  [RISCV + "g++", "-march=rv32imc_zicsr", "-mabi=ilp32", "-Wl,--no-warn-rwx-segments", *script("riscv.ld")],
                  ["qemu-system-riscv32", "-M", "virt", "-bios", "none", "-nographic", "-monitor", "none", "-serial", "stdio",
                   "-icount", "shift=0", "-kernel"], nm=RISCV),
    "wasm32": Board(WASM, "wasm.cpp", [*WASM, "-nostdlib", "-Wl,--no-entry,--gc-sections,--strip-all"],
                    ["node", str(HERE / "wasm.mjs")], size="-Oz"),
    "atmega1284p": Avr("atmega1284p", "0x40ff", "outline.cpp"),
    "atmega328p": Avr("atmega328p", "0x8ff", "outline_small.cpp"),
}


def call(*command, **keywords):
    return subprocess.run([str(word) for word in command], check=True, timeout=300, **keywords)


def build(name, application, article, folder, *flags):
    """The image, built in this folder, where `article` is left for boards that fetch it themselves."""
    board, folder = BOARDS[name], pathlib.Path(folder)
    (folder / "article").write_bytes(article)
    objects = []
    for source in (HERE / board.source, pathlib.Path(application)):
        objects.append(folder / f"{source.stem}.o")
        freestanding = [] if name == "host" else FREESTANDING
        call(*board.compiler, *freestanding, "-std=c++17", board.size, *flags, "-Wall", "-Wextra", f"-I{folder}", f"-I{HERE}",
             f"-I{HERE.parents[1] / 'include'}", "-c", source, "-o", objects[-1])
    image = folder / "image"
    call(*board.linker, *objects, *(["-lgcc"] if isinstance(board, Avr) else []), "-o", image)
    return image


def run(name, image, article, *options):
    """What the image prints, and its exit code; the options are the emulator's."""
    board = BOARDS[name]
    given = {"stdin": subprocess.DEVNULL}
    if name in ("host", "rv32", "wasm32"):
        given = {"input": article + END}
    try:
        done = subprocess.run([*board.emulator[:1], *map(str, options), *board.emulator[1:], str(image)], capture_output=True, timeout=LIMIT, cwd=image.parent, **given)
    except subprocess.TimeoutExpired:
        return b"", -1
    if not isinstance(board, Avr):
        return done.stdout, done.returncode
    # simavr colours lines and shows their ends as full stops; it has no exit code.
    lines = re.findall(rb"\x1b\[32m(.*)\.\n", done.stderr)
    good = lines[-1:] == [b"EXIT OK"]
    return b"".join(line + b"\n" for line in lines[:len(lines) - good]), 0 if good else 1


def missing(name):
    board = BOARDS[name]
    return [words[0] for words in (board.compiler, board.linker, board.emulator) if words and not shutil.which(words[0])]


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in BOARDS:
        sys.exit(__doc__)
    name = sys.argv[1]
    application = sys.argv[2] if len(sys.argv) == 3 else HERE / BOARDS[name].application
    if missing(name):
        sys.exit(f"run.py: {name}: not here: {', '.join(missing(name))}")
    if not pathlib.Path(application).is_file():
        sys.exit(f"run.py: {application}: cannot be read at byte 0")
    article = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory() as folder:
        try:
            image = build(name, application, article, folder)
        except subprocess.CalledProcessError as wrong:
            sys.exit(f"run.py: {name}: {wrong.cmd[0]} failed")
        printed, code = run(name, image, article)
    sys.stdout.buffer.write(printed)
    return code


if __name__ == "__main__":
    sys.exit(main())
