// The shapes of the server: Resource Types, their instances, and what they are given.

import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a resource gets of a request. */
export interface ResourceContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The address without the path of the resource; it starts with a slash. */
  readonly url: string;
  /** Sends an error, or a result as JSON. */
  done(error: unknown, result?: unknown): void;
}

export interface Resource {
  readonly path?: string;
  handle(context: ResourceContext, next: () => void): void;
  load?(done: (error?: unknown) => void): void;
}

export interface ResourceOptions {
  readonly config: unknown;
  readonly server: unknown;
  readonly db: unknown;
  readonly configPath: string;
}

export interface ResourceType {
  new (name: string, options: ResourceOptions): Resource;
  readonly name: string;
  selfHost?(options: { config: { resources: readonly Resource[] }; server: unknown }): Resource | undefined;
}

/** By name; a later type of the same name replaces an earlier one. */
export type ResourceTypes = Map<string, ResourceType>;
