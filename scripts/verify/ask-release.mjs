// The whole suite, or some pages of it, asked of one release.

import { placeOf } from '../../build/harness/run/place.js';
import { judgedCases } from '../../build/model/judged-case.js';

const likeAnyNode = { adapter: { shared: true }, description: { bare: true, threads: () => true } };

/**
 * What a shared host would give to a thread, or preload, is asked in processes, so that nothing on record is only what a thread or a
 * host does.
 * @param modspec runs the command with these arguments, and gives its run
 * @param release what is asked: the edition, the value of `--impl`, the pages, and the cases that go on record
 */
export async function askRelease(modspec, { edition, impl, pages, recorded }) {
  const apart = judgedCases(recorded, edition).filter((judged) => placeOf(judged, likeAnyNode) !== 'shared');
  const shared = await modspec(['--impl', impl, ...pages.flatMap((page) => ['--case', `${page}/*`])]);
  if (!shared.run || apart.length === 0) return shared;
  const named = apart.flatMap(({ item }) => ['--case', item.id]);
  const alone = await modspec(['--impl', impl, '--isolate', ...named]);
  if (!alone.run) return alone;
  const replaced = new Map(alone.run.verdicts.map((verdict) => [verdict.case, verdict]));
  const verdicts = shared.run.verdicts.map((verdict) => replaced.get(verdict.case) ?? verdict);
  return { ...alone, exitCode: shared.exitCode || alone.exitCode, run: { ...shared.run, verdicts } };
}
