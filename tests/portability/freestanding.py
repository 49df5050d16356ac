#!/usr/bin/env python3
"""freestanding.py [--devices]: law 9: every public function, used on static objects, leaves no symbol undefined.

For each compiler that is here (with --devices: for each device, whose compilers must be here) and each optimisation:
compiled freestanding, `nm -u` may name nothing but what the unit itself declares, and nothing that changes is defined
but the unit's own static objects, which lie in .bss (law 4). Sections tell that and not the letters of `nm`, which are
the same for an inline variable and an inline constant; each object has a section that is named for it. (wasm32 has one
section for all of them: there it is not looked for.)
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = os.environ.get("STET_INCLUDE", f"{ROOT}/include")  # (of planted faults: a copy)
UNIT = ROOT / "tests/portability/every_member.cpp"
FLAGS = """-std=c++17 -ffreestanding -nostdinc++ -fno-exceptions -fno-rtti -fno-threadsafe-statics
-fno-unwind-tables -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections""".split()
OWN = {"input_data", "input_size", "output", "_GLOBAL_OFFSET_TABLE_", "__stack_pointer", "__linear_memory"}
OWN_STATE = re.compile(r"\.s?bss\._Z(L\d+(in|e|speakers|without_quotations)|(GV)?Z14use_everythingE7article)(\.\d+)?")
WRITABLE = (".data", ".sdata", ".bss", ".sbss", ".tdata", ".tbss", "COMMON")
LEVELS = ["-O0", "-Og", "-Os", "-O2", "-O3"]
HERE = [  # name, compiler with its flags, nm and size, levels, what else may be undefined
    ("x86-64, g++", ["g++"], "{}", LEVELS, set()),
    ("x86-64, clang", ["clang++"], "{}", LEVELS, set()),
    ("Cortex-M0+, g++", ["arm-none-eabi-g++", "-mcpu=cortex-m0plus"], "arm-none-eabi-{}", LEVELS, set()),
]
DEVICES = [
    ("Cortex-M4, g++", ["arm-none-eabi-g++", "-mcpu=cortex-m4", "-mthumb"], "arm-none-eabi-{}", LEVELS, set()),
    ("RV32IMC, g++", ["riscv64-unknown-elf-g++", "-march=rv32imc", "-mabi=ilp32"], "riscv64-unknown-elf-{}", LEVELS, set()),
    # (At -O0 it calls memcpy for small structs.)
    ("Xtensa LX106, g++", ["xtensa-lx106-elf-g++", "-mlongcalls"], "xtensa-lx106-elf-{}", ["-Os"], set()),
    ("wasm32, clang", ["clang++-19", "--target=wasm32"], "llvm-{}-19", LEVELS, set()),
    # (At -O0 clang 19 runs out of registers.) An AVR starts with these two and multiplies 32 bits with the third.
    ("AVR, clang", ["clang++-19", "--target=avr", "-mmcu=atmega1284p"], "avr-{}", LEVELS[1:],
     {"__do_copy_data", "__do_clear_bss", "__mulsi3"}),
]
TARGETS = DEVICES if "--devices" in sys.argv else HERE


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout


def lacks(compiler, tool, level, unit, folder):
    """The symbols that the unit leaves to others, and its sections of what changes and is not its own."""
    target = pathlib.Path(folder) / "unit.o"
    run(*compiler, *FLAGS, level, f"-I{INCLUDE}", "-c", str(unit), "-o", str(target))
    names = {line.split()[-1] for line in run(tool.format("nm"), "-u", str(target)).splitlines() if line.strip()}
    rows = [line.split() for line in run(tool.format("size"), "-A", str(target)).splitlines()]
    state = {row[0] for row in rows if row and row[0].startswith(WRITABLE) and row[1] != "0"}
    return names - OWN, {name for name in state if not name.startswith(".data.rel.ro") and not OWN_STATE.fullmatch(name)}


failed = checked = 0
with tempfile.TemporaryDirectory() as folder:
    for name, compiler, tool, levels, more in TARGETS:
        if not shutil.which(compiler[0]):
            print(f"{name}: {compiler[0]} is not here{'' if TARGETS is DEVICES else ', skipped'}")
            failed += TARGETS is DEVICES
            continue
        for level in levels:
            names, state = lacks(compiler, tool, level, UNIT, folder)
            names -= more
            checked += 1
            if names or state:
                print(f"{name} {level}: undefined {sorted(names)}, changes {sorted(state)}")
                failed += 1
                break  # (the other levels say the same)
    # The check can fail: a copy of so many bytes calls memcpy; variables are seen, and an inline constant is none.
    control = pathlib.Path(folder) / "control.cpp"
    control.write_text("""void copy(char* b, const char* a, unsigned long n) { __builtin_memcpy(b, a, n); }
        inline unsigned calls; unsigned first = 1; inline constexpr unsigned one = 1; inline const char* const names[] = {"a"};
        const void* use() { return ++calls + first != 9 ? static_cast<const void*>(&one) : names; }""")
    for compiler in (["g++"], ["clang++"]) if shutil.which("clang++") else (["g++"],):
        names, state = lacks(compiler, "{}", "-O0", control, folder)
        if names != {"memcpy"} or state != {".bss.calls", ".data.first"}:
            print(f"control, {compiler[0]}: undefined {sorted(names)}, changes {sorted(state)}")
            failed += 1
print(f"{checked} builds, {failed} failed")
sys.exit(failed != 0)
