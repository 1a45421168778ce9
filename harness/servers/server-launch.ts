// The whole contract between the harness and a server under test: what the server gets, and what it must print.

import { randomBytes } from 'node:crypto';
import type { Launch } from '../hosts/child-group.ts';

/** One start of a server. It listens on 127.0.0.1 at `port` and serves the app in its working folder. */
export interface ServerStart {
  /** Real, absolute path of the app's folder. */
  readonly root: string;
  readonly port: number;
  /** `development`, `production`, or another name. */
  readonly environmentName: string;
  /** The edition that the server is judged by. */
  readonly edition: string;
  /** Environment variables of the case. */
  readonly environment: Readonly<Record<string, string>>;
  /** The line that the server prints when it listens, and again for every line that it reads. */
  readonly marker: string;
}

export type ServerLauncher = (start: ServerStart) => Launch;

/** The environment variables that describe the start to the server. */
export function serverVariables(start: ServerStart): Record<string, string> {
  return {
    MODSPEC_PORT: String(start.port),
    MODSPEC_ENVIRONMENT: start.environmentName,
    MODSPEC_EDITION: start.edition,
    MODSPEC_MARKER: start.marker,
  };
}

/** Makes a marker that no module prints by chance. */
export function newMarker(): string {
  return `modspec-marker-${randomBytes(8).toString('hex')}`;
}
