#!/usr/bin/env python3
"""check.py EXAMPLE PROGRAM: runs an example on the example article and compares what it prints."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ARTICLE = HERE.parents[1] / "examples/article.txt"
example, program = sys.argv[1:]
wrong = []


def run(*arguments, **keywords):
    return subprocess.run([program, *arguments], capture_output=True, timeout=60, **keywords)


def expect(condition, message):
    if not condition:
        wrong.append(message)


wanted = (HERE / f"{example}.txt").read_bytes()
if example in ("explain", "outline", "quotes"):
    expect(run(ARTICLE).stdout == wanted, f"the {example} is another one")
    missing = run("no/such/file")
    expect(missing.returncode == 1 and b"no/such/file" in missing.stderr, "a missing file is not told of")
    expect(run(HERE).returncode == 1, "a folder is read as a file")
    expect(run().returncode == 1, "no file at all is no error")
elif example == "stream":
    expect(run(stdin=ARTICLE.open("rb")).stdout == wanted, "the stream is shown otherwise")
else:
    expect(run(ARTICLE).stdout == wanted, "the spans are other ones")
    expect(run("-", stdin=ARTICLE.open("rb")).stdout == wanted, "other spans from standard input")
    for size in ("1", "7", "64", "100000"):
        expect(run("--chunk", size, ARTICLE).stdout == wanted, f"other spans in pieces of {size}")
    plain = run("--no-attribution", ARTICLE).stdout
    expect(plain.count(b"\t-1\t-1\t-1\t-1\t-\t-\n") == wanted.count(b"quote\t"), "speakers without the layer")
    expect(run("--german", ARTICLE).stdout.count(b"quote\t") == wanted.count(b"quote\t"), "other quotations in German")
    both = run("no/such/file", ARTICLE)
    expect(both.returncode == 1 and b"no/such/file" in both.stderr, "a missing file is not told of")
    expect(both.stdout == wanted, "the files after a missing one are not done")
    expect(run(HERE).returncode == 1, "a folder is read as a file")
    with tempfile.TemporaryDirectory() as folder:
        expect(run("--out", folder, ARTICLE).stdout == b"", "--out prints too")
        expect((pathlib.Path(folder) / "article.tsv").read_bytes() == wanted, "--out writes other spans")
        expect(run("--out", folder + "/none", ARTICLE).returncode == 1, "what cannot be written is not told of")
    expect(run().returncode == 1, "no file at all is no error")
print("\n".join(wrong) or f"{example}: as expected")
sys.exit(bool(wrong))
