# What the scripts under tests/ share. Source it; it changes to the root of the checkout.
# shellcheck shell=bash
set -euo pipefail

caller_dir=$PWD # for the scripts that take file names
export caller_dir
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jobs=$(nproc 2>/dev/null || echo 2)
export LC_ALL=C

die() {
  echo "$*" >&2
  exit 1
}

# is_count WORD: whether it is a whole number above 0.
is_count() { [[ $1 =~ ^[1-9][0-9]*$ ]]; }

# The public headers that need nothing but the library, one a line, as they are included.
public_headers() {
  (cd include && find . -name '*.hpp' -o -name '*.h') | sed 's|^\./||' |
    grep -Ev -f tests/tools/adapters.regex | sort
}

warning_flags() { cat tests/tools/warnings.flags; }

# Lines "package [command]" of these groups of tests/packages.txt, or of "all".
packages_of() {
  awk -v groups="$*" '
    /^#/ { group = $2; sub(/:$/, "", group); next }
    NF && (groups == "all" || index(" " groups " ", " " group " ")) { print $1, $2 }
  ' tests/packages.txt
}

# A package with a command is there when the command is; another one when dpkg says so.
is_installed() {
  if [ -n "$2" ]; then
    command -v "$2" >/dev/null
  else
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed'
  fi
}

# ensure GROUP... or ensure all: installs what is missing of them, or says what to install.
ensure() {
  local package command missing=()
  while read -r package command; do
    is_installed "$package" "$command" || missing+=("$package")
  done < <(packages_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "Not installed (names of Debian's packages): ${missing[*]}" >&2
    echo "Install them, or what your system calls them, then run this again." >&2
    return 1
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq </dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
    --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# suite PRESET [CTEST ARGUMENTS]: configures, builds, tests; then prints the figures of the tests
# (every line of their output that starts with "figure: ") and how many passed.
#
# Random tests run from one seed, so that a suite says the same twice; RC_PARAMS says another.
suite() {
  local preset=$1 log=build/suite.log status=0
  shift
  export RC_PARAMS=${RC_PARAMS:-seed=20131210}
  [ "$preset" = default ] || log=build-$preset/suite.log
  cmake --preset "$preset"
  cmake --build --preset "$preset" -j "$jobs" -- -k 0
  ctest --preset "$preset" -j "$jobs" "$@" 2>&1 | tee "$log" || status=$?
  echo
  sed -n 's/^figure: //p' "$(dirname "$log")/Testing/Temporary/LastTest.log"
  echo
  sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+).*/\1 \2/p' "$log" |
    awk '{ print $2 - $1 " passed, " $1 " failed" }'
  return "$status"
}
