# A throw-away PostgreSQL of the installed server binaries, for scripts that source this file.
#
#   start_throwaway_postgres [-c setting=value ...]   sets pg_pid, pg_dir, pg_password, pg_port, pg_connection
#   stop_throwaway_postgres                           stops that server and removes its folder, nothing else

pg_pid="" pg_dir="" pg_password="" pg_port="" pg_connection=""

postgres_binaries() {
    local candidate
    if command -v initdb >/dev/null && command -v postgres >/dev/null; then dirname "$(command -v postgres)"; return; fi
    for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
        if [[ -x "$candidate/initdb" && -x "$candidate/postgres" ]]; then echo "$candidate"; return; fi
    done
    return 1
}

# initdb and postgres refuse to run as root: then they run as the postgres user, or as nobody.
# setpriv replaces itself by the command, so the pid we keep is the server's own.
as_postgres_user() {
    local user=postgres
    if (( EUID != 0 )); then exec "$@"; fi
    id -u "$user" >/dev/null 2>&1 || user=nobody
    exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"
}

start_throwaway_postgres() {
    local bin user=postgres try
    bin="$(postgres_binaries)" || { echo "no PostgreSQL server binaries found; install the Debian package postgresql" >&2; return 1; }
    id -u "$user" >/dev/null 2>&1 || user=nobody
    pg_dir="$(mktemp -d "${TMPDIR:-/tmp}/petitions-pg.XXXXXX")"
    pg_password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    (umask 077; printf '%s\n' "$pg_password" > "$pg_dir/password")
    (( EUID != 0 )) || chown -R "$user" "$pg_dir"
    (cd "$pg_dir" && as_postgres_user "$bin/initdb" -D "$pg_dir/data" -U petitions --pwfile="$pg_dir/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$pg_dir.initdb" 2>&1) || { cat "$pg_dir.initdb" >&2; rm -f "$pg_dir.initdb"; return 1; }
    rm -f "$pg_dir.initdb" "$pg_dir/password"
    for try in 1 2 3 4 5; do
        pg_port=$((20000 + RANDOM))
        if (exec 3<>"/dev/tcp/127.0.0.1/$pg_port") 2>/dev/null; then continue; fi
        # Durability stays on: what is measured or tested must be what is run.
        (cd "$pg_dir" && as_postgres_user "$bin/postgres" -D "$pg_dir/data" -k "$pg_dir" -h 127.0.0.1 -p "$pg_port" \
            -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=200 "$@") >"$pg_dir/log" 2>&1 &
        pg_pid=$!
        for _ in $(seq 1 150); do
            kill -0 "$pg_pid" 2>/dev/null || break
            if grep -q 'ready to accept connections' "$pg_dir/log" 2>/dev/null; then
                pg_connection="Host=127.0.0.1;Port=$pg_port;Username=petitions;Password=$pg_password"
                return 0
            fi
            sleep 0.2
        done
        kill -INT "$pg_pid" 2>/dev/null || true
        wait "$pg_pid" 2>/dev/null || true
        pg_pid=""
    done
    cat "$pg_dir/log" >&2
    return 1
}

stop_throwaway_postgres() {
    if [[ -n "$pg_pid" ]]; then
        kill -INT "$pg_pid" 2>/dev/null || true
        wait "$pg_pid" 2>/dev/null || true
        pg_pid=""
    fi
    [[ -z "$pg_dir" ]] || rm -rf -- "$pg_dir"
}
