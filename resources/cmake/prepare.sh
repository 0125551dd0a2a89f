# shellcheck shell=bash
# What app/run and tests/run share: the packages, and the way from a checkout to built targets.
# Sourced, never run. Whatever these functions print goes to standard error: standard output is the program's.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)

# shellcheck disable=SC2034 # read by those who source this
# Debian 12 names, each asked for by itself because recommends are not installed.
programPackages=(
    g++ cmake ninja-build ccache pkg-config             # to build
    qt6-base-dev qt6-charts-dev qt6-svg-dev             # Qt with its xcb and offscreen platforms
    libqt6opengl6-dev libgl-dev                         # Qt Charts is not found without them
    qt6-tools-dev qt6-l10n-tools qt6-translations-l10n  # translations: ours (lrelease), Qt's own (Korean)
    qt6-wayland                                         # the platform of a Wayland desktop
    libcli11-dev nlohmann-json3-dev libsqlite3-dev
    libzip-dev                                          # exercises as archives, and what is handed in
    libdw-dev                                           # backtraces of a process that is looked at
    liburing-dev                                        # io_uring, one of the ways a server waits
    libboost-dev libssl-dev libzmq3-dev                 # stacks: http and its like; https; zeromq
    libtirpc-dev rpcsvc-proto                           # stack onc-rpc
    libgrpc++-dev libprotobuf-dev                       # stack grpc
    protobuf-compiler protobuf-compiler-grpc
    libthrift-dev thrift-compiler                       # stacks thrift, thrift-compact
    libsystemd-dev dbus-daemon                          # stack dbus
    fonts-dejavu-core fonts-noto-cjk                    # without a font a window shows boxes
)
# shellcheck disable=SC2034
testPackages=(libgtest-dev libgmock-dev libbenchmark-dev)
# shellcheck disable=SC2034
fuzzPackages=(clang libclang-rt-14-dev llvm) # Debian 12 has this version

say() { printf 'ipclab: %s\n' "$*" >&2; }
quit() { local status=$1; shift; say "$@"; exit "$status"; }

# missingPackages NAME…: those that are not installed, one a line.
missingPackages() {
    comm -13 <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
                   sed -n 's/^installed //p' | sort -u) \
             <(printf '%s\n' "$@" | sort -u)
}

asRoot() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi
}

canBeRoot() {
    [[ $(id -u) == 0 ]] && return
    command -v sudo >/dev/null || return
    sudo -n true 2>/dev/null || [[ -t 2 && -r /dev/tty ]] # with a terminal sudo may ask for the password
}

# installMissing NAME…: exits with 3, naming the packages, where they cannot be installed.
installMissing() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian system; taking it on trust that the like of these is installed: $*"
        return
    fi
    local missing
    mapfile -t missing < <(missingPackages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return
    local byHand="apt-get install --no-install-recommends ${missing[*]}"
    canBeRoot || quit 3 "these packages are missing and neither root nor sudo is at hand. As root: $byHand"
    say "installing ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    asRoot "${apt[@]}" update >&2 </dev/null || say "apt-get update failed; trying with the lists at hand"
    asRoot "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2 </dev/null ||
        quit 3 "the packages could not be installed (the lines above say why). As root: $byHand"
}

# cached FOLDER NAME: the value that the build folder was configured with.
cached() {
    sed -n "s/^$2:[A-Z]*=//p" "$1/CMakeCache.txt" 2>/dev/null
}

isConfigured() {
    [[ -f $1/build.ninja && $(cached "$1" CMAKE_HOME_DIRECTORY) == "$root" ]]
}

# configure FOLDER NAME=VALUE…: only where one of the values is not already in force; what changes in the
# sources and CMake files later is for ninja to notice.
configure() {
    local folder=$1 setting same=yes
    shift
    if ! isConfigured "$folder"; then # never, not to the end, elsewhere (CMake refuses that) or not for ninja
        rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
        same=no
    fi
    for setting in "$@"; do
        [[ $(cached "$folder" "${setting%%=*}") == "${setting#*=}" ]] || same=no
    done
    [[ $same == yes ]] && return
    cmake -S "$root" -B "$folder" -G Ninja "${@/#/-D}" >&2 || quit 1 "configuring failed"
}

# build FOLDER TARGET…: prints nothing where nothing is to do.
build() {
    local folder=$1
    shift
    # First the build file itself: new and lost sources are noticed there.
    ninja -C "$folder" --quiet build.ninja >/dev/null || true # what is wrong says the build below
    if ninja -C "$folder" -n "$@" 2>/dev/null | grep -q '^ninja: no work to do'; then return; fi
    if [[ -t 2 ]]; then
        ninja -C "$folder" "$@" >&2
    else
        ninja -C "$folder" "$@" | sed '/^ninja: \(Entering\|no work\)/d; /Re-checking globbed directories/d' >&2
    fi || quit 1 "building failed"
}

# locked FOLDER COMMAND…: ninja itself has no guard against two builds in one folder.
locked() {
    local folder=$1
    shift
    mkdir -p "$folder"
    (
        flock -n 9 || { say "waiting for another build in $folder"; flock 9; }
        "$@" 9>&-
    ) 9>"$folder/.lock"
}

compilerCache() {
    if [[ -z ${CCACHE_DIR:-} && ! -w ${HOME:-/nonexistent} ]]; then
        export CCACHE_DIR=$root/build/.ccache
    fi
    if [[ ${CI:-} == true ]]; then # a fresh clone finds what an earlier one compiled
        export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=true
    fi
}
