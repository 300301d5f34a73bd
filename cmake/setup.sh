# Installs what `dependencies.txt` names and this machine lacks. Sourced by build.sh and test.sh:
#   install_debian KIND     the Debian packages of a kind (build, test)
#   install_npm             the npm packages, into build/judges
# Needs root or sudo only when something is missing.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# dependencies KIND: the names on all lines of that kind.
dependencies() {
  sed -n "s/^$1 //p" dependencies.txt | tr ' ' '\n'
}

is_installed() {
  # A command that is there counts, whoever installed it: node often does not come from Debian.
  command -v "$1" >/dev/null 2>&1 || [ "$1" = nodejs ] && command -v node >/dev/null 2>&1 ||
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed'
}

install_debian() {
  local missing=()
  local name
  for name in $(dependencies "$1"); do
    is_installed "$name" || missing+=("$name")
  done
  [ "${#missing[@]}" -eq 0 ] && return
  echo "Installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# All together: npm removes what it was not asked for. Nothing that a package would run is run.
install_npm() {
  local name
  for name in $(dependencies npm); do
    grep -qs "\"version\": \"${name##*@}\"" "build/judges/node_modules/${name%@*}/package.json" && continue
    mkdir -p build/judges
    # shellcheck disable=SC2046
    npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix build/judges $(dependencies npm)
    return
  done
}
