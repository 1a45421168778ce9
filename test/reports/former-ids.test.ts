import { test } from 'tap';
import { buildReportData } from '../../reports/html/data/build-report-data.ts';
import { createModel } from '../../reports/html/model/model.ts';
import { readRun, withPresentIds } from '../../reports/html/model/read-run.ts';
import { parseRoute } from '../../reports/html/model/route.ts';
import type { FormerId } from '../../suite/identity/id-register.ts';
import { sampleCatalog, sampleRun } from './sample-run.ts';

const entries: readonly FormerId[] = [
  { id: 'small-older', renamed: 'small-old', file: 'ids.yaml', line: 1 },
  { id: 'small-old', renamed: 'small-index', file: 'ids.yaml', line: 2 },
  { id: 'small-gone', retired: 'it was wrong', file: 'ids.yaml', line: 3 },
];
const formerIds = new Map(entries.map((entry) => [entry.id, entry]));
const data = buildReportData({ runs: [], catalog: { ...sampleCatalog, formerIds }, pages: [] });
const model = createModel(data);

test('a report tells what became of former ids', async (t) => {
  t.strictSame(data.former, {
    'small-older': { renamed: 'small-index' },
    'small-old': { renamed: 'small-index' },
    'small-gone': { retired: 'it was wrong' },
  });
});

test('a permalink with a former id leads to the case of today', async (t) => {
  const places = { presentId: model.presentId, pageOf: () => 'small', firstPage: 'small' };
  t.match(parseRoute('#case/small-older', places), { view: 'page', case: 'small-index' });
  t.match(parseRoute('#matrix?case=small-old', places), { view: 'matrix', case: 'small-index' });
  t.match(parseRoute('#case/small-gone', places), { case: 'small-gone' });
  t.match(parseRoute('#case/constructor', places), { case: 'constructor' }, 'which no register holds');
});

test('a run of before is compared by the ids of today', async (t) => {
  const text = JSON.stringify(sampleRun({ node: {} })).replaceAll('"small-index"', '"small-older"');
  const run = await readRun(text, () => undefined);
  if (typeof run === 'string') return t.fail(run);
  const [node] = withPresentIds(run, model).implementations;
  t.ok(node?.verdicts.some(({ case: id }) => id === 'small-index'));
  t.notOk(node?.verdicts.some(({ case: id }) => id === 'small-older'));
});
