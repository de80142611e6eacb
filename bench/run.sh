#!/usr/bin/env bash
# Measures ValetKey beside the machine's limit and named peers: bash bench/run.sh [NAME]   (NAME is a file of bench/rows; all without it)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

for tool in dotnet node npm; do
    command -v "$tool" >/dev/null || { echo "bench/run.sh needs $tool on the PATH." >&2; exit 2; }
done
[ -r /proc/self/status ] || { echo "bench/run.sh reads memory from /proc: run it on Linux." >&2; exit 2; }

# The peers, exactly as bench/package-lock.json pins them; again only when the lock has changed.
if ! cmp -s bench/package-lock.json bench/node_modules/.installed; then
    echo "Installing the peers ..." >&2
    (cd bench && npm ci --no-audit --no-fund --loglevel=error >&2)
    cp bench/package-lock.json bench/node_modules/.installed
fi
exec node bench/run.mjs "$@"
