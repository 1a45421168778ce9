// From a request to the resources whose path it lies below, the longest path first.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resource, ResourceContext } from './types.ts';

/** Hands the request to the first resource, and on to the next one whenever a resource passes it on. */
export function route(resources: readonly Resource[], req: IncomingMessage, res: ServerResponse): void {
  const url = req.url ?? '/';
  const matching = resources
    .filter((resource) => isBelow(url, pathOf(resource)))
    .sort((a, b) => depth(b) - depth(a))
    .values();
  const next = () => {
    const { value: resource, done } = matching.next();
    if (done) respond(res, 404, { message: 'resource not found', status: 404 });
    else resource.handle(toContext(resource, req, res), next);
  };
  next();
}

/** The path itself, or what follows it after a slash or a question mark. */
function isBelow(url: string, path: string): boolean {
  return url.startsWith(path) && /^([/?]|$)/.test(url.slice(path.length));
}

function depth(resource: Resource): number {
  return pathOf(resource).split('/').length;
}

/** The root, like no path at all, is above everything. */
function pathOf({ path }: Resource): string {
  return !path || path === '/' ? '' : path;
}

function toContext(resource: Resource, req: IncomingMessage, res: ServerResponse): ResourceContext {
  const rest = (req.url ?? '/').slice(pathOf(resource).length).replace(/\?.*$/s, '');
  return {
    req,
    res,
    url: rest.startsWith('/') ? rest : `/${rest}`,
    done: (error, result) =>
      error ? respond(res, 400, { message: String(error), status: 400 }) : respond(res, 200, result ?? null),
  };
}

/** Sends JSON, unless something else has answered already. */
export function respond(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent || res.writableEnded) return;
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}
