#!/usr/bin/env bash
# A Docker engine with compose and buildx where none runs, for CI on Debian as root: tools/containers/engine.sh FOLDER
# Prints the variables that clients need. Stop it with: kill "$(cat FOLDER/docker.pid)"
set -euo pipefail
folder=${1:?usage: tools/containers/engine.sh FOLDER}
mkdir -p "$folder/config/cli-plugins"
say() { echo "engine: $*" >&2; }

if ! command -v dockerd >/dev/null || ! command -v debootstrap >/dev/null; then
  say 'installing Docker'
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends docker.io iptables debootstrap >/dev/null
fi

# Debian 12 has neither compose 2 nor buildx; the release after it does, and they run on this one: unpacked, not installed.
plugins() {
  local work="$folder/plugins" mirror
  mkdir -p "$work/lists" "$work/cache/archives/partial"
  mirror=$(apt-cache policy | sed -n 's/^ *[0-9]* \(http[^ ]*\) bookworm\/main.*/\1/p' | head -n 1)
  printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" \
    > "$work/trixie.sources"
  local options=(-o "Dir::Etc::sourcelist=$work/trixie.sources" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update -qq
  (cd "$work" && apt-get "${options[@]}" -qq download docker-compose docker-buildx)
  for package in "$work"/*.deb; do dpkg-deb -x "$package" "$work/unpacked"; done
  find "$work/unpacked" -path '*cli-plugins/docker-*' -type f -exec cp {} "$folder/config/cli-plugins/" \;
}
if ! docker compose version >/dev/null 2>&1 || ! docker buildx version >/dev/null 2>&1; then
  if [ ! -x "$folder/config/cli-plugins/docker-compose" ]; then
    say 'getting compose and buildx'
    plugins
  fi
  echo "export DOCKER_CONFIG=$folder/config"
fi

if ! docker info >/dev/null 2>&1; then
  export DOCKER_HOST="unix://$folder/docker.sock"
  if ! docker info >/dev/null 2>&1; then
    say 'starting the engine'
    nohup dockerd --data-root "$folder/data" --exec-root "$folder/exec" -H "$DOCKER_HOST" \
      --pidfile "$folder/docker.pid" > "$folder/dockerd.log" 2>&1 &
    for _ in $(seq 1 60); do docker info >/dev/null 2>&1 && break; sleep 0.5; done
    docker info >/dev/null 2>&1 || { say "it does not start:"; tail -n 20 "$folder/dockerd.log" >&2; exit 1; }
  fi
  echo "export DOCKER_HOST=$DOCKER_HOST"
fi
