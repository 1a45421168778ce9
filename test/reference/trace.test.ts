// The trace: which steps are told, in which order, with which outcome.

import { test } from 'tap';
import { withoutDetails } from '../../analysis/trace/details.ts';
import { createLoader, type TraceEvent } from '../../reference/index.ts';
import { type MemoryEntry, memoryFileSystem } from './memory-file-system.ts';

test('a file beside the referrer', async (t) => {
  t.strictSame(trace({ 'a.js': '' }, './a').slice(0, 7), [
    { step: 'REQUIRE 1', outcome: 'fails', about: './a' },
    { step: 'REQUIRE 4', outcome: 'holds', about: './a' },
    { step: 'REQUIRE 4.i', outcome: 'fails', about: './a' },
    { step: 'REQUIRE 4.ii', outcome: 'done', path: '/t' },
    { step: 'REQUIRE 4.ii.a', outcome: 'fails', path: '/t' },
    { step: 'REQUIRE 4.ii.c', outcome: 'done', path: '/t/a' },
    { step: 'REQUIRE 4.ii.e', outcome: 'done', path: '/t/a' },
  ]);
});

test('the last event is the one that found the file', async (t) => {
  t.strictSame(trace({ 'a.json': '1' }, './a').at(-1), {
    step: 'LOAD_AS_FILE 3',
    outcome: 'found',
    path: '/t/a.json',
  });
});

test('a core module takes one step, and those that know its name', async (t) => {
  t.strictSame(labels({}, 'fs'), ['REQUIRE 1']);
  t.strictSame(
    allEvents({}, 'fs').map(({ step, outcome }) => `${step} ${outcome}`),
    ['IS_CORE_MODULE 1 holds', 'REQUIRE 1 holds'],
  );
});

test('a path specifier that resolves to nothing ends at the throw', async (t) => {
  t.equal(labels({}, './none').at(-1), 'REQUIRE 4.iv');
});

test('a specifier that names a folder only skips a step, and says why', async (t) => {
  t.strictSame(
    trace({ 'a.js': '', 'a/index.js': '' }, './a/').find(({ outcome }) => outcome === 'skipped'),
    { step: 'REQUIRE 4.ii.e', outcome: 'skipped', why: '`./a/` names only a folder' },
  );
});

test('the main of a folder, and the index of the folder it names', async (t) => {
  const steps = labels({ 'p/package.json': '{"main":"lib"}', 'p/lib/index.json': '1' }, './p');
  t.strictSame(steps.slice(steps.indexOf('REQUIRE 4.ii.f')), [
    'REQUIRE 4.ii.f',
    'LOAD_AS_DIRECTORY 1',
    'LOAD_AS_DIRECTORY 2',
    'PACKAGE_MAIN 1',
    'PACKAGE_MAIN 2',
    'PACKAGE_MAIN 4',
    'PACKAGE_MAIN 5',
    'PACKAGE_MAIN 6',
    'LOAD_MAIN 1',
    'LOAD_MAIN 2',
    'LOAD_MAIN 3',
    'LOAD_MAIN 4',
    'LOAD_AS_FILE 1',
    'LOAD_AS_FILE 2',
    'LOAD_AS_FILE 3',
    'LOAD_AS_FILE 4',
    'LOAD_MAIN 5',
    'LOAD_INDEX 1',
    'LOAD_INDEX 2',
  ]);
});

test('a name is searched upwards and then in the global folders', async (t) => {
  const events = trace({ 'global/n.js': '' }, 'n', { NODE_PATH: '/t/global', HOME: '/home' });
  const dirs = events.filter((event) => event.step === 'LOAD_NODE_MODULES 3').map((event) => event.path);
  t.strictSame(dirs, ['/t/node_modules', '/node_modules', '/t/global']);
  t.ok(
    events.some((event) => event.step === 'GLOBAL_FOLDERS 3.ii' && event.path === '/home/.node_libraries'),
  );
});

test('a name that is nowhere ends at the last throw', async (t) => {
  t.equal(labels({}, 'modspec-none').at(-1), 'REQUIRE 6');
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
  return withoutDetails(allEvents(files, specifier, environment));
}

function allEvents(
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
