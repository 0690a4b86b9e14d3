import type { Contract } from '../contract.ts';
import { callPolicies, type CallPolicy } from '../istio/call-policies.ts';
import {
  istioObjects,
  millisecondsOf,
  type AuthorizationPolicy,
  type HttpRoute,
  type VirtualService,
} from '../istio/objects.ts';
import { routesOf, type Request } from '../istio/routes.ts';
import type { Manifest } from '../manifest.ts';
import { NAME_LABEL } from '../read.ts';

/** Tries that one call may become, those of the code and of the mesh multiplied. */
const MOST_TRIES = 4;

/**
 * Who waits longer is outside: the mesh waits at least as long as the code, so that the code decides; the mesh's own tries fit into one
 * of the code's; and the door waits as long as the gateway does. Says nothing where there are no routes.
 */
export function istioTimeouts(manifests: readonly Manifest[], contract: Contract): string[] {
  const services = istioObjects(manifests, 'VirtualService');
  if (services.length === 0) return [];
  const policies = callPolicies(manifests, contract);
  return [
    ...policies.flatMap((policy) => inCode(policy, policies)),
    ...callsOf(manifests).flatMap(({ caller, callee, requests }) => {
      const policy = policies.find((it) => it.caller === caller && it.callee === callee);
      const routes = services.find(({ spec }) => isFor(spec, callee))?.spec.http;
      if (!policy || !routes) return [];
      const taken = new Set(requests.flatMap((request) => routesOf(routes, request)));
      return [...taken].flatMap((route) => onTheWay(policy, route));
    }),
    ...policies.flatMap((policy) => connecting(policy, manifests)),
    ...services.flatMap(({ id, spec }) =>
      (spec.http ?? [])
        .filter(({ route, retries }) => route && !retries)
        .map(({ name }) => `${id}, ${name}: says nothing of retries, so Istio tries three times`),
    ),
    ...services.flatMap(({ id, spec }) => atTheDoor(id, spec, contract, policies)),
  ];
}

const isFor = ({ hosts, gateways }: VirtualService, host: string): boolean =>
  gateways === undefined && hosts.includes(host);

const textOf = ({ caller, callee }: CallPolicy): string => `${caller} → ${callee}`;

/** A callee that waits for others longer than its caller waits for it works for nobody. */
function inCode(policy: CallPolicy, all: readonly CallPolicy[]): string[] {
  const { attemptTimeout, deadline, caller, callee } = policy;
  const further = all.filter((it) => it.caller === callee && !ASKS_NOBODY.has(`${caller} → ${callee}`));
  return [
    ...(attemptTimeout > deadline
      ? [`${textOf(policy)}: one attempt (${attemptTimeout} ms) is longer than all (${deadline} ms)`]
      : []),
    ...further
      .filter((it) => it.deadline > attemptTimeout && caller !== 'control-room')
      .map(
        (it) =>
          `${textOf(policy)} waits ${attemptTimeout} ms for an attempt, ${textOf(it)} takes ${it.deadline} ms`,
      ),
  ];
}

/** What they call there is answered without asking anybody else: the items of a cart, the addresses of orders. */
const ASKS_NOBODY = new Set(['order → cart', 'notification → order']);

/** By the policies of authorization, which are compared with the code: who calls whom, and what. */
function callsOf(manifests: readonly Manifest[]): { caller: string; callee: string; requests: Request[] }[] {
  return istioObjects(manifests, 'AuthorizationPolicy').flatMap(({ spec }) => {
    const callee = spec.selector?.matchLabels[NAME_LABEL];
    return callee === undefined ? [] : (spec.rules ?? []).flatMap((rule) => callsOfRule(rule, callee));
  });
}

function callsOfRule(
  { from = [], to = [] }: NonNullable<AuthorizationPolicy['rules']>[number],
  callee: string,
) {
  const requests = to.flatMap(({ operation: { ports = [], methods = [], paths = [] } }) =>
    paths.flatMap((path) => methods.map((method) => ({ path, method, port: Number(ports[0]) }))),
  );
  return from
    .flatMap(({ source }) => source.principals ?? [])
    .map((principal) => ({ caller: principal.split('/').at(-1)!, callee, requests }));
}

function onTheWay(policy: CallPolicy, { name, timeout, retries }: HttpRoute): string[] {
  const { attempts, attemptTimeout } = policy;
  const whole = millisecondsOf(timeout) ?? Infinity;
  const tries = (retries?.attempts ?? 0) + 1;
  const once = millisecondsOf(retries?.perTryTimeout);
  const where = `${textOf(policy)}, ${name}`;
  return [
    ...(whole < attemptTimeout
      ? [`${where}: the mesh gives up after ${whole} ms, the code waits ${attemptTimeout} ms`]
      : []),
    ...(attempts * tries > MOST_TRIES
      ? [`${where}: ${attempts} tries of the code and ${tries} of the mesh are more than ${MOST_TRIES}`]
      : []),
    ...(tries > 1 && (once ?? Infinity) * tries > Math.min(whole, attemptTimeout)
      ? [`${where}: ${tries} tries of ${once} ms do not fit into ${Math.min(whole, attemptTimeout)} ms`]
      : []),
  ];
}

/** A connection that takes longer than an attempt can never be used by the call that it was opened for. */
function connecting(policy: CallPolicy, manifests: readonly Manifest[]): string[] {
  const rule = istioObjects(manifests, 'DestinationRule').find(({ spec }) => spec.host === policy.callee);
  const connect = millisecondsOf(rule?.spec.trafficPolicy?.connectionPool?.tcp?.connectTimeout) ?? 0;
  return connect > policy.attemptTimeout
    ? [`${textOf(policy)}: connecting may take ${connect} ms, an attempt ${policy.attemptTimeout} ms`]
    : [];
}

/** The door waits for as long as the gateway works on an answer. */
function atTheDoor(
  id: string,
  { gateways, http = [] }: VirtualService,
  { entries = [] }: Contract,
  policies: readonly CallPolicy[],
): string[] {
  if (gateways === undefined) return [];
  return entries.flatMap(({ request, app, dependencies }) => {
    const longest = policies
      .filter(({ caller, callee }) => caller === app && dependencies.includes(callee))
      .reduce((most, { deadline }) => Math.max(most, deadline), 0);
    return routesOf(http, request)
      .filter(({ timeout }) => (millisecondsOf(timeout) ?? Infinity) < longest)
      .map(
        ({ name, timeout }) =>
          `${id}, ${name}: ${request.method} ${request.path} ends after ${timeout}, ${app} may take ${longest} ms`,
      );
  });
}
