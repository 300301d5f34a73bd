#!/usr/bin/env bash
# Installs what is missing, builds everything twice (GCC optimized, Clang with sanitizers) and runs every test.
set -euo pipefail
cd "$(dirname "$0")"
source cmake/setup.sh

install_debian build
install_debian test
install_npm

cmake --preset release -DRELIURE_TESTS=ON
cmake --build --preset release
cmake --preset sanitize
cmake --build --preset sanitize

ctest --preset release -j "$(nproc)"
# Judges read finished files: what they see does not depend on the build.
ctest --preset sanitize -j "$(nproc)" --label-exclude judge
