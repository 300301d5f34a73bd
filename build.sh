#!/usr/bin/env bash
# Installs what is missing, builds Reliure and makes the project's own book into out/.
set -euo pipefail
cd "$(dirname "$0")"
source cmake/setup.sh

install_debian build
# Tests need more packages; a tree that test.sh has configured keeps them.
[ -f build/release/build.ninja ] || cmake --preset release -DRELIURE_TESTS=OFF
cmake --build --preset release --target reliure

for manifest in content/*/book.yaml; do
  build/release/src/reliure build "$manifest" -o out
done
echo "The books are in out/:"
ls -l out
