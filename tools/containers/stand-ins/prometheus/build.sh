#!/usr/bin/env bash
# build.sh VERSION FILE: Prometheus from its sources, with Go, without web pages. Debian's package cannot find a cluster's pods.
set -euo pipefail
version=$1 file=$(realpath -m "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
# Go knows 3.7.3 as 0.307.3: https://github.com/prometheus/prometheus#prometheus-code-base
IFS=. read -r major minor patch <<< "$version"
module=github.com/prometheus/prometheus@v0.$(printf '%d%02d' "$major" "$minor").$patch
cp -r "$(go mod download -json "$module" | sed -n 's/^\s*"Dir": "\(.*\)",$/\1/p')" "$work/source"
chmod -R u+w "$work/source"
cp "$here/plugins.go" "$work/source/plugins/"
cd "$work/source"
GOFLAGS=-mod=readonly CGO_ENABLED=0 go build -trimpath \
  -ldflags "-s -w -X github.com/prometheus/common/version.Version=$version" -o "$file" ./cmd/prometheus
