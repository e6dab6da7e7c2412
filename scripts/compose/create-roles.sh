#!/bin/sh
# Runs once, when the data folder of the container is made: owner and application role, and the empty database.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set admin="$ADMIN_PASSWORD" --set app="$APP_PASSWORD" <<'SQL'
CREATE ROLE quxiang_admin LOGIN CREATEDB PASSWORD :'admin';
CREATE ROLE quxiang_app LOGIN PASSWORD :'app';
CREATE DATABASE quxiang OWNER quxiang_admin;
SQL
