// The engines that this machine has, asked a few programs.

import { execa } from 'execa';
import { test } from 'tap';
import { engines } from '../../harness/registry/entries/engines.ts';
import { runSchema } from '../../model/run.ts';
import { modspec } from '../cli/modspec.ts';

const programs = ['module-exports-object', 'main-uncaught-error', 'cache-key-extension', 'links-store-cycle'];

for (const { name, command, install } of engines) {
  const { failed } = await execa('sh', ['-c', `command -v ${command}`], { reject: false });
  const skip = failed && `this machine has no ${command}: ${install}`;
  test(`${name} runs programs, and what ends them is seen`, { skip }, async (t) => {
    const cases = programs.flatMap((glob) => ['--case', glob]);
    const { stdout } = await modspec([
      'run',
      '--impl',
      name,
      ...cases,
      '--edition',
      'node-24',
      '--timeout',
      '60000',
      '--format',
      'json',
    ]);
    const { header, verdicts } = runSchema.parse(JSON.parse(stdout));
    t.match(header.implementations[0], { name, kind: 'engine', version: /^\d+\.\d+/, edition: 'node-24' });
    const verdictOn = (id: string) => verdicts.find((verdict) => verdict.case === id)?.verdict;
    t.equal(verdictOn('module-exports-object'), 'pass');
    t.equal(verdictOn('main-uncaught-error'), 'pass', 'the error is known by its name');
    t.equal(verdictOn('cache-key-extension'), 'fail', 'its modules are known by their identifiers');
    t.equal(verdictOn('links-store-cycle'), 'fail', 'links in a circle end');
    t.strictSame(
      verdicts.filter(({ verdict }) => ['error', 'crash', 'timeout'].includes(verdict)),
      [],
    );
  });
}
