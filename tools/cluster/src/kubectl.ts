import { existsSync } from 'node:fs';
import { nodePlaces, program } from './places.ts';
import { run, tryRun, type Answer } from './run.ts';

/** Which cluster is meant: a context of the user's own, or the node that was made here. */
let context: string | undefined;

export function useContext(name: string): void {
  context = name;
}

/** Arguments that lead kubectl, helm and istioctl to the cluster. */
export const clusterArguments = (): string[] =>
  context === undefined ? ['--kubeconfig', nodePlaces.kubeconfig] : ['--context', context];

/** The one that fits the node; on a cluster of the user's own, the user's. */
export const kubectlCommand = (): string =>
  context === undefined && existsSync(program.kubectl) ? program.kubectl : 'kubectl';

/** @param input for `-f -` @throws Failure with what kubectl said */
export const kubectl = (args: readonly string[], input?: string): Promise<string> =>
  run(kubectlCommand(), [...clusterArguments(), ...args], { input });

export const tryKubectl = (args: readonly string[], input?: string): Promise<Answer> =>
  tryRun(kubectlCommand(), [...clusterArguments(), ...args], { input });
