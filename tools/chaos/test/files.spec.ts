import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { duration } from '@tradewind/kubectl';
import { topology } from '@tradewind/launcher';
import { runProgram } from '@tradewind/manifests';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../src/actions/index.ts';
import { withFailure } from '../src/actions/fail-lookups.ts';
import { experimentNames, readExperiment } from '../src/experiments.ts';
import { STRICT } from '../src/strict.config.ts';

const folder = join(import.meta.dirname, '../../../deploy/chaos');
const read = <T>(file: string): T => parse(readFileSync(join(folder, file), 'utf8')) as T;
const litmus = globSync('*.yaml', { cwd: join(folder, 'litmus') }).map((file) => basename(file, '.yaml'));

interface Annotated {
  metadata: { name: string; annotations: Record<string, string> };
}

interface ChaosEngine extends Annotated {
  spec: {
    appinfo: { applabel: string };
    experiments: {
      spec: {
        probe: { 'httpProbe/inputs': { url: string } }[];
        components: { env: { name: string; value: string }[] };
      };
    }[];
  };
}

const settingsOf = ({ spec }: ChaosEngine): Record<string, string> =>
  Object.fromEntries(spec.experiments[0]!.spec.components.env.map(({ name, value }) => [name, value]));

describe('experiments', () => {
  it('are those that the shop has to stand, each with a way to run it by kubectl alone', () => {
    expect(experimentNames()).toEqual([
      ...[
        'certificate-expiry',
        'cpu-stress',
        'dns-failure',
        'http-503',
        'latency',
        'memory-stress',
        'pod-kill',
      ],
    ]);
    expect(Object.keys(ACTIONS).sort()).toEqual(experimentNames());
    // Litmus cannot make certificates expire.
    expect(litmus.toSorted()).toEqual(experimentNames().filter((it) => it !== 'certificate-expiry'));
  });

  it.each(experimentNames())('%s says what it expects, and breaks a service that there is', (name) => {
    const { hypothesis, service, steadyState } = readExperiment(name);
    expect(hypothesis).toMatch(/^[A-Z].{20,}\.$/);
    expect(topology.processes.map((it) => it.name)).toContain(service);
    expect(steadyState).toMatchObject({ path: expect.stringMatching(/^\/api\//), share: 0.99, p99: 1_000 });
    expect(read<Annotated>(`chaos-mesh/${name}.yaml`).metadata.name).toBe(name);
  });

  it.each(litmus)('%s is the same with Litmus', (name) => {
    const engine = read<ChaosEngine>(`litmus/${name}.yaml`);
    const { service, settings, steadyState, ...experiment } = readExperiment(name);
    const key = 'tradewind.dev/steady-state';
    const other = read<Annotated>(`chaos-mesh/${name}.yaml`).metadata.annotations[key];
    expect(engine.metadata).toMatchObject({ name, annotations: { [key]: other } });
    expect(engine.spec.appinfo.applabel).toBe(`app.kubernetes.io/name=${service}`);
    expect(engine.spec.experiments[0]!.spec.probe[0]!['httpProbe/inputs'].url).toBe(
      'http://gateway.tradewind/api/products',
    );
    const { delay, replace, stressors, patterns } = settings;
    expect(settingsOf(engine)).toMatchObject({
      TOTAL_CHAOS_DURATION: String(experiment.duration / 1_000),
      ...(delay && { NETWORK_LATENCY: String(duration('latency', delay.latency)) }),
      ...(replace && { STATUS_CODE: String(replace.code) }),
      ...(stressors?.cpu && { CPU_CORES: String(stressors.cpu.workers) }),
      ...(stressors?.memory && { MEMORY_CONSUMPTION: String(Number.parseInt(stressors.memory.size, 10)) }),
      ...(patterns && { TARGET_HOSTNAMES: JSON.stringify(patterns.slice(0, 1)) }),
    });
    expect(steadyState.path).toMatch(/^\/api\/products/);
  });
});

/** @returns what does not fit, in the words of Kubernetes */
async function readStrictly(text: string): Promise<string> {
  const { code, output, errors } = await runProgram(STRICT, [], { input: text });
  if (code !== 0) throw new Error(errors);
  return output;
}

describe("Chaos Mesh's own types", () => {
  const why = 'not here: with Go, `node tools/chaos/src/install.ts` builds their reader (some minutes, once)';
  it('know every field of every experiment, and no other', async ({ task, skip }) => {
    if (!existsSync(STRICT)) {
      Object.assign(task.meta, { skipReason: `Chaos Mesh's types are ${why}` });
      return skip(why);
    }
    const texts = experimentNames().map((name) =>
      readFileSync(join(folder, `chaos-mesh/${name}.yaml`), 'utf8'),
    );
    expect(await readStrictly(texts.join('---\n'))).toBe('');
    const latency = readFileSync(join(folder, 'chaos-mesh/latency.yaml'), 'utf8');
    const wrong = latency.replace('latency: 2s', 'latencies: 2s');
    expect(await readStrictly(wrong)).toContain('unknown field "spec.delay.latencies"');
  });
});

describe('a lookup that fails', () => {
  it('is a block in the zone of everything, and nothing else changes', () => {
    const corefile = 'example.org:53 {\n    errors\n}\n.:53 {\n    errors\n    reload\n}\n';
    const broken = withFailure(corefile, 'product.shop.svc.cluster.local');
    const block = '\n    template ANY ANY product.shop.svc.cluster.local {\n        rcode SERVFAIL\n    }';
    expect(broken).toBe(corefile.replace('\n.:53 {', '\n.:53 {' + block));
  });

  it('is in the zone of the cluster where that has one of its own', () => {
    const corefile = 'cluster.local:53 in-addr.arpa:53 {\n    reload\n}\n.:53 {\n    errors\n}\n';
    expect(withFailure(corefile, 'a')).toMatch(
      /^cluster\.local:53 in-addr\.arpa:53 \{\n    template ANY ANY a/,
    );
  });

  it('is not tried where CoreDNS would not notice, or has no such zone', () => {
    expect(() => withFailure('.:53 {\n    errors\n}\n', 'a')).toThrow('no `reload`');
    expect(() => withFailure('other:53 {\n    reload\n}\n', 'a')).toThrow('no zone');
  });
});
