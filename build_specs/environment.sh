#!/bin/sh
# Makes .venv with everything the project needs, from the lock file; safe to run again, quick when nothing changed.
# Where it may (root or sudo on a Debian-like system) it also installs what is missing of the system:
# Python's venv module, the libraries that Qt's windows need, and a font with Kazakh letters.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/.made-from
want=$(cat requirements.lock pyproject.toml build_specs/environment.sh | cksum)

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

install_debian() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Missing: $*. Install these with your system's package manager, then run this again."
        return 1
    fi
    say "Installing system packages: $*"
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null; then
        say "Could not install them. Run this as an administrator, then try again:  apt-get install $*"
        return 1
    fi
}

find_python() {
    for name in ${PYTHON:-} python3.11 python3 python3.12 python3.13; do
        if command -v "$name" >/dev/null 2>&1 &&
           "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Python 3.11, 3.12 or 3.13 is needed. Install it (Debian: apt-get install python3 python3-venv) and run this again."
    exit 1
}

if [ -x .venv/bin/gsmon ] && [ "$(cat $stamp 2>/dev/null || true)" = "$want" ]; then
    exit 0
fi

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        install_debian python3-venv
        "$python" -m venv .venv
    fi
fi

say "Installing the locked packages into .venv (some hundred megabytes the first time)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . >.venv/install.log 2>&1 ||
    { cat .venv/install.log >&2; exit 1; }

qt_lacks_libraries() {
    ! .venv/bin/python -c 'import PySide6.QtWidgets, PySide6.QtSvg' 2>/dev/null ||
        find .venv -name libqxcb.so -exec ldd {} + 2>/dev/null | grep -q 'not found'
}
if qt_lacks_libraries && command -v apt-get >/dev/null 2>&1; then
    # What Qt's core and its X11 platform link against.
    install_debian libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 \
        libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
        libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 || say "Going on: without a screen not all of them are needed."
fi
.venv/bin/python -c 'import PySide6.QtWidgets, PySide6.QtSvg'
if command -v apt-get >/dev/null 2>&1 && [ -z "$(find /usr/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)" ]; then
    install_debian fonts-dejavu-core || say "Without a font, texts in pictures stay empty."
fi
printf '%s' "$want" > $stamp
