#!/usr/bin/env bash
# Proves that any minute can be gone back to (security.md A9): a PostgreSQL of its own that archives its log, a base
# backup, work before and after a chosen moment, the machine "gone", a restore to that moment, and a look at what is there
# and what is not. Starts and stops only what is its own; docs/operations.md says how to do the same to a real one.
#
#   scripts/pitr-drill.sh                     publishes the portal once, then holds the drill
#   scripts/pitr-drill.sh --program FOLDER    takes a published or built portal from FOLDER
#   scripts/pitr-drill.sh --petitions N       how much there is before the base backup (default 300)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/postgres.sh

program="" petitions=300
while (( $# )); do
    case "$1" in
        --program) program="$(cd "$2" && pwd)"; shift 2 ;;
        --petitions) petitions="$2"; shift 2 ;;
        -h|--help) sed -n '2,8p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 0 ;;
        *) echo "pitr-drill.sh: unknown option $1" >&2; exit 2 ;;
    esac
done
fail() { echo "pitr-drill.sh: $1" >&2; [[ -z "${2:-}" ]] || tail -n 60 "$2" >&2; exit 1; }
bin="$(postgres_bin)" || fail "no PostgreSQL server binaries found"
tool() { if [[ -x "$bin/$1" ]]; then echo "$bin/$1"; else command -v "$1" || fail "$1 is missing"; fi; }
psql="$(tool psql)" basebackup="$(tool pg_basebackup)"
folder="$(mktemp -d "${TMPDIR:-/tmp}/petitions-pitr.XXXXXX")"
chmod 755 "$folder"

pg_pid=""
clean_up() {
    trap - EXIT INT TERM HUP
    [[ -z "$pg_pid" ]] || pg_stop "$pg_pid"
    rm -rf -- "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [[ -z "$program" ]]; then
    program="$folder/program"
    scripts/publish.sh "$program" >&2
fi
[[ -f "$program/Petitions.Web.dll" ]] || fail "no Petitions.Web.dll in $program"
mkdir -p "$folder"/{live,back,archive,base,data,keys,logs}
(( EUID != 0 )) || chown "$(pg_user)" "$folder"/{live,back,archive,base}

password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
export PGPASSWORD="$password" PGHOST=127.0.0.1 PGUSER=petitions_tests
ask() { "$psql" -X -q -A -t -v ON_ERROR_STOP=1 -p "$port" -d "${2:-petitions}" -c "$1"; }
verb() { # name of the log, then the verb
    local log="$folder/logs/$1"
    shift
    (cd "$program" && ASPNETCORE_ENVIRONMENT=Development DOTNET_ENVIRONMENT=Development DOTNET_NOLOGO=1 Jobs__Enabled=false \
        Storage__DataPath="$folder/data" Keys__Path="$folder/keys" Database__Engine=postgres \
        Database__ConnectionString="Host=127.0.0.1;Port=$port;Database=petitions;Username=petitions_tests;Password=$password" \
        dotnet Petitions.Web.dll "$@") >"$log" 2>&1 || fail "$* failed" "$log"
}
count() { ask "SELECT count(*) FROM $1"; }

# ---- work, with the log archived ----------------------------------------------------------------------
pg_init "$folder/live" "$password" || fail "initdb failed"
pg_start "$folder/live" -c wal_level=replica -c archive_mode=on -c archive_timeout=60 \
    -c "archive_command=test ! -f $folder/archive/%f && cp %p $folder/archive/%f" || fail "PostgreSQL did not start"
pg_pid="$started_pid" port="$started_port"
ask 'CREATE DATABASE petitions' postgres
verb migrate migrate
verb before seed load --petitions "$petitions" --seed 1

(cd "$folder" && as_pg_user "$basebackup" -p "$port" -D "$folder/base" -X none --checkpoint=fast) >"$folder/logs/base" 2>&1 \
    || fail "the base backup failed" "$folder/logs/base"

verb until seed load --petitions 40 --seed 2
petitions_then="$(count petitions)" facts_then="$(count facts)"
moment="$(ask 'SELECT clock_timestamp()')"
sleep 2
verb after seed load --petitions 20 --seed 3
petitions_after="$(count petitions)"
(( petitions_after == petitions_then + 20 )) || fail "the work after the moment was not stored"
last="$(ask 'SELECT pg_walfile_name(pg_switch_wal())')"
for _ in $(seq 1 300); do
    [[ ! -f "$folder/archive/$last" ]] || break
    sleep 0.1
done
[[ -f "$folder/archive/$last" ]] || fail "the log was not archived" "$folder/live/log"

# ---- the machine is gone: base backup and archive are what is left --------------------------------------
kill -KILL "$pg_pid"
wait "$pg_pid" 2>/dev/null || true
pg_pid=""
rm -rf -- "$folder/live"
began=$SECONDS
(as_pg_user cp -a "$folder/base" "$folder/back/data")
chmod 700 "$folder/back/data"
(as_pg_user touch "$folder/back/data/recovery.signal")
pg_start "$folder/back" -c "restore_command=cp $folder/archive/%f %p" -c "recovery_target_time=$moment" -c recovery_target_action=promote \
    || fail "the restored PostgreSQL did not start"
pg_pid="$started_pid" port="$started_port"
for _ in $(seq 1 600); do
    [[ "$(ask 'SELECT pg_is_in_recovery()' postgres)" != f ]] || break
    sleep 0.1
done
took=$((SECONDS - began))

# ---- what is there, and what is not ---------------------------------------------------------------------
petitions_now="$(count petitions)" facts_now="$(count facts)"
[[ "$petitions_now" == "$petitions_then" ]] || fail "petitions: $petitions_now, at the moment $petitions_then"
[[ "$facts_now" == "$facts_then" ]] || fail "facts: $facts_now, at the moment $facts_then"
verb verify verify-log
grep -q 'findings 0' "$folder/logs/verify" || fail "the history does not verify" "$folder/logs/verify"
# The restored portal works on.
verb goes-on seed load --petitions 5 --seed 4
[[ "$(count petitions)" == "$((petitions_then + 5))" ]] || fail "the restored database takes nothing new"

cat <<RESULT
moment     $moment
before     $petitions petitions in the base backup, $petitions_then at the moment, $petitions_after when the machine was lost
restored   $petitions_now petitions, $facts_now facts, $((petitions_after - petitions_now)) later petitions gone, in $took s (aimed at: 1800)
history    findings 0
good
RESULT
