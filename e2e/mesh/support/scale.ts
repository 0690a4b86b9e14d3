import { eventually, kubectl, NAMESPACE, podsOf } from './cluster.ts';

/** Has more replicas of a Deployment than usual while something runs. @param during is given their pods */
export async function scaled<Result>(
  deployment: string,
  replicas: number,
  during: (pods: string[]) => Promise<Result>,
): Promise<Result> {
  const before = await kubectl([
    '-n',
    NAMESPACE,
    'get',
    'deployment',
    deployment,
    '-o',
    'jsonpath={.spec.replicas}',
  ]);
  await scale(deployment, replicas);
  try {
    return await during(await podsOf(deployment, NAMESPACE, ',version=v1'));
  } finally {
    await scale(deployment, Number(before));
  }
}

async function scale(deployment: string, replicas: number): Promise<void> {
  await kubectl(['-n', NAMESPACE, 'scale', 'deployment', deployment, `--replicas=${replicas}`]);
  await kubectl(['-n', NAMESPACE, 'rollout', 'status', 'deployment', deployment, '--timeout=90s']);
}

/** Waits until a proxy knows so many instances of a host. */
export async function knows(count: () => Promise<number>, wanted: number): Promise<void> {
  await eventually(async () => {
    const known = await count();
    if (known !== wanted) throw new Error(`the proxy knows ${known} instances, not ${wanted}`);
  });
}
