# A throw-away PostgreSQL, for scripts/test.sh, scripts/two-nodes.sh and scripts/pitr-drill.sh. To be sourced.

postgres_bin() {
    local candidate
    if command -v initdb >/dev/null && command -v postgres >/dev/null; then dirname "$(command -v postgres)"; return; fi
    for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
        if [[ -x "$candidate/initdb" && -x "$candidate/postgres" ]]; then echo "$candidate"; return; fi
    done
    return 1
}

pg_user() { if id -u postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }

# initdb and postgres refuse to run as root: then they run as the postgres user, or as nobody.
# setpriv replaces itself by the command, so the pid we keep is the server's own.
as_pg_user() {
    local user
    if (( EUID != 0 )); then exec "$@"; fi
    user="$(pg_user)"
    exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"
}

# A port to try. Above 32767 the system takes them for outgoing connections, also between the look and the use.
random_port() { echo $((20000 + RANDOM % 12700)); }

# pg_init FOLDER PASSWORD: a new cluster in FOLDER/data with the superuser petitions_tests.
pg_init() {
    local folder="$1" bin
    bin="$(postgres_bin)" || return 1
    (umask 077; printf '%s\n' "$2" > "$folder/password")
    (( EUID != 0 )) || chown -R "$(pg_user)" "$folder"
    (cd "$folder" && as_pg_user "$bin/initdb" -D "$folder/data" -U petitions_tests --pwfile="$folder/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$folder.initdb" 2>&1) \
        || { cat "$folder.initdb" >&2; rm -f "$folder.initdb"; return 1; }
    rm -f "$folder.initdb" "$folder/password"
}

# pg_start FOLDER [OPTION...]: starts the cluster on a free port and sets started_pid and started_port.
pg_start() {
    local folder="$1" bin port
    shift
    bin="$(postgres_bin)" || return 1
    for _ in 1 2 3 4 5; do
        port="$(random_port)"
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
        # Durability stays on: tests read these settings, and a portal on top refuses to run without them.
        (cd "$folder" && as_pg_user "$bin/postgres" -D "$folder/data" -k "$folder" -h 127.0.0.1 -p "$port" \
            -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=200 "$@") >"$folder/log" 2>&1 &
        started_pid=$!
        for _ in $(seq 1 300); do
            kill -0 "$started_pid" 2>/dev/null || break
            if grep -q 'ready to accept connections' "$folder/log" 2>/dev/null; then started_port=$port; return 0; fi
            sleep 0.1
        done
        printf 'PostgreSQL did not start on port %s\n' "$port" >&2
        pg_stop "$started_pid"
    done
    cat "$folder/log" >&2
    return 1
}

pg_stop() { kill -INT "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }
