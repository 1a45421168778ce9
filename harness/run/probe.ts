// Whether a driver of modspec's works with the version of the loader that is there: it is asked the simplest of questions.

import type { Case } from '../../model/case.ts';
import { describeExpected, describeObservation } from '../../model/describe.ts';
import { failedChecks } from '../../model/failed-checks.ts';
import { judgedCase } from '../../model/judged-case.ts';
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
  const item = simplestCase(edition, capabilities.includes('resolve'));
  const asking = { judged: judgedCase(item, edition), errorCodes: false, workspace, timeoutMs };
  const judged = await (firstHost ? askShared(asking, firstHost, 'shared') : askByItself(asking, adapter));
  if (judged.verdict === 'pass') return undefined;
  return `version ${version} can't be driven: ${item.title}: ${whatHappened(judged)}`;
}

function simplestCase(edition: string, resolves: boolean): Case {
  const editions = [edition];
  return {
    id: 'probe',
    title: resolves ? "require('./a') of a file a.js beside it" : "a program that prints 'ok'",
    rule: 'probe',
    level: 'resolve',
    needs: [],
    environment: {},
    tree: [
      { kind: 'file', path: 'main.js', text: resolves ? "require('./a');\n" : "console.log('ok');\n" },
      { kind: 'file', path: 'a.js', text: '' },
    ],
    questions: [
      resolves
        ? {
            kind: 'resolve',
            from: 'main.js',
            specifier: './a',
            expect: [{ kind: 'file', editions, path: 'a.js' }],
          }
        : {
            kind: 'run',
            entry: 'main.js',
            arguments: [],
            expect: [{ kind: 'run', editions, stdout: 'ok\n' }],
          },
    ],
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
