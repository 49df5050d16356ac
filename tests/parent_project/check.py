#!/usr/bin/env python3
"""A project that adds stet sees one target and nothing else; an installed stet is found.

One target, no tests, no changed variables, no messages, no installed files; then the install
of stet itself: found by find_package, and neither the article nor a program called stet in it.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARENT = f"""cmake_minimum_required(VERSION 3.20)
project(parent LANGUAGES CXX)
get_cmake_property(before VARIABLES)
set(before_build_type "${{CMAKE_BUILD_TYPE}}")
add_subdirectory({ROOT} stet)
get_cmake_property(after VARIABLES)
list(REMOVE_ITEM after ${{before}} before before_build_type)
list(FILTER after EXCLUDE REGEX "^(stet_|STET_|CMAKE_|_)")
if(after)
  message(FATAL_ERROR "new variables: ${{after}}")
endif()
if(NOT CMAKE_BUILD_TYPE STREQUAL before_build_type)
  message(FATAL_ERROR "the build type was changed")
endif()
get_property(targets DIRECTORY {ROOT} PROPERTY BUILDSYSTEM_TARGETS)
if(NOT targets STREQUAL "stet")
  message(FATAL_ERROR "targets: ${{targets}}")
endif()
add_executable(user user.cpp)
target_link_libraries(user PRIVATE stet::stet)
"""
USER = """#include <stet.hpp>
int main() { int n = 0; for (stet::event e : stet::parse("One word.")) n += e.begin == 0; return n == 0; }
"""
FOUND = """cmake_minimum_required(VERSION 3.20)
project(found LANGUAGES CXX)
find_package(stet REQUIRED)
add_executable(user user.cpp)
target_link_libraries(user PRIVATE stet::stet)
"""


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    if done.returncode:
        sys.exit(f"{command}\n{done.stdout}\n{done.stderr}")
    return done.stdout + done.stderr


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for project, lists in (("parent", PARENT), ("found", FOUND)):
        (folder / project).mkdir()
        (folder / project / "CMakeLists.txt").write_text(lists)
        (folder / project / "user.cpp").write_text(USER)
    said = run("cmake", "-S", str(folder / "parent"), "-B", str(folder / "build"))
    if "stet" in said.replace(str(folder), "").replace(str(ROOT), ""):
        sys.exit(f"configuring a parent says: {said}")
    run("cmake", "--build", str(folder / "build"))
    run(str(folder / "build" / "user"))
    if "Total Tests: 0" not in run("ctest", "--test-dir", str(folder / "build"), "-N"):
        sys.exit("a parent gets tests")
    run("cmake", "--install", str(folder / "build"), "--prefix", str(folder / "none"))
    if any((folder / "none").rglob("*.hpp")):
        sys.exit("a parent's install holds stet")

    run("cmake", "-S", str(ROOT), "-B", str(folder / "own"), "-DSTET_TESTS=OFF", "-DSTET_EXAMPLES=OFF")
    run("cmake", "--install", str(folder / "own"), "--prefix", str(folder / "prefix"))
    files = {path.name for path in (folder / "prefix").rglob("*") if path.is_file()}
    if not {"stet.hpp", "stetConfig.cmake", "stet.pc"} <= files or {"article.txt", "stet"} & files:
        sys.exit(f"installed: {sorted(files)}")
    run("cmake", "-S", str(folder / "found"), "-B", str(folder / "user"), f"-DCMAKE_PREFIX_PATH={folder / 'prefix'}")
    run("cmake", "--build", str(folder / "user"))
    run(str(folder / "user" / "user"))
print("a parent sees one target; an installed stet is found")
