#!/usr/bin/env bash
# run.sh PROGRAM SECONDS [SEED]: runs one fuzzer of libFuzzer over the corpus for so long. Fails on a
# finding, and when the fuzzer did not run to its end; a finding is printed, to be made a test. With a
# seed of 1, the default, it goes the same way each time; 0 is another one every time.
set -uo pipefail
cd "$(dirname "$0")/.."
name=$(basename "$1")
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
mkdir "$found/corpus"
timeout $(($2 + 120)) "$1" -max_total_time="$2" -seed="${3:-1}" -max_len=1000 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict=fuzz/stet.dict -artifact_prefix="$found/input-" "$found/corpus" fuzz/corpus >"$found/log" 2>&1
status=$?
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/log")
echo "$name: ${runs:-0} runs, status $status"
if ((status != 0)) || ! grep -q '^Done ' "$found/log" || ((${runs:-0} < 100)); then
    grep -vE '^#[0-9]|NEW_FUNC|DE: |^"|^\s+#[0-9]' "$found/log" | tail -60
    for input in "$found"/input-*; do
        [[ -e $input ]] && echo "$name: base64 of $(basename "$input"):" && base64 "$input"
    done
    exit 1
fi
