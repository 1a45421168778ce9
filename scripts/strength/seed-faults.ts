// All faults of the reference, with ids that stay, and the places that a case must reach to notice them.

import type { AnyNode } from 'acorn';
import type { CompiledFile } from './compiled-reference.ts';
import type { Fault, Proposal } from './fault.ts';
import { changeCalls } from './operators/calls.ts';
import { changeConditions } from './operators/conditions.ts';
import { changeFlags } from './operators/flags.ts';
import { changeStatements } from './operators/statements.ts';
import { changeValues } from './operators/values.ts';
import { functionAround, isInFlags, isToldToTrace, type NodePlace, walk } from './syntax.ts';

/**
 * A place that notes that a case reached it: before a statement, around the body of a short function, or around a condition,
 * which also gives its outcome. What is noted is the index, or for conditions the index with `+` or `-`.
 */
export interface Site {
  readonly index: number;
  readonly file: string;
  readonly node: AnyNode;
  readonly kind: 'statement' | 'branch' | 'expression' | 'condition';
}

export interface SeededFaults {
  readonly faults: readonly Fault[];
  readonly sites: readonly Site[];
}

const operators = [changeConditions, changeStatements, changeValues, changeCalls];

/** Faults of every file but those that only note steps. */
export function seedFaults(files: readonly CompiledFile[]): SeededFaults {
  const sites: Site[] = [];
  const faults = files
    .filter(({ name }) => name !== 'context/trace')
    .flatMap((file) => seedFile(file, sites));
  return { faults, sites };
}

function seedFile(file: CompiledFile, sites: Site[]): Fault[] {
  const faults: Fault[] = [];
  const counts = new Map<string, number>();
  const textOf: NodePlace['textOf'] = ({ start, end }) => file.text.slice(start, end);
  walk(file.program, (node, above) => {
    const place = { node, above, textOf };
    const isTable = isInFlags(node, above);
    const proposals = isTable ? changeFlags(place) : operators.flatMap((operator) => operator(place));
    if (proposals.length === 0 || isOutOfReach(node, above)) return;
    for (const proposal of proposals) {
      const site = isTable ? undefined : siteOf(file.name, proposal, node, above, sites);
      faults.push(toFault(file, proposal, above, site, counts));
    }
  });
  return faults;
}

function isOutOfReach(node: AnyNode, above: readonly AnyNode[]): boolean {
  return (
    isToldToTrace(node, above) ||
    above.some(({ type }) => type === 'ImportDeclaration') ||
    isOfCompiler(functionAround(above))
  );
}

/** The compiler adds functions of its own, such as for `import()`. */
function isOfCompiler(name: string): boolean {
  return name.startsWith('__');
}

function toFault(
  file: CompiledFile,
  proposal: Proposal,
  above: readonly AnyNode[],
  site: string | undefined,
  counts: Map<string, number>,
): Fault {
  const place = `${file.name}:${proposal.entry?.flag ?? functionAround(above)}:${proposal.operator}`;
  const name = proposal.entry ? `${place}:${proposal.entry.column}` : place;
  const ordinal = (counts.get(name) ?? 0) + 1;
  counts.set(name, ordinal);
  const start = Math.min(...proposal.edits.map((edit) => edit.start));
  const step = file.stepAt(start + 1, functionStart(above));
  return {
    ...proposal,
    id: proposal.entry ? name : `${name}:${ordinal}`,
    change: proposal.change.replace(/\s+/g, ' '),
    file: file.name,
    line: file.lineOf(start),
    ...(step === undefined ? {} : { step }),
    site,
  };
}

function functionStart(above: readonly AnyNode[]): number {
  return above.find(({ type }) => type === 'FunctionDeclaration')?.start ?? Number.POSITIVE_INFINITY;
}

function siteOf(
  file: string,
  { at, when }: Proposal,
  node: AnyNode,
  above: readonly AnyNode[],
  sites: Site[],
): string | undefined {
  const path = at ? [at, node, ...above] : [node, ...above];
  const nearest = nearestSite(file, path, sites);
  if (!when || nearest === undefined) return nearest?.index.toString();
  return `${findSite(file, when.condition, 'condition', sites).index}${when.holds ? '+' : '-'}`;
}

/** The nearest place at which something can be noted; undefined in what runs when the file is loaded. */
function nearestSite(file: string, path: readonly AnyNode[], sites: Site[]): Site | undefined {
  for (const [index, node] of path.entries()) {
    const kind = kindOfSite(node, path[index + 1], path[index + 2]);
    if (kind !== undefined) return findSite(file, node, kind, sites);
  }
  return undefined;
}

function findSite(file: string, node: AnyNode, kind: Site['kind'], sites: Site[]): Site {
  const known = sites.find((site) => site.file === file && site.node === node && site.kind === kind);
  if (known) return known;
  const site: Site = { index: sites.length, file, node, kind };
  sites.push(site);
  return site;
}

function kindOfSite(
  node: AnyNode,
  parent: AnyNode | undefined,
  outer: AnyNode | undefined,
): Site['kind'] | undefined {
  if (parent?.type === 'BlockStatement' && node.type !== 'FunctionDeclaration') return 'statement';
  if (parent?.type === 'IfStatement' && node !== parent.test && node.type !== 'BlockStatement')
    return 'branch';
  if (parent?.type === 'ArrowFunctionExpression' && parent.body === node && node.type !== 'BlockStatement')
    return outer === undefined ? undefined : 'expression';
  return undefined;
}

/** The text of a file that notes which of its sites are reached. */
export function tellingText({ name, text }: CompiledFile, sites: readonly Site[]): string {
  const insertions = sites.filter(({ file }) => file === name).flatMap(insertionsOf);
  // What closes goes before what opens, inner pairs close first and outer ones open first.
  insertions.sort(
    (a, b) =>
      a.position - b.position || Number(a.opens) - Number(b.opens) || (a.size - b.size) * (a.opens ? -1 : 1),
  );
  let told = '';
  let copied = 0;
  for (const { position, text: inserted } of insertions) {
    told += text.slice(copied, position) + inserted;
    copied = position;
  }
  return told + text.slice(copied);
}

interface Insertion {
  readonly position: number;
  readonly text: string;
  readonly opens: boolean;
  readonly size: number;
}

function insertionsOf({ index, node: { start, end }, kind }: Site): Insertion[] {
  const opening = (text: string): Insertion => ({ position: start, text, opens: true, size: end - start });
  const closing = (text: string): Insertion => ({ position: end, text, opens: false, size: end - start });
  switch (kind) {
    case 'statement':
      return [opening(`__reach('${index}');`)];
    case 'branch':
      return [opening(`{__reach('${index}');`), closing('}')];
    case 'expression':
      return [opening(`(__reach('${index}'), (`), closing('))')];
    case 'condition':
      return [opening(`__test('${index}', (`), closing('))')];
  }
}
