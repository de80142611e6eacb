#!/usr/bin/env bash
# Builds everything and runs every test: bash eng/test.sh
# Needs the .NET SDK and Node; what else the tests need comes from Debian and is installed when it is missing (as root, or by sudo).
# The last line says how it went; the exit code is 0 only when every test passed and none went missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
packages=(chromium fonts-dejavu-core python3 python3-requests-oauthlib python3-cryptography python3-jwt
    ruby ruby-oauth perl libnet-oauth-perl libwww-perl php-cli php-oauth gcc libc6-dev liboauth-dev      # clients of others, run unmodified
    zlib1g-dev)                     # with gcc, what links the command line
expected=eng/expected-tests.txt
logs=artifacts/test-logs
longest=10m                     # for the tests of one project

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'eng/test.sh: %s\n' "$*" >&2; exit 1; }

install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: the tests take chromium, python3, ruby, perl, php and gcc with the libraries of clients/ from /usr/bin, as they are"
        return
    fi
    local missing=() package
    for package in "${packages[@]}"; do
        [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) == 'install ok installed' ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    say "Installing from Debian: ${missing[*]}"
    local root=()
    if ((EUID)); then
        command -v sudo >/dev/null || fail "these packages are missing, and there is neither root nor sudo: apt-get install ${missing[*]}"
        root=(sudo)
    fi
    "${root[@]}" apt-get -q update || echo 'apt-get update failed; trying with the lists that are there.' >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${missing[@]}" \
        || fail "apt-get could not install ${missing[*]}"
}

number_of() { sed -n "s/^  $1: \([0-9]\+\)\$/\1/p" "$2" | tail -n 1; }      # from the summary that ends the output

install_npm_clients() {          # as the lock pins them; again only when it has changed
    local folder=tests/ValetKey.EndToEnd/clients
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed" && return
    say 'Installing clients of others from npm'
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || fail 'npm could not install the clients.'
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
}

for tool in dotnet node npm; do
    command -v "$tool" >/dev/null || fail "$tool is not on the PATH: the tests need the .NET SDK and Node."
done
install_missing
install_npm_clients

say 'Building'
# No build server is left behind: other builds on the machine keep theirs.
dotnet build ValetKey.slnx --nologo --verbosity quiet --nodereuse:false -p:UseSharedCompilation=false -clp:NoSummary || fail 'the build failed.'

mkdir -p "$logs"
passed=0 failed=0 skipped=0 wrong=()
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    minimum=$(awk -v name="$name" '$1 == name { print $2 }' "$expected")
    if [[ ! $minimum =~ ^[1-9][0-9]*$ ]]; then
        wrong+=("$name has no line in $expected: add '$name NUMBER', the number of its tests.")
        continue
    fi
    say "$name"
    log=$logs/$name.log code=0
    dotnet test --project "$project" --no-build --no-ansi --no-progress --minimum-expected-tests "$minimum" --timeout "$longest" 2>&1 | tee "$log" || code=$?
    ran=$(number_of total "$log")
    passed=$((passed + $(number_of succeeded "$log" | grep . || echo 0)))
    failed=$((failed + $(number_of failed "$log" | grep . || echo 0)))
    skipped=$((skipped + $(number_of skipped "$log" | grep . || echo 0)))
    case $code in
        0) ((ran == minimum)) || echo "Note: $name has $ran tests now; raise its number in $expected from $minimum." ;;
        2) wrong+=("$name has failing tests; its output is kept in $log.") ;;
        8) wrong+=("$name ran no test.") ;;
        9) wrong+=("$name ran ${ran:-0} tests where $expected expects at least $minimum: find out which are gone, or lower the number there in the same commit.") ;;
        *) wrong+=("$name ended with exit code $code; its output is kept in $log.") ;;
    esac
done
while read -r name _; do
    [[ -z $name || $name == \#* || -f tests/$name/$name.csproj ]] || wrong+=("$expected names $name, which is not in tests/.")
done <"$expected"

((${#wrong[@]} == 0)) || say 'Not in order:'
for line in "${wrong[@]}"; do echo "  $line"; done
total="$passed passed, $failed failed"
((skipped == 0)) || total+=", $skipped skipped"
printf '\n%s\n' "$total"
((failed == 0 && ${#wrong[@]} == 0))
