import type { ComposeFile } from '../compose-file.ts';

export interface Stage {
  name: string;
  from: string;
  hasHealthcheck: boolean;
}

/** The stages of a Dockerfile. */
export const stagesOf = (dockerfile: string): Stage[] =>
  dockerfile.split(/^(?=FROM )/m).flatMap((text) => {
    const [, from, name] = /^FROM (?:--\S+ )?(\S+) AS (\S+)/.exec(text) ?? [];
    return from && name ? [{ name, from, hasHealthcheck: /^HEALTHCHECK /m.test(text) }] : [];
  });

/** Services that run on and that nobody asks whether they are well, and images that nobody can build. */
export const unwatched = ({ services }: ComposeFile, stages: readonly Stage[]): string[] =>
  Object.entries(services).flatMap(([name, { build, healthcheck, restart }]) => {
    const target = build?.target;
    if (target && !stages.some((it) => it.name === target))
      return [`${name}: the Dockerfile has no target ${target}`];
    const watched = healthcheck?.test !== undefined || (target !== undefined && isWatched(target, stages));
    return restart === 'no' || watched ? [] : [`${name} has no health check`];
  });

/** A stage inherits the health check of what it is made from. */
function isWatched(name: string, stages: readonly Stage[]): boolean {
  const stage = stages.find((it) => it.name === name);
  return stage !== undefined && (stage.hasHealthcheck || isWatched(stage.from, stages));
}
