// The reference server: loads the modules of an app as Deployd does, edition by edition. It reads like the pages about
// Deployd. It owns its process: what stops the server ends the process.

import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createLoader, type Require } from '../index.ts';
import type { DeploydBehaviours } from './behaviours.ts';
import { deploydBehavioursOf } from './editions.ts';
import { listModules } from './list-modules.ts';
import { listResources } from './list-resources.ts';
import { loadModules } from './load-modules.ts';
import { makeResources } from './make-resources.ts';
import { respond, route } from './route.ts';
import type { Resource } from './types.ts';

export { deploydEditions } from './editions.ts';

export interface AppOptions {
  /** The app's folder, which is also the working folder of the process. */
  readonly app: string;
  readonly port: number;
  /** `development`, `production`, or any other name. */
  readonly environment: string;
  /** One of `deploydEditions`. */
  readonly edition: string;
}

/**
 * Loads the app and then listens on 127.0.0.1. The event `listening` says that it does.
 * @throws {RangeError} when the edition is unknown.
 */
export function serveApp(options: AppOptions): Server {
  const server = new AppServer(options);
  Reflect.set(process, 'server', server);
  void server.start();
  return server;
}

class AppServer extends Server {
  readonly options: AppOptions;
  /** There is no database. */
  readonly db: object = {};
  resources: readonly Resource[] | undefined;
  readonly #behaviours: DeploydBehaviours;
  readonly #develops: boolean;
  #require: Require | undefined;
  #kept: readonly Resource[] | undefined;

  constructor(options: AppOptions) {
    super();
    this.options = options;
    this.#behaviours = deploydBehavioursOf(options.edition);
    this.#develops = options.environment === 'development';
    this.on('request', this.#answer);
  }

  /** Everything is loaded before the first request can come. */
  async start(): Promise<void> {
    try {
      this.resources = await this.#load();
      this.listen(this.options.port, '127.0.0.1');
    } catch (error) {
      end(error);
    }
  }

  /** A module's listener that throws costs its request and then the server. */
  override emit(event: string, ...args: unknown[]): boolean {
    if (event !== 'request') return super.emit(event, ...args);
    try {
      return super.emit(event, ...args);
    } catch (error) {
      answerAndEnd(args[1] as ServerResponse, error);
      return true;
    }
  }

  readonly #answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      // Waits even for resources that were kept, so that listeners of modules come before any answer.
      this.resources = await (this.#keptResources() ?? this.#load());
    } catch (error) {
      if (error instanceof BrokenResources && this.#behaviours.requestForBrokenResources === 'is answered') {
        answerAndEnd(res, error);
        return;
      }
      end(error);
    }
    try {
      route(this.resources ?? [], req, res);
    } catch (error) {
      answerAndEnd(res, error);
    }
  };

  #keptResources(): readonly Resource[] | undefined {
    const kept = this.#kept;
    if (this.#behaviours.keptResources === 'are kept for one request') this.#kept = undefined;
    return kept;
  }

  /** Modules first, then the resources that may need their types. */
  async #load(): Promise<readonly Resource[]> {
    const { app } = this.options;
    const folders = guard(() => listResources(app, this.#behaviours));
    const wanted = folders.length > 0 || this.#behaviours.appWithoutResources === 'loads its modules';
    const names = wanted ? listModules(app, this.#behaviours) : [];
    if (names === undefined) return forEver;
    const types = loadModules(app, names, this.#currentRequire(), this.#behaviours);
    const resources = await makeResources(folders, types, this, this.#behaviours).catch(rethrowBroken);
    if (!this.#develops) this.#kept = resources;
    return resources;
  }

  /** A new loader re-creates the modules; what the old ones listened to goes with them. */
  #currentRequire(): Require {
    const anew =
      this.#develops && this.#behaviours.requestInDevelopment === 'makes modules and resources anew';
    if (this.#require && !anew) return this.#require;
    if (this.#require) this.removeAllListeners('request').on('request', this.#answer);
    const edition = this.#behaviours.moduleLoader.slice('does as '.length);
    const loader = createLoader({ edition, environment: process.env });
    this.#require = loader.createRequire(join(this.options.app, 'app.js'));
    return this.#require;
  }
}

/** An error in the resources of the app and not in its modules. */
class BrokenResources extends Error {
  override readonly name = 'BrokenResources';
}

function guard<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    return rethrowBroken(error);
  }
}

function rethrowBroken(error: unknown): never {
  throw new BrokenResources(error instanceof Error ? error.message : String(error), { cause: error });
}

/** A start that is never finished. */
const forEver = new Promise<never>(() => undefined);

function answerAndEnd(res: ServerResponse, error: unknown): void {
  res.on('finish', () => end(error));
  respond(res, 500, { message: error instanceof Error ? error.message : String(error), status: 500 });
}

function end(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
