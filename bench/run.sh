#!/usr/bin/env bash
# Measures the portal against the goals P1 to P10 of docs/performance.md and prints a line for each.
#
#   bench/run.sh                loads 10,000, 100,000 and 1,000,000 petitions (about 40 GB of free disk, three quarters of an hour)
#   bench/run.sh --quick        loads 10,000 and 100,000
#   bench/run.sh --sizes 300    other sizes, separated by commas
#   bench/run.sh --only P1,P3   only these goals
#   bench/run.sh --seconds 6    how long one measurement lasts
#   bench/run.sh --live         a hall on two nodes instead (L1 to L6): 20 desks, 10 screens, 500 waiting phones
#   bench/run.sh --live 60      the same with a morning of a minute (default two)
#
# Starts a throw-away PostgreSQL and the published portal on this machine, and stops only those. Nothing listens
# elsewhere than on 127.0.0.1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
source scripts/lib/postgres.sh

sizes=10000,100000,1000000 seconds=6 port="$(random_port)" only=() live=()
while (( $# )); do
    case "$1" in
        --quick) sizes=10000,100000; shift ;;
        --sizes) sizes="$2"; shift 2 ;;
        --seconds) seconds="$2"; shift 2 ;;
        --port) port="$2"; shift 2 ;;
        --live) live=(--live 120); shift; if [[ "${1:-}" =~ ^[0-9]+$ ]]; then live=(--live "$1"); shift; fi ;;
        --only) only=(--only "$2"); shift 2 ;;
        -h|--help) sed -n '2,15p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 0 ;;
        *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
    esac
done

work="" pg_pid=""
clean_up() { [[ -z "$pg_pid" ]] || pg_stop "$pg_pid"; [[ -z "$work" ]] || rm -rf -- "$work"; }
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
work="$(mktemp -d "${TMPDIR:-/tmp}/petitions-bench.XXXXXX")"
echo "== publishing" >&2
dotnet restore Petitions.sln --locked-mode -v q >&2
bash scripts/publish.sh "$work/portal" linux-x64 >&2
dotnet publish bench/Petitions.Bench -c Release -v q --nologo -o "$work/bench" >&2
echo "== starting a throw-away PostgreSQL" >&2
password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
chmod 755 "$work"
mkdir "$work/pg"
pg_init "$work/pg" "$password"
pg_start "$work/pg" -c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=15min
pg_pid="$started_pid"
dotnet "$work/bench/Petitions.Bench.dll" --portal "$work/portal" \
    --postgres "Host=127.0.0.1;Port=$started_port;Username=petitions_tests;Password=$password" --postgres-pid "$pg_pid" --work "$work" \
    --sizes "$sizes" --seconds "$seconds" --port "$port" ${only[@]+"${only[@]}"} ${live[@]+"${live[@]}"}
