#!/bin/sh
# Two roles: the owner migrates, the portal's own may add to history and never change it (security.md D1). Run once by
# the PostgreSQL image on an empty data folder, and by scripts/two-nodes.sh.
set -eu
psql -v ON_ERROR_STOP=1 --quiet -U "$POSTGRES_USER" -d postgres \
    -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" <<'SQL'
-- CREATEDB: a restore test gets a database of its own.
CREATE ROLE petitions_owner LOGIN CREATEDB PASSWORD :'owner_password';
CREATE ROLE petitions_app LOGIN PASSWORD :'app_password';
CREATE DATABASE petitions OWNER petitions_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE petitions FROM PUBLIC;
GRANT CONNECT ON DATABASE petitions TO petitions_app;
\connect petitions
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO petitions_owner;
ALTER ROLE petitions_app SET statement_timeout = '30s';
ALTER ROLE petitions_app SET idle_in_transaction_session_timeout = '60s';
SQL
