#!/usr/bin/env bash
# All tests of Petitions, from a clean clone, with nothing but the .NET SDK on a Debian machine.
#
#   scripts/test.sh                     everyday run: every project, data tests on both engines
#   scripts/test.sh --full              what CI runs: browser crawl in every combination, on both engines
#   scripts/test.sh Domain Web          only these projects
#   scripts/test.sh Web SignIn          only tests whose full name contains "SignIn", in that project
#
# It installs what is missing (as root, with apt; the drills on full disks mount a tmpfs as root), starts a throw-away PostgreSQL of its own and stops
# only that one. Nothing is ever skipped: a missing tool, a project without tests, a missing result file
# and a skipped test are all failures. The last line, alone, is: N passed, N failed, N skipped
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/postgres.sh
exec </dev/null

readonly PROJECTS=(Domain Architecture Services Web Browser)
readonly VNU_VERSION=26.9.27
readonly VNU_SHA512=TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==
readonly CACHE="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/petitions-tests"

full=0
chosen=()
filter=""
for arg in "$@"; do
    case "$arg" in
        --full) full=1 ;;
        -h|--help) sed -n '2,12p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 0 ;;
        -*) echo "test.sh: unknown option $arg" >&2; exit 2 ;;
        Domain|Architecture|Services|Web|Browser) chosen+=("$arg") ;;
        *) filter="${filter:+$filter|}FullyQualifiedName~$arg" ;;
    esac
done
(( ${#chosen[@]} )) || chosen=("${PROJECTS[@]}")

passed=0 failed=0 skipped=0 problems=() lines=()
started_at=$SECONDS
pg_pid="" pg_dir="" temp="" results="" running=()

say()     { printf '%s\n' "$*" >&2; }
stage()   { say "== $* (at $((SECONDS - started_at)) s)"; }
problem() { problems+=("$*"); failed=$((failed + 1)); say "PROBLEM: $*"; }

# The closing report. Also used when preparation fails, so that a run never ends without its totals.
finish() {
    local line
    for line in ${lines[@]+"${lines[@]}"}; do echo "$line"; done
    for line in ${problems[@]+"${problems[@]}"}; do echo "PROBLEM: $line"; done
    (( passed > 0 )) || { (( failed > 0 )) || failed=1; }
    say "== done (at $((SECONDS - started_at)) s), results in ${results:-nowhere}"
    echo "$passed passed, $failed failed, $skipped skipped"
    (( failed == 0 && skipped == 0 && ${#problems[@]} == 0 )) || exit 1
    exit 0
}
give_up() { problem "$*"; finish; }

clean_up() {
    # Only what still runs: the number of a job that ended may be somebody else's by now.
    for pid in $(jobs -pr); do
        [[ " ${running[*]-} " == *" $pid "* ]] || continue
        # First the row, which would go on with its next project.
        mapfile -t below < <(pgrep -P "$pid")
        kill "$pid" ${below[@]+"${below[@]}"} 2>/dev/null || true
    done
    [[ -z "$pg_pid" ]] || pg_stop "$pg_pid"
    [[ -z "$pg_dir" ]] || rm -rf -- "$pg_dir"
    [[ -z "$temp" ]] || rm -rf -- "$temp"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

wants() { local each; for each in "${chosen[@]}"; do [[ "$each" == "$1" ]] && return 0; done; return 1; }

# ---- tools ------------------------------------------------------------------------------------------

has_cjk_fonts() { compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || { command -v fc-list >/dev/null && [[ -n "$(fc-list :lang=zh-cn family)" ]]; }; }
has_chromium()  { [[ -x "${PETITIONS_TEST_CHROMIUM:-/usr/bin/chromium}" ]]; }
needs_postgres() { wants Services || wants Web || { wants Browser && (( full )); }; }

missing_packages() {
    if needs_postgres && ! postgres_bin >/dev/null; then echo postgresql; fi
    if wants Web; then
        # Two nodes behind a proxy, a mail catcher.
        command -v nginx >/dev/null || echo nginx-light
        command -v openssl >/dev/null || echo openssl
        command -v perl >/dev/null || echo perl
        # A node with a wrong clock.
        command -v faketime >/dev/null || echo faketime
    fi
    if wants Services || wants Web; then
        # It draws the pages of scanned PDFs.
        command -v pdftoppm >/dev/null || echo poppler-utils
    fi
    if wants Services || wants Browser; then
        # PDFs are printed by the browser.
        has_chromium || echo chromium
        has_cjk_fonts || echo fonts-noto-cjk
    fi
    if wants Browser; then
        command -v java >/dev/null || echo default-jre-headless
        [[ -f "$CACHE/vnu-$VNU_VERSION.jar" ]] || command -v npm >/dev/null || echo npm
    fi
}

install_tools() {
    local wanted
    wanted="$(missing_packages | tr '\n' ' ')"
    [[ -n "${wanted// /}" ]] || return 0
    if (( EUID != 0 )) || ! command -v apt-get >/dev/null; then
        give_up "missing on this machine: $wanted; install these Debian packages, or run this script as root"
    fi
    stage "installing $wanted"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 || say "apt-get update failed; trying with the lists at hand"
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $wanted >&2 || give_up "apt-get could not install: $wanted"
    wanted="$(missing_packages | tr '\n' ' ')"
    [[ -z "${wanted// /}" ]] || give_up "still missing after apt-get install: $wanted"
}

# The Nu HTML checker, from the npm package that carries its jar: version and digest pinned here.
fetch_vnu() {
    local work tarball
    export PETITIONS_TEST_VNU_JAR="$CACHE/vnu-$VNU_VERSION.jar"
    [[ ! -f "$PETITIONS_TEST_VNU_JAR" ]] || return 0
    stage "fetching the Nu HTML checker $VNU_VERSION"
    mkdir -p "$CACHE"
    work="$(mktemp -d)"
    (cd "$work" && npm pack --silent "vnu-jar@$VNU_VERSION" >/dev/null) || give_up "npm could not fetch vnu-jar@$VNU_VERSION"
    tarball="$work/vnu-jar-$VNU_VERSION.tgz"
    [[ "$(openssl dgst -sha512 -binary "$tarball" | base64 -w0)" == "$VNU_SHA512" ]] || give_up "vnu-jar@$VNU_VERSION has not the digest pinned in scripts/test.sh"
    tar -xzf "$tarball" -C "$work" package/build/dist/vnu.jar || give_up "vnu-jar@$VNU_VERSION holds no build/dist/vnu.jar"
    mv "$work/package/build/dist/vnu.jar" "$PETITIONS_TEST_VNU_JAR"
    rm -rf -- "$work"
}

# ---- where throw-away data lie ----------------------------------------------------------------------

# In memory where there is room: durability stays switched on and is tested as it is, only the disk below is quick.
readonly ROOM_MB=6000
scratch="${TMPDIR:-/tmp}"
if [[ -w /dev/shm ]] && (( $(df --output=avail -m /dev/shm 2>/dev/null | tail -n1) >= ROOM_MB )); then scratch=/dev/shm; fi

# ---- PostgreSQL -------------------------------------------------------------------------------------

start_postgres() {
    local password
    postgres_bin >/dev/null || give_up "no PostgreSQL server binaries found"
    stage "starting a throw-away PostgreSQL from $(postgres_bin)"
    pg_dir="$(mktemp -d "$scratch/petitions-pg.XXXXXX")"
    password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    pg_init "$pg_dir" "$password" || give_up "initdb failed"
    pg_start "$pg_dir" || give_up "the throw-away PostgreSQL did not start"
    pg_pid="$started_pid"
    export PETITIONS_TEST_POSTGRES="Host=127.0.0.1;Port=$started_port;Database=postgres;Username=petitions_tests;Password=$password"
}

# ---- one test project -------------------------------------------------------------------------------

counter() { sed -n 's/.*<Counters [^>]*\b'"$2"'="\([0-9]*\)".*/\1/p' "$1" | head -n1; }

test_once() { # project engine; leaves a log, a result file and the exit code in the results folder
    local code=0
    PETITIONS_TEST_ENGINE="$2" PETITIONS_TEST_FULL="$full" \
        dotnet test "tests/Petitions.$1.Tests" -c Debug --no-build --nologo \
        --results-directory "$results" --logger "trx;LogFileName=$1-$2.trx" --logger "console;verbosity=minimal" \
        ${filter:+--filter "$filter"} >"$results/$1-$2.log" 2>&1 || code=$?
    echo "$code" >"$results/$1-$2.code"
}

count_tests() { # project engine
    local label="$1 ($2)" trx="$results/$1-$2.trx" code total executed ok bad skip
    cat "$results/$1-$2.log" >&2
    code="$(cat "$results/$1-$2.code")"
    if [[ ! -f "$trx" ]]; then
        if [[ -n "$filter" && "$code" == 0 ]]; then lines+=("$label: no test matches the filter"); return; fi
        problem "$label: no result file (dotnet test ended with $code)"; return
    fi
    total="$(counter "$trx" total)" executed="$(counter "$trx" executed)"
    ok="$(counter "$trx" passed)" bad=0
    for kind in failed error timeout aborted; do bad=$((bad + $(counter "$trx" $kind || true))); done
    if [[ -z "$total" || -z "$executed" || -z "$ok" ]]; then problem "$label: unreadable result file"; return; fi
    skip=$((total - executed))
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
    lines+=("$label: $ok passed, $bad failed, $skip skipped")
    if (( total == 0 )) && [[ -z "$filter" ]]; then problem "$label: ran no test"; fi
    if (( skip > 0 )); then problem "$label: $skip skipped; a skipped test is a failure here"; fi
    if (( code != 0 && bad == 0 )); then problem "$label: dotnet test ended with $code though no test failed"; fi
}

run_tests() { # project engine...
    local project="$1" engine
    shift
    stage "tests: $project ($*)"
    for engine in "$@"; do test_once "$project" "$engine"; count_tests "$project" "$engine"; done
}

# Tests wait for nodes, browsers and drills half of their time: four rows side by side keep two processors busy. The
# drills of Web wait longest and begin first.
run_side_by_side() {
    local row each begun=()
    for row in "Web:sqlite" "Web:postgres" "Domain:sqlite Architecture:sqlite Browser:sqlite" "Services:sqlite Services:postgres"; do
        (
            for each in $row; do
                wants "${each%:*}" || continue
                stage "tests: ${each%:*} (${each#*:}), beside the others" >&2
                test_once "${each%:*}" "${each#*:}"
            done
        ) &
        begun+=($!)
    done
    running+=("${begun[@]}")
    for row in "${begun[@]}"; do wait "$row"; done
    for each in Domain:sqlite Architecture:sqlite Services:sqlite Services:postgres Web:sqlite Web:postgres Browser:sqlite; do
        ! wants "${each%:*}" || count_tests "${each%:*}" "${each#*:}"
    done
}

# ---- the run ----------------------------------------------------------------------------------------

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
# Tests and the portals they start live for seconds: counting calls to compile them better later costs a fifth of a start.
export DOTNET_TieredPGO=0
command -v dotnet >/dev/null || give_up "dotnet is not on PATH; global.json names the SDK"
results="${PETITIONS_TEST_RESULTS:-$(mktemp -d "${TMPDIR:-/tmp}/petitions-results.XXXXXX")}"
mkdir -p "$results"
rm -f -- "$results"/*.{trx,log,code}

install_tools
if wants Browser; then fetch_vnu; fi

stage "restore and build"
dotnet restore Petitions.sln --locked-mode >&2 || give_up "dotnet restore --locked-mode failed"
# The analyzers take as long as the compiler; every ordinary build runs them, and CI with the security scan.
analyzers=(-p:RunAnalyzers=false); (( ! full )) || analyzers=(-p:SecurityScan=true)
dotnet build Petitions.sln -c Debug --no-restore --nologo -v minimal "${analyzers[@]}" >&2 || give_up "the build failed"

if (( full )); then
    dotnet format whitespace . --folder --verify-no-changes --exclude '**/bin/' '**/obj/' >&2 \
        || problem "formatting: run 'dotnet format whitespace . --folder'"
    # Known holes in what we build on (security.md E2); a feed without advisories has none to tell.
    known="$(dotnet list Petitions.sln package --vulnerable --include-transitive 2>&1)" || say "package advisories could not be asked for: $known"
    if grep -q 'has the following vulnerable' <<<"$known"; then
        say "$known"
        problem "vulnerable packages: dotnet list Petitions.sln package --vulnerable --include-transitive"
    fi
fi

if needs_postgres; then start_postgres; fi
temp="$(mktemp -d "$scratch/petitions-tmp.XXXXXX")"
chmod 755 "$temp"
export TMPDIR="$temp"

# CI has time and takes them in turn.
if (( full )); then
    for project in "${PROJECTS[@]}"; do
        wants "$project" || continue
        case "$project" in
            Services|Web|Browser) run_tests "$project" sqlite postgres ;;
            *) run_tests "$project" sqlite ;;
        esac
    done
else
    run_side_by_side
fi
finish
