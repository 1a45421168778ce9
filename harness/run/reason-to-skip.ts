// Why a case can't be asked: the loader or the machine lacks something that it needs.

import type { Question, TreeEntry } from '../../model/case.ts';
import type { JudgedCase } from '../../model/judged-case.ts';
import { nameThatWindowsRefuses } from '../../model/names-of-windows.ts';
import { type Capability, type HostNeed, isCapability, type Need } from '../../model/vocabulary.ts';
import type { Description } from '../adapters/adapter.ts';

/** Undefined if the case can be asked. @param machine the needs that the machine meets */
export function reasonToSkip(
  { item, questions }: JudgedCase,
  { capabilities, lacksElsewhere }: Pick<Description, 'capabilities' | 'lacksElsewhere'>,
  machine: ReadonlySet<HostNeed>,
): string | undefined {
  const asked = new Set(questions.map(({ question }) => capabilityFor(question)));
  const wanted = [...asked, ...(item.needs as Need[])];
  const lacking = wanted.find((need) =>
    isCapability(need) ? !capabilities.includes(need) : !machine.has(need),
  );
  if (lacking === undefined) return machine.has('windows') ? withoutName(item.tree) : undefined;
  if (!isCapability(lacking)) return `this machine does not support '${lacking}'`;
  const why = lacksElsewhere?.capabilities.includes(lacking) ? `: ${lacksElsewhere.reason}` : '';
  return `the loader does not support '${lacking}'${why}`;
}

function withoutName(tree: readonly TreeEntry[]): string | undefined {
  const name = nameThatWindowsRefuses(tree);
  return name === undefined ? undefined : `on Windows no file is named ${JSON.stringify(name)}`;
}

/** What a loader must be able to do to be asked this. */
function capabilityFor(question: Question): Capability {
  if (question.kind === 'resolve') return question.by ?? 'resolve';
  return question.kind === 'run' && question.entry.endsWith('.mjs') ? 'es programs' : question.kind;
}
