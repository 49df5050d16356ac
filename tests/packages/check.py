#!/usr/bin/env python3
"""Where firmware gets its libraries: manifests of one version, examples that compile and run, no article.

Every manifest has the version of config.hpp; a library folder for Arduino is installed and holds the header where
Arduino looks for it; the examples for Arduino, ESP-IDF and Zephyr are compiled against stand-ins of the few functions
they call and print what they should; as a component of ESP-IDF the CMakeLists registers include; no file names the
host of a package registry.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CXX = os.environ.get("CXX", "g++")
ARTICLE = (ROOT / "examples/article.txt").read_bytes()
HEADINGS = "".join(re.sub(r"^\(lead\)|, \d+ paragraphs?$", "", line) + "\n" for line in
                   (ROOT / "tests/examples/outline.txt").read_text().splitlines()
                   if line and not line.startswith(("  ", "(lead)")))
REGISTRIES = [name + end for name, end in (("platformio", ".org"), ("components.espressif", ".com"), ("arduino", ".cc"),
                                           ("pypi", ".org"), ("npmjs", ".com"), ("crates", ".io"), ("conan", ".io"))]
wrong = []


def expect(condition, message):
    if not condition:
        wrong.append(message)


def call(*command, **keywords):
    return subprocess.run([str(word) for word in command], check=True, timeout=240, capture_output=True, **keywords).stdout


config = (ROOT / "include/stet/config.hpp").read_text()
version = ".".join(re.search(rf"#define STET_VERSION_{part} (\d+)", config)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def other_versions(version):
    stated = {
        "library.json": json.loads((ROOT / "library.json").read_text())["version"],
        "library.properties": re.search(r"^version=(.*)$", (ROOT / "library.properties").read_text(), re.M)[1],
        "idf_component.yml": re.search(r'^version: "(.*)"$', (ROOT / "idf_component.yml").read_text(), re.M)[1],
    }
    return [f"{name} says {said}, config.hpp {version}" for name, said in stated.items() if said != version]


wrong += other_versions(version)
expect(len(other_versions("9.9.9")) == 3, "the check of versions cannot fail")

macros = set(re.findall(r"^\s*#\s*define (STET_\w+)", "\n".join(path.read_text() for path in (ROOT / "include/stet").glob("*.hpp")), re.M))
macros = {name for name in macros if not name.endswith("_HPP")}
expect(len(macros) <= 6, f"more than six macros: {sorted(macros)}")
for path in ROOT.rglob("*"):
    if path.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(ROOT).parts):
        named = [name for name in REGISTRIES if name.encode() in path.read_bytes()]
        expect(not named, f"{path.relative_to(ROOT)} names {named}")

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    call("cmake", "-S", ROOT, "-B", folder / "own", "-DSTET_TESTS=OFF", "-DSTET_EXAMPLES=OFF")
    call("cmake", "--install", folder / "own", "--component", "arduino", "--prefix", folder / "stet")
    files = {str(path.relative_to(folder / "stet")) for path in (folder / "stet").rglob("*") if path.is_file()}
    expect({"library.properties", "src/stet.hpp", "examples/FromStream/FromStream.ino"} <= files
           and not any("article" in each for each in files), f"the library folder for Arduino holds {sorted(files)}")

    def runs(source, include, before="", after=""):
        """What the example prints that is given the article."""
        unit = folder / "unit.cpp"
        unit.write_text(f'{before}#include "{source}"\n{after}')
        call(CXX, "-std=c++17", "-Wall", "-Wextra", "-Werror", f"-I{HERE / 'standins'}", f"-I{include}", unit, "-o", folder / "unit")
        return call(folder / "unit", input=ARTICLE).decode()

    sketch = {"include": folder / "stet/src", "before": "#include <Arduino.h>\n"}
    once = "int main() { setup(); loop(); }\n"
    sketches = folder / "stet/examples"
    for what, printed, wanted in (
            ("FromStream.ino", runs(sketches / "FromStream/FromStream.ino", **sketch, after=once), HEADINGS),
            ("IntoPrint.ino", runs(sketches / "IntoPrint/IntoPrint.ino", **sketch, after=once), '"We are ready,"\n'),
            ("esp_idf", runs(ROOT / "examples/esp_idf/main/main.cpp", ROOT / "include", after="int main() { app_main(); }\n"), HEADINGS),
            ("zephyr", runs(ROOT / "examples/zephyr/src/main.cpp", ROOT / "include"), HEADINGS)):
        expect(printed == wanted, f"{what} prints\n{printed}and not\n{wanted}")

    (folder / "idf").mkdir()
    (folder / "idf/CMakeLists.txt").write_text(f"""cmake_minimum_required(VERSION 3.20)
project(idf LANGUAGES CXX)
set(ESP_PLATFORM ON)
function(idf_component_register)
  message(STATUS "registered ${{ARGN}}")
endfunction()
add_subdirectory({ROOT} stet)
""")
    said = call("cmake", "-S", folder / "idf", "-B", folder / "idf_build", text=True)
    expect("registered INCLUDE_DIRS;include" in said, f"no component of ESP-IDF: {said}")

print("\n".join(wrong) or f"version {version} everywhere; the examples print what they should")
sys.exit(bool(wrong))
