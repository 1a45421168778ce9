// Runs the entry of a case in a context with nothing but the `require` of a null loader.

import vm from 'node:vm';
import type { Case } from '../../model/case.ts';
import type { Answer } from '../../model/observation.ts';

const limitMs = 200;

export type ProgramRunner = (item: Case, entry: string) => Answer;

/**
 * Reports what programs print and how they end with this `require`. Making a context is slow, so one context serves
 * many programs, until one of them leaves a global variable behind.
 */
export function createProgramRunner(require: () => unknown): ProgramRunner {
  let room = createRoom();
  return (item, entry) => {
    room.printed.length = 0;
    const error = failure(room.context, programText(item, entry), require);
    const stdout = room.printed.join('');
    if (Object.keys(room.context).length !== room.names) room = createRoom();
    return error
      ? { kind: 'run', stdout, exitCode: 1, error: describe(error.thrown) }
      : { kind: 'run', stdout, exitCode: 0 };
  };
}

interface Room {
  readonly context: vm.Context;
  readonly names: number;
  readonly printed: string[];
}

function createRoom(): Room {
  const printed: string[] = [];
  const log = (line: unknown) => printed.push(`${String(line)}\n`);
  const context = vm.createContext({
    console: { log, error() {} },
    require: undefined,
    importNothing,
    given: undefined,
  });
  return { context, names: Object.keys(context).length, printed };
}

function programText(item: Case, entry: string): string {
  const file = item.tree.find(({ path }) => path === entry);
  return file?.kind === 'file' ? file.text.replace(/^#!.*/, '').replace(dynamicImport, 'importNothing(') : '';
}

// In a context it returns a promise whose rejection nobody handles, which would end this process.
const dynamicImport = /\bimport\s*\(/g;

/** The replacement in such a loader: a promise that never settles. */
function importNothing(): Promise<never> {
  return new Promise(() => {});
}

function failure(
  context: vm.Context,
  text: string,
  require: () => unknown,
): { readonly thrown: unknown } | undefined {
  const body = `(function (exports, require, module, __filename, __dirname) {${text}
}).call(given.exports, given.exports, require, given, '/tree/main.js', '/tree');`;
  Object.assign(context, { require, importNothing, given: { exports: {} } });
  try {
    vm.runInContext(body, context, { timeout: limitMs });
    return undefined;
  } catch (thrown) {
    return { thrown };
  }
}

/** Errors of the context have another `Error`, so only their shape can be checked. */
function describe(error: unknown): { name: string; code?: string } {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  return { name: String(name ?? 'Error').slice(0, 200), ...(typeof code === 'string' ? { code } : {}) };
}
