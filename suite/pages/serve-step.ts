// One numbered step of a server case: a sentence of a fixed shape, then bullets and fences with what it must show.

import type { ServeStep, ShownStep } from '../../model/case.ts';
import { findTreeFault } from '../../model/check-tree.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Block, ListItem } from './blocks.ts';
import { unquote } from './inline.ts';
import { type Property, readProperties } from './properties.ts';
import { type Stated, spreadEditions } from './spread-editions.ts';

type Fence = Extract<Block, { kind: 'fence' }>;
type Place = { readonly file: string; readonly line: number };

export interface ReadStep {
  readonly step: ServeStep;
  readonly line: number;
  /** What it must show in an edition while the server runs; absent for a step that only acts. */
  readonly shownIn?: (edition: string) => Shown | undefined;
}

/** What a step shows, before it has its number. */
export type Shown = WithoutStep<ShownStep>;
type WithoutStep<T> = T extends unknown ? Omit<T, 'step'> : never;

const sentences =
  "'Start in development', 'Request `GET /path`', 'Write `file`', 'Delete `file`', 'Wait until it ends' or 'Stop'";

/** Reads one item of the list. */
export function readStep(file: string, item: ListItem, scope: readonly string[]): ReadStep {
  const place = { file, line: item.line };
  const [sentence, ...rest] = item.blocks;
  if (sentence?.kind !== 'paragraph') throw new UsageError(`a step is ${sentences}`, place);
  const content = sortContent(file, rest);
  const words = sentence.inline.source.replace(/[.:]$/, '');
  const step = toStep(words, content, place);
  if (step.kind !== 'write') refuseFile(file, content);
  const shownIn = toShown(step, content, scope, file);
  return { step, line: item.line, ...(shownIn ? { shownIn } : {}) };
}

interface Content {
  readonly bullets: readonly Extract<Block, { kind: 'bullets' }>[];
  readonly stdout: readonly Fence[];
  readonly body: readonly Fence[];
  /** Fences of any other kind: the text of a file to write. */
  readonly texts: readonly Fence[];
}

function sortContent(file: string, blocks: readonly Block[]): Content {
  const fences = blocks.filter((block) => block.kind === 'fence');
  const bullets = blocks.filter((block) => block.kind === 'bullets');
  const stray = blocks.find(({ kind }) => kind !== 'fence' && kind !== 'bullets');
  if (stray)
    throw new UsageError(
      `below the sentence of a step only bullets and fences are allowed; found a ${stray.kind === 'other' ? stray.name : stray.kind}`,
      { file, line: stray.line },
    );
  const isNamed = (word: string) => (fence: Fence) => fence.info.split(' ')[0] === word;
  const stdout = fences.filter(isNamed('stdout'));
  const body = fences.filter(isNamed('body'));
  const texts = fences.filter((fence) => !stdout.includes(fence) && !body.includes(fence));
  return { bullets, stdout, body, texts };
}

function toStep(words: string, { texts }: Content, place: Place): ServeStep {
  if (words === 'Stop') return { kind: 'stop' };
  if (words === 'Wait until it ends') return { kind: 'end' };
  const [, environment] = /^Start in ([A-Za-z]+)$/.exec(words) ?? [];
  if (environment !== undefined) return { kind: 'start', environment };
  const [, method, path] = /^Request `([A-Z]+) (\/\S*)`$/.exec(words) ?? [];
  if (method !== undefined && path !== undefined) return { kind: 'request', method, path };
  const [, verb, name] = /^(Write|Delete) `([^`]+)`$/.exec(words) ?? [];
  if (name === undefined) throw new UsageError(`a step is ${sentences}; found '${words}'`, place);
  const file = checkPath(unquote(name), place);
  if (verb === 'Delete') return { kind: 'delete', path: file };
  const [text, ...more] = texts;
  if (text && more.length === 0) return { kind: 'write', path: file, text: text.content };
  throw new UsageError(`below 'Write \`${name}\`' one fence with the text of the file is expected`, place);
}

function checkPath(path: string, place: Place): string {
  const fault = findTreeFault([{ kind: 'file', path, text: '' }], []);
  if (fault) throw new UsageError(fault.message, place);
  return path;
}

function refuseFile(file: string, { texts }: Content): void {
  const [text] = texts;
  if (text)
    throw new UsageError(
      `this fence means nothing: a step shows stdout and body fences; found '${text.info}'`,
      {
        file,
        line: text.line,
      },
    );
}

function toShown(
  step: ServeStep,
  content: Content,
  scope: readonly string[],
  file: string,
): ReadStep['shownIn'] {
  const stdout = spreadEditions(file, scope, content.stdout.map(fenceStated));
  const body = spreadEditions(file, scope, content.body.map(fenceStated));
  const printed = (edition: string) => stdout.get(edition) ?? '';
  if (step.kind !== 'request') refuseFences(file, content.body, 'body');
  switch (step.kind) {
    case 'start': {
      const then = readStated(file, scope, content, 'Then', readThen);
      return (edition) => ({ ...(then.get(edition) ?? { kind: 'listens' }), stdout: printed(edition) });
    }
    case 'end': {
      const codes = readStated(file, scope, content, 'Exit code', readWholeNumber);
      return (edition) => {
        const exitCode = codes.get(edition);
        return exitCode === undefined ? undefined : { kind: 'ends', exitCode, stdout: printed(edition) };
      };
    }
    case 'request': {
      const statuses = readStated(file, scope, content, 'Status', readStatus);
      return (edition) => toResponse(statuses.get(edition), body.get(edition), printed(edition));
    }
    case 'write':
    case 'delete':
    case 'stop':
      refuseFences(file, content.stdout, 'stdout');
      readStated(file, scope, content, undefined, readStatus);
      return undefined;
  }
}

function fenceStated(fence: Fence): Stated<string> {
  return {
    selector: fence.info.replace(/^\S+\s*/, '') || undefined,
    value: fence.content,
    line: fence.line,
  };
}

function refuseFences(file: string, [fence]: readonly Fence[], what: string): void {
  if (fence) throw new UsageError(`this step shows no ${what}`, { file, line: fence.line });
}

/** The values of the bullets of the one key that a step has; of no key where it has none. */
function readStated<T>(
  file: string,
  scope: readonly string[],
  { bullets }: Content,
  key: string | undefined,
  read: (property: Property, place: Place) => T,
): Map<string, T> {
  const properties = bullets.flatMap((list) => readProperties(file, list, key === undefined ? [] : [key]));
  const stated = properties.map(
    (property): Stated<T> => ({
      selector: property.selector,
      value: read(property, { file, line: property.line }),
      line: property.line,
    }),
  );
  return spreadEditions(file, scope, stated);
}

type Then = { kind: 'listens' } | { kind: 'stalls' } | { kind: 'ends'; exitCode: number };

function readThen({ value }: Property, place: Place): Then {
  const text = value.source.trim();
  if (text === 'listens' || text === 'stalls') return { kind: text };
  const [, code] = /^ends with exit code (\d{1,3})$/.exec(text) ?? [];
  if (code !== undefined) return { kind: 'ends', exitCode: Number(code) };
  throw new UsageError(
    `after its start a server 'listens', 'stalls' or 'ends with exit code N', found '${text}'`,
    place,
  );
}

function readStatus(property: Property, place: Place): number | 'none' {
  if (property.value.source.trim() === 'none') return 'none';
  return readWholeNumber(property, place);
}

function readWholeNumber({ key, value }: Property, place: Place): number {
  const text = value.source.trim();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError(`'${key}:' is a whole number, found '${text}'`, place);
}

function toResponse(
  status: number | 'none' | undefined,
  body: string | undefined,
  stdout: string,
): Shown | undefined {
  if (status === undefined) return undefined;
  if (status === 'none') return { kind: 'no response', stdout };
  return { kind: 'responds', status, stdout, ...(body === undefined ? {} : { body }) };
}
