#!/bin/sh
# The deployed profile on this machine without containers: every service a process of its own, one NATS server, one SQLite file.
#
#   infra/one-host/start.sh [FOLDER [PORT]]     data/deployed and 4800, where the console is; then come the others
#
# Ctrl+C ends everything. For trying it out: nothing that dies is started again. For that see infra/systemd.
set -eu
cd "$(dirname "$0")/../.."
folder=${1:-data/deployed}
first=${2:-4800}
PATH=$PWD/node_modules/.bin:$PATH:/usr/sbin

if ! command -v nats-server >/dev/null; then
  echo "There is no nats-server on this machine: install it (Debian: apt-get install nats-server), then start again." >&2
  exit 1
fi
at() { echo "http://127.0.0.1:$((first + $1))"; }
ports=
for port in 0 1 2 3 4 5 6 9; do ports="$ports $((first + port))"; done
# shellcheck disable=SC2086
node infra/one-host/refuse-taken-ports.mjs $ports

umask 077
mkdir -p "$folder/store" "$folder/views" "$folder/nats" "$folder/keys"
folder=$(cd "$folder" && pwd)
node infra/docker/make-keys.mjs "$folder/keys/officer" "$folder/keys/identity"

export DEMARCHE_STORE="$folder/store/events.sqlite" DEMARCHE_VIEWS="$folder/views/views.sqlite"
export DEMARCHE_OFFICER_KEY_FILE="$folder/keys/officer" DEMARCHE_IDENTITY_KEY_FILE="$folder/keys/identity"
export DEMARCHE_SIGN_IN=demonstration DEMARCHE_LOG="${DEMARCHE_LOG:-warn}"
DEMARCHE_RECOMMENDATIONS=$(at 1) DEMARCHE_ENGAGEMENTS=$(at 2) DEMARCHE_COMMITMENTS=$(at 3)
DEMARCHE_PROJECTIONS=$(at 4) DEMARCHE_GATEWAY=$(at 6)
export DEMARCHE_RECOMMENDATIONS DEMARCHE_ENGAGEMENTS DEMARCHE_COMMITMENTS DEMARCHE_PROJECTIONS DEMARCHE_GATEWAY
export DEMARCHE_BUS="nats://127.0.0.1:$((first + 9))"

# Each as name:process
services=
bus=
# The bus goes last: until then the others may have something to say to it.
stop_all() {
  for process in $services; do kill "${process#*:}" 2>/dev/null || true; done
  for process in $services; do wait "${process#*:}" || true; done
  kill "$bus" 2>/dev/null || true
  wait
}
stop_where_one_ended() {
  for process in "nats-server:$bus" $services; do
    kill -0 "${process#*:}" 2>/dev/null && continue
    echo "${process%:*} has ended; what it said stands above, or in $folder/nats.log. Everything else is stopped." >&2
    stop_all
    exit 1
  done
}
trap 'stop_all; exit 0' INT TERM

NATS_FOLDER="$folder/nats" nats-server --config infra/one-host/nats.conf --port "$((first + 9))" --log "$folder/nats.log" &
bus=$!
start() {
  DEMARCHE_PORT=$((first + $2)) node "services/$1/src/main.ts" &
  services="$services $1:$!"
}
start recommendations 1
start engagements 2
start commitments 3
start projections 4
start relay 5
start gateway 6
start console 0

is_ready() { node infra/docker/healthcheck.mjs "$1/readyz" >/dev/null; }
say_who_is_not() {
  for one in "$(at 6)" "$(at 0)"; do
    is_ready "$one" && continue
    why=$(demarche status --url "$one" 2>/dev/null) || true
    echo "${why:-Nothing answers at $one yet.}" >&2
  done
}
waited=0
until is_ready "$(at 0)" && is_ready "$(at 6)"; do
  stop_where_one_ended
  sleep 1
  waited=$((waited + 1))
  [ $((waited % 15)) -ne 10 ] || say_who_is_not
done
stop_where_one_ended
echo "Demarche is ready at $(at 0). Ctrl+C ends it."
wait
