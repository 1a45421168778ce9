// Coverage of Node's own scripts: its blocks, what processes tell put together, and the register of reasons.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { packageRoot } from '../../model/package-root.ts';
import { Coverage, missedBlocks } from '../../scripts/coverage-node/merge-coverage.ts';
import { scriptBlocks } from '../../scripts/coverage-node/node-scripts.ts';
import { readReasons } from '../../scripts/coverage-node/reasons.ts';

const text = `function find(a) {
  if (a) {
    return a ?? 1;
  }
  return missing();
}
Module._load = function (b) {
  for (const c of b) find(c);
};
`;

test('blocks are named after their function and what leads to them', async (t) => {
  t.strictSame(
    scriptBlocks(text).map(({ name, line }) => `${line} ${name}`),
    ['1 find', '2 find if:1', '3 find ??:1', '5 find rest:1', '7 Module._load', '8 Module._load loop:1'],
  );
});

function told(functionName: string, ...ranges: (readonly [string, string, number])[]) {
  return {
    functionName,
    isBlockCoverage: true,
    ranges: ranges.map(([first, last, count]) => ({
      startOffset: text.indexOf(first),
      endOffset: text.indexOf(last) + last.length,
      count,
    })),
  };
}

test('a block was run when any process ran it, and what was not called is missed as a whole', async (t) => {
  const coverage = new Coverage(new Map([['x', text]]));
  const whole = ['function find', 'missing();\n}', 1] as const;
  coverage.add([{ url: 'x', functions: [told('find', whole, ['return missing', 'missing();', 0])] }]);
  const missed = () =>
    missedBlocks(scriptBlocks(text), (block) => coverage.isRun('x', block)).map(({ name }) => name);
  t.strictSame(missed(), ['find rest:1', 'Module._load']);
  coverage.add([{ url: 'x', functions: [told('find', whole, ['{\n    return', '?? 1;\n  }', 0])] }]);
  t.strictSame(missed(), ['Module._load']);
});

test('a function that was running when counting began does not count', async (t) => {
  const coverage = new Coverage(new Map([['x', text]]));
  const found = told('find', ['function find', 'missing();\n}', 1]);
  coverage.add([{ url: 'x', functions: [{ ...found, isBlockCoverage: false }] }]);
  const missed = missedBlocks(scriptBlocks(text), (block) => coverage.isRun('x', block));
  t.strictSame(
    missed.map(({ name }) => name),
    ['find', 'Module._load'],
  );
});

test('reasons are for blocks that were missed, and others are of no use', async (t) => {
  const file = path.join(t.testdir(), 'reasons.yaml');
  const reason = 'twenty letters and more';
  writeFileSync(file, `- reason: ${reason}\n  blocks:\n    cjs/loader: ['find *', 'gone']\n`);
  const reasons = readReasons(file);
  t.equal(reasons.reasonOf({ node: 20, script: 'cjs/loader', name: 'find ||:1' }), reason);
  t.equal(reasons.reasonOf({ node: 20, script: 'cjs/loader', name: 'other' }), undefined);
  t.match(reasons.unused([20]), [/reasons\.yaml:3: every block of gone is run/]);
});

const url = 'node:internal/modules/cjs/loader';

/** What a process of Node says of the blocks of that script, when it runs a program that loads ./data. */
async function toldBy(folder: string, flags: readonly string[]) {
  writeFileSync(
    path.join(folder, 'program.cjs'),
    `require('./data'); console.log(Object.keys(require.cache).filter((file) => /covered/.test(file)));`,
  );
  writeFileSync(path.join(folder, 'data.json'), '{}');
  const options = ['--flush-bytecode', '--stress-flush-code', ...flags, path.join(folder, 'program.cjs')];
  const { stdout } = await execa(process.execPath, options, {
    env: { MODSPEC_COVERAGE: folder, MODSPEC_COVERED: url, NODE_OPTIONS: '' },
  });
  const [name = ''] = readdirSync(folder).filter((file) => /^\d/.test(file));
  const [script] = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const isCounted = script.functions.some(
    (found: { functionName: string; isBlockCoverage: boolean }) =>
      found.functionName === 'tryFile' && found.isBlockCoverage,
  );
  return { url: script.url, isCounted, stdout };
}

const coveredHost = path.join(packageRoot, 'scripts', 'coverage-node', 'covered-host.cjs');

test('a host tells which blocks of the loader it ran', async (t) => {
  t.match(await toldBy(t.testdir(), [coveredHost]), { url, isCounted: true });
});

test('a program that is preloaded for is counted too, and does not see the host', async (t) => {
  const found = await toldBy(t.testdir(), ['--require', coveredHost]);
  t.strictSame(found, { url, isCounted: true, stdout: '[]' });
});
