#!/usr/bin/env bash
# How long a book takes, best of five runs: wall time, time by stage, CPU time and peak memory.
#   bench/run.sh [BOOK.yaml]      default: the corpus where it is at hand, else the project's own guide
set -euo pipefail
cd "$(dirname "$0")/.."
program=${RELIURE:-build/release/src/reliure}
runs=5

if [ ! -x "$program" ]; then
  echo "bench/run.sh: no $program: run ./build.sh first" >&2
  exit 2
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

book=${1:-}
if [ -z "$book" ] && [ -d ../shared/corpus/guide-achats ]; then
  book=tests/books/guide-achats/book.yaml
elif [ -z "$book" ]; then
  book=$(ls content/*/book.yaml | head -1)
fi

best=
for run in $(seq "$runs"); do
  begin=$(date +%s%N)
  "$program" build "$book" -o "$folder/out" --timings 2>"$folder/said"
  wall=$((($(date +%s%N) - begin) / 1000))
  echo "run $run: $((wall / 1000)).$(printf %03d $((wall % 1000))) ms"
  if [ -z "$best" ] || [ "$wall" -lt "$best" ]; then
    best=$wall
    cp "$folder/said" "$folder/best"
  fi
done

echo
echo "$book on $(nproc) cores, best of $runs:"
printf '%10s ms  wall\n' "$((best / 1000)).$((best % 1000 / 100))"
grep -E '^ *[0-9.]+ (ms|MB)  ' "$folder/best"
grep -E ': ([0-9]+ pages, )?[0-9]+ bytes$' "$folder/best" | sed "s|$folder/out/||"
