// The trace: which steps are told, in which order, with which outcome.

import { test } from 'tap';
import { createLoader, type TraceEvent } from '../../reference/index.ts';
import { type MemoryEntry, memoryFileSystem } from './memory-file-system.ts';

test('a file beside the referrer', async (t) => {
  t.strictSame(trace({ 'a.js': '' }, './a').slice(0, 5), [
    { step: 'REQUIRE 1', outcome: 'fails' },
    { step: 'REQUIRE 2', outcome: 'holds' },
    { step: 'REQUIRE 2.i', outcome: 'done', path: '/t/a' },
    { step: 'REQUIRE 2.ii', outcome: 'done', path: '/t/a' },
    { step: 'LOAD_AS_FILE 1', outcome: 'missing', path: '/t/a' },
  ]);
});

test('the last event is the one that found the file', async (t) => {
  t.strictSame(trace({ 'a.json': '1' }, './a').at(-1), {
    step: 'LOAD_AS_FILE 3',
    outcome: 'found',
    path: '/t/a.json',
  });
});

test('a core module takes two steps', async (t) => {
  t.strictSame(labels({}, 'fs'), ['REQUIRE 1', 'REQUIRE 1.i']);
});

test('a path that leads nowhere ends at the throw', async (t) => {
  t.equal(labels({}, './none').at(-1), 'REQUIRE 2.iv');
});

test('the main of a folder, and the index of the folder it names', async (t) => {
  const steps = labels({ 'p/package.json': '{"main":"lib"}', 'p/lib/index.json': '1' }, './p');
  t.strictSame(steps.slice(steps.indexOf('REQUIRE 2.iii')), [
    'REQUIRE 2.iii',
    'LOAD_AS_DIRECTORY 1',
    'LOAD_AS_DIRECTORY 1.i',
    'LOAD_AS_DIRECTORY 1.ii',
    'LOAD_AS_DIRECTORY 1.iii',
    'LOAD_AS_FILE 1',
    'LOAD_AS_FILE 2',
    'LOAD_AS_FILE 3',
    'LOAD_AS_FILE 4',
    'LOAD_AS_DIRECTORY 1.iv',
    'LOAD_AS_DIRECTORY 2',
    'LOAD_AS_DIRECTORY 3',
  ]);
});

test('a name is searched upwards and then in the global folders', async (t) => {
  const events = trace({ 'global/n.js': '' }, 'n', { NODE_PATH: '/t/global', HOME: '/home' });
  const dirs = events.filter((event) => event.step === 'LOAD_NODE_MODULES 2').map((event) => event.path);
  t.strictSame(dirs, ['/t/node_modules', '/node_modules', '/t/global']);
  t.ok(
    events.some((event) => event.step === 'GLOBAL_FOLDERS 3.ii' && event.path === '/home/.node_libraries'),
  );
});

test('a name that is nowhere ends at the last throw', async (t) => {
  t.equal(labels({}, 'modspec-none').at(-1), 'REQUIRE 4');
});

test('nothing is told before a question is asked', async (t) => {
  const events: TraceEvent[] = [];
  createLoader({ files: memoryFileSystem({}), trace: (event) => events.push(event) });
  t.strictSame(events, []);
});

function labels(files: Record<string, MemoryEntry>, specifier: string): string[] {
  return trace(files, specifier).map((event) => event.step);
}

function trace(
  files: Record<string, MemoryEntry>,
  specifier: string,
  environment: Record<string, string> = {},
): TraceEvent[] {
  const events: TraceEvent[] = [];
  const loader = createLoader({
    files: memoryFileSystem(files),
    environment,
    nodePrefix: '/prefix',
    trace: (event) => events.push(event),
  });
  try {
    loader.resolve(specifier, '/t/main.js');
  } catch {
    // what matters is how far it came
  }
  return events;
}
