#!/usr/bin/env bash
# The shape of docker-compose.yml without Docker: PostgreSQL, two nodes with the portal's own database role, nginx from
# the same template, a mail catcher. Prints the addresses and runs until stopped; stops only what it started.
#
#   scripts/two-nodes.sh                      publishes the portal once, then starts everything
#   scripts/two-nodes.sh --program FOLDER     takes a published or built portal from FOLDER
#   scripts/two-nodes.sh --folder FOLDER      keeps data, keys, logs and mail there (default: a temporary folder)
#
# Settings in the environment (Section__Key) reach both nodes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/postgres.sh

program="" folder="" keep=0
while (( $# )); do
    case "$1" in
        --program) program="$(cd "$2" && pwd)"; shift 2 ;;
        --folder) mkdir -p "$2"; folder="$(cd "$2" && pwd)"; keep=1; shift 2 ;;
        -h|--help) sed -n '2,9p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 0 ;;
        *) echo "two-nodes.sh: unknown option $1" >&2; exit 2 ;;
    esac
done
for tool in nginx openssl perl dotnet; do
    command -v "$tool" >/dev/null || { echo "two-nodes.sh: $tool is missing" >&2; exit 1; }
done
bin="$(postgres_bin)" || { echo "two-nodes.sh: no PostgreSQL server binaries found" >&2; exit 1; }
[[ -n "$folder" ]] || folder="$(mktemp -d "${TMPDIR:-/tmp}/petitions-two-nodes.XXXXXX")"
chmod 755 "$folder"

# name:pid of what was started here, in order; the database goes last.
started=() pg_pid=""
clean_up() {
    local each pid
    trap - EXIT INT TERM HUP
    for each in ${started[@]+"${started[@]}"}; do
        pid="${each#*:}"
        kill -TERM "$pid" 2>/dev/null || true
    done
    for each in ${started[@]+"${started[@]}"}; do wait "${each#*:}" 2>/dev/null || true; done
    [[ -z "$pg_pid" ]] || pg_stop "$pg_pid"
    (( keep )) || rm -rf -- "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

free_port() {
    local port
    while :; do
        port="$(random_port)"
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
    done
}
secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
fail() { echo "two-nodes.sh: $1" >&2; [[ -z "${2:-}" ]] || tail -n 60 "$2" >&2; exit 1; }

if [[ -z "$program" ]]; then
    program="$folder/program"
    scripts/publish.sh "$program" >&2
fi
[[ -f "$program/Petitions.Web.dll" ]] || fail "no Petitions.Web.dll in $program"
mkdir -p "$folder"/{pg,data,keys,mail,tls,logs,nginx}

# ---- database, with its two roles ---------------------------------------------------------------------
superuser="$(secret)" owner="$(secret)" app="$(secret)"
pg_init "$folder/pg" "$superuser" || fail "initdb failed"
pg_start "$folder/pg" || fail "PostgreSQL did not start"
pg_pid="$started_pid" pg_port="$started_port"
PGHOST=127.0.0.1 PGPORT="$pg_port" PGPASSWORD="$superuser" POSTGRES_USER=petitions_tests OWNER_PASSWORD="$owner" APP_PASSWORD="$app" \
    PATH="$bin:$PATH" sh deploy/postgres/10-roles.sh >"$folder/logs/roles" 2>&1 || fail "the roles could not be made" "$folder/logs/roles"

# ---- what all processes of the portal share -----------------------------------------------------------
export ASPNETCORE_ENVIRONMENT=Production DOTNET_ENVIRONMENT=Production DOTNET_NOLOGO=1 DOTNET_GCgen0size=0x2000000
export Database__Engine=postgres Storage__DataPath="$folder/data" Keys__Path="$folder/keys" Proxy__Known__0=127.0.0.1
export Notices__Email__Host=localhost Notices__Email__UseTls=false Notices__Email__From="${Notices__Email__From:-portal@petitions.example}"
export Notices__AllowedHosts__0=localhost Notices__PrivateHosts__0=localhost
mail_port="$(free_port)"
export Notices__Email__Port="$mail_port"
app_connection="Host=127.0.0.1;Port=$pg_port;Database=petitions;Username=petitions_app;Password=$app;Maximum Pool Size=30"
owner_connection="Host=127.0.0.1;Port=$pg_port;Database=petitions;Username=petitions_owner;Password=$owner"

perl scripts/lib/mail-catcher.pl "$mail_port" "$folder/mail" >"$folder/logs/mail" 2>&1 &
started+=("mail:$!")

cd "$program"
Database__ConnectionString="$app_connection" dotnet Petitions.Web.dll create-keys >"$folder/logs/create-keys" 2>&1 || fail "create-keys failed" "$folder/logs/create-keys"
Database__ConnectionString="$owner_connection" Database__AppRole=petitions_app dotnet Petitions.Web.dll migrate >"$folder/logs/migrate" 2>&1 || fail "migrate failed" "$folder/logs/migrate"

# ---- two nodes ----------------------------------------------------------------------------------------
start_node() { # name
    local port
    port="$(free_port)" metrics_port="$(free_port)"
    Database__ConnectionString="$app_connection" Node__Name="$1" Node__MetricsPort="$metrics_port" \
        dotnet Petitions.Web.dll --urls "http://127.0.0.1:$port" >"$folder/logs/$1" 2>&1 &
    started+=("$1:$!")
    node_port="$port" node_pid=$!
}
start_node node-one; one_metrics="$metrics_port" one_port="$node_port" one_pid="$node_pid"
start_node node-two; two_port="$node_port" two_pid="$node_pid"
for name in node-one node-two; do
    for _ in $(seq 1 600); do
        ! grep -q 'Now listening' "$folder/logs/$name" || break
        for each in "${started[@]}"; do
            [[ "${each%%:*}" != "$name" ]] || kill -0 "${each#*:}" 2>/dev/null || fail "$name ended" "$folder/logs/$name"
        done
        sleep 0.1
    done
    grep -q 'Now listening' "$folder/logs/$name" || fail "$name does not listen" "$folder/logs/$name"
done

# ---- the proxy ----------------------------------------------------------------------------------------
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$folder/tls/portal.key" -out "$folder/tls/portal.crt" >"$folder/logs/openssl" 2>&1 || fail "openssl failed" "$folder/logs/openssl"
https_port="$(free_port)" http_port="$(free_port)"
cd - >/dev/null
sed -e "s|\${NODE_ONE}|127.0.0.1:$one_port|; s|\${NODE_TWO}|127.0.0.1:$two_port|" \
    -e "s|\${PROXY_HTTP_PORT}|127.0.0.1:$http_port|; s|\${PROXY_HTTPS_PORT}|127.0.0.1:$https_port|; s|\${PROXY_PUBLIC_PORT}|$https_port|" \
    -e "s|\${PROXY_LOG}|$folder/logs/proxy|; s|\${PROXY_ERRORS}|$folder/logs/proxy-errors|; s|\${TLS_FOLDER}|$folder/tls|" \
    deploy/nginx/portal.conf.template > "$folder/nginx/portal.conf"
cat > "$folder/nginx/nginx.conf" <<NGINX
daemon off;
pid $folder/nginx/pid;
events { worker_connections 512; }
http {
    client_body_temp_path $folder/nginx/body;
    proxy_temp_path $folder/nginx/proxy;
    fastcgi_temp_path $folder/nginx/fastcgi;
    uwsgi_temp_path $folder/nginx/uwsgi;
    scgi_temp_path $folder/nginx/scgi;
    include $folder/nginx/portal.conf;
}
NGINX
nginx -e "$folder/logs/proxy-errors" -p "$folder/nginx" -c "$folder/nginx/nginx.conf" >"$folder/logs/nginx" 2>&1 &
started+=("proxy:$!")
# nginx writes its number once it holds its ports; that somebody answers there would not tell who.
for _ in $(seq 1 100); do
    [[ ! -s "$folder/nginx/pid" ]] || break
    kill -0 "$!" 2>/dev/null || fail "nginx ended" "$folder/logs/proxy-errors"
    sleep 0.1
done
[[ -s "$folder/nginx/pid" ]] || fail "nginx does not listen" "$folder/logs/proxy-errors"

cat <<ADDRESSES
proxy     https://localhost:$https_port
node-one  http://127.0.0.1:$one_port pid $one_pid
node-two  http://127.0.0.1:$two_port pid $two_pid
database  Host=127.0.0.1;Port=$pg_port;Database=petitions;Username=petitions_owner;Password=$owner
metrics   http://127.0.0.1:$one_metrics/metrics
mail      $folder/mail
folder    $folder
First administrators: (cd $program && Database__ConnectionString='$owner_connection' dotnet Petitions.Web.dll create-admin --office CODE)
ready
ADDRESSES
# Until told to stop. A node may be killed from outside: the other one goes on.
while :; do sleep 1 & wait $!; done
