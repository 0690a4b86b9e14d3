#!/usr/bin/env bash
# Before a change is merged: everything that Argo CD would apply is rendered, checked, and, where kubectl reaches a cluster
# (KUBECONFIG of staging), tried on its API server. Changes nothing. From the root: deploy/gitops/validate.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
say() { printf '== %s\n' "$*" >&2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "${SKIP_SPECS:-}" = '' ]; then
  say 'specs: fields, ports, settings, policies, projects'
  npm test -- --specs tools/manifests
fi

kubectl kustomize deploy/gitops/applications > "$work/applications.yaml"
folders=$(sed -n 's/^    path: //p' "$work/applications.yaml")
for folder in deploy/gitops/bootstrap deploy/gitops/applications $folders; do
  say "$folder"
  kubectl kustomize "$folder" > "$work/manifests.yaml"
  if kubectl version --request-timeout=5s >/dev/null 2>&1; then
    kubectl apply --server-side --force-conflicts --dry-run=server -f "$work/manifests.yaml" >/dev/null
  else say 'no cluster here: not tried on an API server'; fi
  if command -v istioctl >/dev/null; then istioctl analyze --use-kube=false "$work/manifests.yaml" >&2; fi
done
