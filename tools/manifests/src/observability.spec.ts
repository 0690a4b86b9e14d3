import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { podSecurity } from './checks/pod-security.ts';
import { selectors } from './checks/selectors.ts';
import { findKustomize, findStrict } from './find-tools.ts';
import { ofKind, workloads } from './read.ts';
import { renderFolder } from './render.ts';
import { root } from './root.ts';
import { runProgram } from './run-program.ts';

const folder = join(root, 'deploy/observability/kubernetes');
const kustomize = await findKustomize();
const strict = findStrict();
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'), { maxAliasCount: 100 });

interface Job {
  job_name: string;
  scheme?: string;
  kubernetes_sd_configs: { selectors: { label: string }[] }[];
  relabel_configs: { target_label?: string; source_labels: string[] }[];
}

describe('Prometheus in the cluster', () => {
  it.skipIf('missing' in kustomize)('is rendered, and is restricted', async () => {
    if ('missing' in kustomize) return;
    const { manifests } = await renderFolder(kustomize, folder);
    expect([...podSecurity(manifests), ...selectors(manifests)]).toEqual([]);
    const [namespace] = ofKind(manifests, 'Namespace');
    expect(namespace!.metadata.labels).toMatchObject({
      ...{ 'istio-injection': 'enabled', 'pod-security.kubernetes.io/enforce': 'restricted' },
    });
  });

  it.skipIf('missing' in kustomize || 'missing' in strict)("fits Kubernetes' own types", async () => {
    if ('missing' in kustomize || 'missing' in strict) return;
    const { text } = await renderFolder(kustomize, folder);
    expect(await runProgram(strict.command, strict.args, { input: text })).toMatchObject({
      output: '',
      code: 0,
    });
  });

  it('is the version that docker compose starts', async () => {
    const compose = read(join(root, 'docker-compose.observability.yml')) as {
      services: { prometheus: { image: string } };
    };
    const deployment = read(join(folder, 'deployment.yaml')) as never;
    expect(workloads([deployment])[0]!.pod.containers[0]!.image).toBe(compose.services.prometheus.image);
  });

  it('reads every pod once: over mutual TLS what has a sidecar, over HTTP what has none', () => {
    const { scrape_configs: jobs } = read(join(folder, 'prometheus.yml')) as { scrape_configs: Job[] };
    const labels = jobs.map((it) => it.kubernetes_sd_configs[0]!.selectors[0]!.label);
    expect(labels).toEqual(['security.istio.io/tlsMode!=istio', 'security.istio.io/tlsMode=istio']);
    expect(jobs.map(({ scheme }) => scheme)).toEqual([undefined, 'https']);
    for (const { relabel_configs: rules } of jobs) {
      const targets = rules.flatMap(({ target_label: label }) => label ?? []);
      expect(targets).toEqual(['__metrics_path__', 'service', 'version', 'namespace', 'pod']);
    }
  });

  it('finds its certificate where the sidecar writes it', () => {
    const { spec } = read(join(folder, 'deployment.yaml')) as {
      spec: { template: { metadata: { annotations: Record<string, string> } } };
    };
    const { annotations } = spec.template.metadata;
    const { proxyMetadata } = parse(annotations['proxy.istio.io/config']!) as {
      proxyMetadata: { OUTPUT_CERTS: string };
    };
    const mounts = JSON.parse(annotations['sidecar.istio.io/userVolumeMount']!) as Record<string, object>;
    expect(mounts).toEqual({ 'istio-certs': { mountPath: proxyMetadata.OUTPUT_CERTS } });
    const text = readFileSync(join(folder, 'prometheus.yml'), 'utf8');
    const files = text.match(/\S+\.pem/g)!.map((file) => file.slice(0, file.lastIndexOf('/')));
    expect(new Set(files)).toEqual(new Set([proxyMetadata.OUTPUT_CERTS]));
  });
});
