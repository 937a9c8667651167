#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is new: each service gets a database and a user of its own, and so does Keycloak.
set -euo pipefail

for name in customer opportunity activity service_desk contract reporting keycloak; do
  psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set name="$name" --set password="$KEHU_POSTGRES_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
\connect :"name"
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
SQL
done
