#!/usr/bin/env bash
# Feeds the readers of OAuth 1.0 headers, forms, addresses and redirects with mutated input: bash eng/fuzz.sh [COUNT] [SEED]
# COUNT is 10,000,000 without an argument; SEED is drawn. A failure names the seed and the input; the same seed brings the same inputs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export FUZZ_COUNT=${1:-10000000} FUZZ_SEED=${2:-$RANDOM$RANDOM} DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
echo "FUZZ_COUNT=$FUZZ_COUNT FUZZ_SEED=$FUZZ_SEED"
dotnet run --project tests/ValetKey.OAuth.Tests -c Release -- -class '*ParserFuzzTests'
