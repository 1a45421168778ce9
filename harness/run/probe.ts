// Whether a driver of modspec's works with the version of the loader that is there: it is asked the simplest of questions.

import type { Case, Question } from '../../model/case.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { failedChecks } from '../../model/failed-checks.ts';
import { judgedCase } from '../../model/judged-case.ts';
import { type Capability, waysOfImport } from '../../model/vocabulary.ts';
import type { Workspace } from '../trees/workspace.ts';
import { askByItself, askShared, type Judged } from './ask-case.ts';
import type { Introduced } from './run-cases.ts';

/**
 * Asks an adapter that wants to be probed for `./a.js` beside the entry.
 * @returns why the loader can't be driven; undefined if it can, or if the adapter does not want to be probed
 */
export async function probe(
  { adapter, description, firstHost }: Introduced,
  workspace: Workspace,
  timeoutMs: number,
): Promise<string | undefined> {
  if (!adapter.probed) return undefined;
  const { capabilities, edition, version } = description;
  const item = simplestCase(edition, simplestFor(capabilities));
  const asking = { judged: judgedCase(item, edition), errorCodes: false, workspace, timeoutMs };
  const judged = await (firstHost ? askShared(asking, firstHost, 'shared') : askByItself(asking, adapter));
  // A driver that declines the question knows its loader.
  if (judged.verdict === 'pass' || judged.verdict === 'skip') return undefined;
  return `version ${version} can't be driven: ${item.title}: ${whatHappened(judged)}`;
}

/** What a loader is asked first, and the text of the program that means the same. */
interface Simplest {
  readonly title: string;
  readonly text: string;
  ask(editions: [string]): Question;
}

function simplestFor(capabilities: readonly Capability[]): Simplest {
  if (capabilities.includes('resolve'))
    return {
      title: "require('./a.js') of a file beside it",
      text: "require('./a.js');\n",
      ask: (editions) => resolution(editions),
    };
  const by = waysOfImport.find((way) => capabilities.includes(way));
  if (by)
    return {
      title: `${by} of './a.js', a file beside it`,
      text: "import './a.js';\n",
      ask: (editions) => ({ ...resolution(editions), by }),
    };
  return {
    title: "a program that prints 'ok'",
    text: "console.log('ok');\n",
    ask: (editions) => ({
      kind: 'run',
      entry: capabilities.includes('run') ? 'main.js' : 'main.mjs',
      arguments: [],
      expect: [{ kind: 'run', editions, stdout: 'ok\n' }],
    }),
  };
}

function resolution(editions: [string]): Extract<Question, { kind: 'resolve' }> {
  return {
    kind: 'resolve',
    from: 'main.js',
    specifier: './a.js',
    expect: [{ kind: 'file', editions, path: 'a.js' }],
  };
}

function simplestCase(edition: string, { title, text, ask }: Simplest): Case {
  return {
    id: 'probe',
    title,
    rule: 'probe',
    level: 'resolve',
    needs: [],
    environment: {},
    tree: [
      { kind: 'file', path: 'main.js', text },
      { kind: 'file', path: 'main.mjs', text },
      { kind: 'file', path: 'a.js', text: '' },
    ],
    questions: [ask([edition])],
    hash: '0000000000000000',
    source: { file: 'probe', line: 1 },
  };
}

function whatHappened({ verdict, reason, questions, stderr }: Judged): string {
  const [failed] = failedChecks({ questions });
  if (!failed) return reason ?? verdict;
  const said = stderr?.trim().split('\n').at(-1);
  const observed = `expected ${describeExpected(failed.expected).trim()}, observed ${describeObservation(failed.observed)}`;
  const text = said === undefined ? observed : `${observed}; it wrote on stderr: ${said}`;
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
