#!/usr/bin/env python3
"""bytes_of.py FROM TO: writes a file's bytes as the elements of a C++ array of char."""
import pathlib
import sys

data = pathlib.Path(sys.argv[1]).read_bytes()
target = pathlib.Path(sys.argv[2])
target.parent.mkdir(parents=True, exist_ok=True)
rows = (data[i:i + 20] for i in range(0, len(data), 20))
target.write_text("\n".join("".join(f"'\\x{byte:02x}'," for byte in row) for row in rows) + "\n")
