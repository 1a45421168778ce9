// The cases about Windows, asked of the reference by the rules of Windows, on every line whose release for Windows was asked.

import { test } from 'tap';
import { isUnexpected } from '../../analysis/tally.ts';
import { run } from '../../api/run.ts';
import { editions } from '../../model/editions.ts';

for (const { id } of editions.filter(({ verifiedOnWindows }) => verifiedOnWindows)) {
  test(`the reference passes the cases about Windows of ${id}`, async (t) => {
    const { verdicts } = await run({
      implementations: ['reference'],
      edition: id,
      platform: 'win32',
      cases: ['windows-*'],
    });
    t.strictSame(
      verdicts.filter(isUnexpected).map((verdict) => verdict.case),
      [],
    );
    t.ok(verdicts.some(({ verdict }) => verdict === 'pass'));
  });
}
