// Takes the steps of a server case, one after another, and reports what each showed. Then the server has ended.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ServeStep } from '../../model/case.ts';
import type { ObservedStep } from '../../model/observation.ts';
import type { HostOutcome } from '../hosts/host-outcome.ts';
import { fillPlaceholder } from '../trees/build-tree.ts';
import { freePort } from './free-port.ts';
import { sendRequest } from './http-request.ts';
import { type Heard, LiveServer } from './live-server.ts';
import { newMarker, type ServerLauncher, type ServerStart } from './server-launch.ts';

export interface Served {
  readonly root: string;
  readonly edition: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly steps: readonly ServeStep[];
}

/** @param timeoutMs the time limit of each step. Never rejects because of what a server does. */
export async function driveServer(
  launcher: ServerLauncher,
  served: Served,
  timeoutMs: number,
): Promise<HostOutcome> {
  const drive: Drive = { launcher, served, timeoutMs, server: undefined, port: 0, stderr: '' };
  const steps: ObservedStep[] = [];
  try {
    for (const [index, step] of served.steps.entries()) {
      const state = await takeStep(drive, step);
      if (state === undefined) continue;
      if ('failure' in state) return { kind: 'errored', reason: state.failure };
      steps.push({ kind: 'step', step: index + 1, ...state });
      if (state.state.kind === 'waiting') break;
    }
    const flooded = drive.server?.overflowed() === true;
    await stop(drive);
    const { stderr } = drive;
    if (flooded) return { kind: 'crashed', reason: 'it printed more than is read', stderr };
    return { kind: 'answered', answers: [{ kind: 'serve', steps }], stderr };
  } finally {
    await stop(drive);
  }
}

interface Drive {
  readonly launcher: ServerLauncher;
  readonly served: Served;
  readonly timeoutMs: number;
  /** The server until it has been stopped, even if it has ended by itself. */
  server: LiveServer | undefined;
  port: number;
  stderr: string;
}

type Shown = Pick<ObservedStep, 'stdout' | 'state'>;

/** What a step showed; undefined for a step that only acts. */
async function takeStep(drive: Drive, step: ServeStep): Promise<Shown | { failure: string } | undefined> {
  switch (step.kind) {
    case 'start':
      return start(drive, step.environment);
    case 'request':
      return ask(drive, step);
    case 'end':
      return awaitEnd(drive);
    case 'stop':
      await stop(drive);
      return undefined;
    case 'write':
      writeInApp(drive.served.root, step);
      return undefined;
    case 'delete':
      rmSync(path.join(drive.served.root, step.path), { recursive: true, force: true });
      return undefined;
  }
}

async function start(drive: Drive, environmentName: string): Promise<Shown | { failure: string }> {
  await stop(drive);
  const { root, edition, environment } = drive.served;
  drive.port = await freePort();
  const { port } = drive;
  const begun: ServerStart = { root, port, environmentName, edition, environment, marker: newMarker() };
  drive.server = new LiveServer(drive.launcher(begun), begun.marker);
  const heard = await drive.server.listening(drive.timeoutMs);
  if (heard.kind === 'ended' && heard.ending.failure !== undefined)
    return { failure: `cannot start the server: ${heard.ending.failure}` };
  return { stdout: heard.stdout, state: heard.kind === 'marker' ? { kind: 'listens' } : toState(heard) };
}

async function ask(drive: Drive, step: Extract<ServeStep, { kind: 'request' }>): Promise<Shown> {
  const { server } = drive;
  if (!server || server.hasEnded()) return { stdout: '', state: { kind: 'not reached' } };
  const state = await sendRequest(drive.port, step, drive.timeoutMs);
  const { stdout } = await server.settled(drive.timeoutMs);
  return { stdout, state };
}

async function awaitEnd({ server, timeoutMs }: Drive): Promise<Shown> {
  if (!server) return { stdout: '', state: { kind: 'not reached' } };
  const heard = await server.ended(timeoutMs);
  return { stdout: heard.stdout, state: toState(heard) };
}

function toState(heard: Heard): ObservedStep['state'] {
  if (heard.kind !== 'ended') return { kind: 'waiting' };
  const { exitCode, signal } = heard.ending;
  return { kind: 'ended', exitCode, ...(signal === null ? {} : { signal }) };
}

async function stop(drive: Drive): Promise<void> {
  const { server } = drive;
  drive.server = undefined;
  if (!server) return;
  await server.kill();
  drive.stderr += server.stderr();
}

function writeInApp(root: string, { path: name, text }: Extract<ServeStep, { kind: 'write' }>): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, fillPlaceholder(text, root));
}
