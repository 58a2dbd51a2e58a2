#!/bin/sh
# Builds build/dist/gsmon/ and starts what was built, without a screen.
set -eu
cd "$(dirname "$0")/.."
if ! command -v objdump >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq && apt-get install -y -qq --no-install-recommends binutils >/dev/null
    else
        echo "objdump is missing: install the package binutils, then run this again." >&2
        exit 1
    fi
fi
.venv/bin/pyinstaller --noconfirm --clean --log-level WARN \
    --distpath build/dist --workpath build/pyinstaller build_specs/gsmon.spec
.venv/bin/python build_specs/smoke.py build/dist/gsmon/gsmon
