// A case as a host receives it: with absolute paths, and without what is expected.

import { isReferrerUrl } from '../../model/is-url.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import { machinePlatform } from '../../model/machine-platform.ts';
import type { Platform } from '../../model/platform.ts';
import type { AskedCase, AskedQuestion } from '../hosts/protocol.ts';
import { fillPlaceholder } from '../trees/build-tree.ts';
import { rulesOf, seenPath } from '../trees/seen-paths.ts';

/**
 * The questions for a host. Servers are driven by the harness and get no questions.
 * @param tree real, absolute path of the tree on this machine
 */
export function toAsked(
  { item, edition, questions }: JudgedCase,
  tree: string,
  platform: Platform = machinePlatform,
): AskedCase {
  const root = seenPath(tree, platform);
  const { join } = rulesOf(platform);
  const asked = questions.map(({ question }) => question);
  const program = asked.find((question) => question.kind === 'run');
  const conditions = userConditions(item.environment);
  return {
    root,
    edition,
    ...(platform === machinePlatform ? {} : { platform }),
    environment: fillAll(item.environment, root),
    ...(conditions.length === 0 ? {} : { conditions }),
    arguments: program?.arguments ?? [],
    questions: asked.flatMap((question): AskedQuestion[] => {
      if (question.kind === 'serve') return [];
      if (question.kind === 'run') return [{ kind: 'run', entry: join(root, question.entry) }];
      const { from, by } = question;
      const specifier = fillPlaceholder(question.specifier, root);
      const referrer = isReferrerUrl(question) ? fillPlaceholder(from, root) : join(root, from);
      return [{ kind: 'resolve', from: referrer, specifier, ...(by === undefined ? {} : { by }) }];
    }),
  };
}

/** What `--conditions` or `-C` names in NODE_OPTIONS. */
function userConditions({ NODE_OPTIONS: options = '' }: Readonly<Record<string, string>>): string[] {
  return [...options.matchAll(/(?<!\S)(?:--conditions[ =]|-C )(\S+)/g)].flatMap(([, name]) => name ?? []);
}

/** Replaces the placeholder in the values of variables. */
export function fillAll(
  environment: Readonly<Record<string, string>>,
  root: string,
): Readonly<Record<string, string>> {
  const filled = Object.entries(environment).map(([name, value]) => [name, fillPlaceholder(value, root)]);
  return Object.fromEntries(filled);
}
