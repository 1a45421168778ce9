// `modspec list`: rules, cases, implementations, editions, needs and rules of the linter, one a line.

import { loadCases } from '../../api/load-cases.ts';
import { countOf } from '../../model/count-of.ts';
import { editions } from '../../model/editions.ts';
import { didYouMean } from '../../model/input/did-you-mean.ts';
import { UsageError } from '../../model/usage-error.ts';
import { capabilities, hostNeeds } from '../../model/vocabulary.ts';
import { lintRules } from '../../suite/lint/catalogue.ts';
import { listImplementations } from './list-impls.ts';

export async function listCommand(what: string, options: { spec?: string }): Promise<void> {
  const lines = await listed(what, options.spec);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** What can be listed. */
export const listable = ['rules', 'cases', 'impls', 'editions', 'needs', 'lint'] as const;

async function listed(what: string, spec: string | undefined): Promise<string[]> {
  switch (what) {
    case 'rules': {
      const { pages, cases } = await loadCases(spec);
      const count = (id: string) => cases.filter((item) => item.rule === id).length;
      return pages.flatMap(({ page, rules }) =>
        rules.map((rule) =>
          [`${page}/${rule.id}`, rule.requirement, countOf(count(rule.id), 'case'), rule.title].join('  '),
        ),
      );
    }
    case 'cases':
      return (await loadCases(spec)).pages.flatMap(({ page, cases }) =>
        cases.map((item) => [`${page}/${item.id}`, item.level, item.title].join('  ')),
      );
    case 'editions':
      return editions.map(({ id, title, verifiedOn = [], verifiedOnWindows = [] }) =>
        [id, title, seenOn([...verifiedOn, ...verifiedOnWindows])].join('  ').trim(),
      );
    case 'needs':
      return Object.entries({ ...capabilities, ...hostNeeds }).map(
        ([need, meaning]) => `${need}  ${meaning}`,
      );
    case 'impls':
      return listImplementations();
    case 'lint':
      return lintRules.map(({ name, fix }) => `${name}  ${fix.split(/(?<=\.) /)[0]}`);
    default:
      throw new UsageError(
        `list: ${didYouMean(what, listable)}expected ${listable.join(', ')}; found '${what}'`,
      );
  }
}

function seenOn(releases: readonly string[]): string {
  return releases.length === 0 ? '' : `seen on ${releases.join(' and ')}`;
}
