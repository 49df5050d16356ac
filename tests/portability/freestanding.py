#!/usr/bin/env python3
"""Law 9: every public function, used on static objects, leaves no symbol undefined.

For each compiler that is here and each optimisation: compiled freestanding, `nm -u` may name
nothing but what the unit itself declares, and static objects lie in .bss: .data is empty.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNIT = ROOT / "tests/portability/every_member.cpp"
FLAGS = """-std=c++17 -ffreestanding -nostdinc++ -fno-exceptions -fno-rtti -fno-threadsafe-statics
-fno-unwind-tables -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections""".split()
OWN = {"input_data", "input_size", "output", "_GLOBAL_OFFSET_TABLE_", "__stack_pointer", "__linear_memory"}
TARGETS = [  # name, compiler with its flags, prefix of nm and size
    ("x86-64, g++", ["g++"], ""),
    ("x86-64, clang", ["clang++"], ""),
    ("Cortex-M0+, g++", ["arm-none-eabi-g++", "-mcpu=cortex-m0plus"], "arm-none-eabi-"),
]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout


def undefined(compiler, prefix, level, unit, folder):
    """The symbols that the unit leaves to others, and the bytes of its .data sections."""
    target = pathlib.Path(folder) / "unit.o"
    run(*compiler, *FLAGS, level, f"-I{ROOT}/include", "-c", str(unit), "-o", str(target))
    names = {line.split()[-1] for line in run(prefix + "nm", "-u", str(target)).splitlines() if line.strip()}
    sizes = [line.split() for line in run(prefix + "size", "-A", str(target)).splitlines()]
    data = sum(int(row[1]) for row in sizes if row and row[0].startswith(".data") and ".rel.ro" not in row[0])
    return names - OWN, data


failed = checked = 0
with tempfile.TemporaryDirectory() as folder:
    for name, compiler, prefix in TARGETS:
        if not shutil.which(compiler[0]):
            print(f"{name}: {compiler[0]} is not here, skipped")
            continue
        for level in ("-O0", "-Og", "-Os", "-O2", "-O3"):
            names, data = undefined(compiler, prefix, level, UNIT, folder)
            checked += 1
            if names or data:
                print(f"{name} {level}: undefined {sorted(names)}, .data {data} bytes")
                failed += 1
    # The check can fail: a copy of so many bytes calls memcpy.
    control = pathlib.Path(folder) / "control.cpp"
    control.write_text("void copy(char* b, const char* a, unsigned long n) { __builtin_memcpy(b, a, n); }\n")
    names, data = undefined(["g++"], "", "-O0", control, folder)
    failed += names != {"memcpy"}
print(f"{checked} builds, {failed} failed")
sys.exit(failed != 0)
