import { test } from 'tap';
import type { Case, PageCases } from '../../model/case.ts';
import type { Run, Verdict } from '../../model/run.ts';
import { gatherEvidence } from '../../suite/evidence/gather.ts';

const cases = [
  { id: 'everywhere', needs: [], hash: 'a' },
  { id: 'on-windows', needs: ['windows'], hash: 'b' },
  { id: 'new-on-windows', needs: ['windows'], hash: 'c' },
] as unknown as Case[];
const page = { page: 'p', cases } as PageCases;

function runOf(os: string, id: string): Run {
  const observed = { kind: 'file', path: 'a.js' };
  const verdict = { case: id, implementation: 'node', questions: [{ checks: [{ observed }] }] };
  const header = { platform: { os }, implementations: [{ spec: 'node', version: '20.20.2' }] };
  return { header, verdicts: [verdict as unknown as Verdict] } as unknown as Run;
}

const onLinux = { versions: ['20.20.2'], answers: ['a.js'] };
const onWindows = { versions: ['20.20.2 win32'], answers: ['a.js'] };

test('runs elsewhere leave alone what was seen on Windows', async (t) => {
  const before = new Map([['p', { 'on-windows': { hash: 'old', seen: [onWindows] } }]]);
  const isRecorded = ({ needs }: Case) => !needs.includes('windows');
  const gathered = gatherEvidence([page], [runOf('linux', 'everywhere')], { isRecorded, before });
  t.strictSame(gathered.get('p'), {
    everywhere: { hash: 'a', seen: [onLinux] },
    'on-windows': { hash: 'old', seen: [onWindows] },
  });
});

test('runs on Windows leave alone what was seen elsewhere, and releases for Windows are named as such', async (t) => {
  const before = new Map([['p', { everywhere: { hash: 'old', seen: [onLinux] } }]]);
  const isRecorded = ({ needs }: Case) => needs.includes('windows');
  const gathered = gatherEvidence([page], [runOf('win32', 'on-windows')], { isRecorded, before });
  t.strictSame(gathered.get('p'), {
    everywhere: { hash: 'old', seen: [onLinux] },
    'on-windows': { hash: 'b', seen: [onWindows] },
    'new-on-windows': { hash: 'c', seen: [] },
  });
});

test('a release is named with the file system that a case needs', async (t) => {
  const needy = [{ id: 'spelled', needs: ['case-insensitive', 'normalization-insensitive'], hash: 'd' }];
  const gathered = gatherEvidence(
    [{ page: 'p', cases: needy } as unknown as PageCases],
    [runOf('linux', 'spelled')],
  );
  t.strictSame(gathered.get('p')?.['spelled']?.seen, [
    { versions: ['20.20.2 on a normalization-insensitive file system'], answers: ['a.js'] },
  ]);
});
