#!/usr/bin/env bash
# Installs what is missing, builds Reliure and makes the project's own books into out/.
set -euo pipefail
cd "$(dirname "$0")"
source cmake/setup.sh

install_debian build
# Tests need more packages; a tree that test.sh has configured keeps them.
[ -f build/release/build.ninja ] || cmake --preset release -DRELIURE_TESTS=OFF
cmake --build --preset release --target reliure

for manifest in content/*/book.yaml; do
  build/release/src/reliure build "$manifest" -o out --summary
done | awk -F '\t' '
  BEGIN { printf "\n%-58s %6s %9s %8s %9s\n", "", "pages", "bytes", "time", "warnings" }
  { printf "%-58s %6s %9s %5d ms %9s\n", $1, ($2 > 0 ? $2 : ""), $3, $4, $5 }'
echo
echo "To open:"
ls out/*.pdf out/*.epub out/*/index.html
