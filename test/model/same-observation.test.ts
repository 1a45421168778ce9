import { test } from 'tap';
import type { Observation } from '../../model/observation.ts';
import { observationKey } from '../../model/same-observation.ts';

function isSame(a: Observation, b: Observation): boolean {
  return observationKey(a) === observationKey(b);
}

function failed(name: string, code?: string, message?: string): Observation {
  const error = {
    name,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
  return { kind: 'error', error };
}

test('two errors are the same by their code, else by their name, whatever they say', async (t) => {
  t.ok(isSame(failed('Error', 'X', 'one'), failed('TypeError', 'X', 'other')));
  t.notOk(isSame(failed('Error', 'X'), failed('Error', 'Y')));
  t.notOk(isSame(failed('Error'), failed('TypeError')));
});

test('two answers that read the same in words are not the same', async (t) => {
  t.notOk(isSame({ kind: 'file', path: 'builtin fs' }, { kind: 'builtin', name: 'fs' }));
  t.notOk(isSame({ kind: 'file', path: 'error X' }, failed('Error', 'X')));
});

test('programs are the same by what they print and how they end', async (t) => {
  const ran = { kind: 'run', stdout: 'a\n', exitCode: 0 } as const;
  t.ok(isSame(ran, { exitCode: 0, stdout: 'a\n', kind: 'run' }), 'the order of keys does not matter');
  t.notOk(isSame(ran, { ...ran, stdout: 'b\n' }));
  t.notOk(
    isSame({ ...ran, exitCode: null, signal: 'SIGSEGV' }, { ...ran, exitCode: null, signal: 'SIGABRT' }),
  );
  t.notOk(isSame(ran, { ...ran, error: { name: 'Error' } }));
});

test('steps of a server are the same by what they show', async (t) => {
  const step = {
    kind: 'step',
    step: 1,
    stdout: '',
    state: { kind: 'responded', status: 200, body: 'a' },
  } as const;
  t.ok(isSame(step, structuredClone(step)));
  t.notOk(isSame(step, { ...step, step: 2 }));
  t.notOk(isSame(step, { ...step, state: { kind: 'responded', status: 200, body: 'b' } }));
  t.notOk(isSame(step, { ...step, state: { kind: 'waiting' } }));
});
