import type { HttpMatch, HttpRoute } from './objects.ts';

export interface Request {
  path: string;
  method: string;
  port?: number;
}

/** Every route that such a request may take: the first that fits it, and those before it that want a header besides. */
export function routesOf(routes: readonly HttpRoute[], request: Request): HttpRoute[] {
  const taken: HttpRoute[] = [];
  for (const route of routes) {
    const fitting = (route.match ?? [{}]).filter((match) => fits(match, request));
    if (fitting.length === 0) continue;
    taken.push(route);
    if (fitting.some(({ headers }) => headers === undefined)) break;
  }
  return taken;
}

function fits({ uri, method, port }: HttpMatch, request: Request): boolean {
  const isMethod = method === undefined || method.exact === request.method;
  const isPort = port === undefined || request.port === undefined || port === request.port;
  if (!isMethod || !isPort) return false;
  if (uri?.exact !== undefined) return uri.exact === request.path;
  if (uri?.prefix !== undefined) return request.path.startsWith(uri.prefix);
  // Istio means the whole path.
  if (uri?.regex !== undefined) return new RegExp(`^(?:${uri.regex})$`).test(request.path);
  return true;
}
