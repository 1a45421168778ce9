// A rule: the normative text below a third-level heading, and its properties.

import type { Rule } from '../../model/case.ts';
import { UsageError } from '../../model/usage-error.ts';
import { requirements } from '../../model/vocabulary.ts';
import type { Block } from './blocks.ts';
import { type Property, readProperties } from './properties.ts';
import { operationOf, readSteps } from './steps.ts';

export interface RuleContext {
  readonly file: string;
  readonly frontMatter: { readonly sources: Readonly<Record<string, string>> };
  /** The lines of the page, to take the normative text from. */
  readonly lines: readonly string[];
}

/**
 * Parses the blocks of one rule. The text above the property list is normative, the text below it informative.
 * @throws {UsageError} when text, requirement or source is missing or wrong.
 */
export function parseRule(
  context: RuleContext,
  heading: { id: string; title: string; line: number; section: string },
  blocks: readonly Block[],
): Rule {
  const place = { file: context.file, line: heading.line };
  const listAt = blocks.findIndex((block) => block.kind === 'bullets');
  const list = blocks[listAt];
  if (list?.kind !== 'bullets')
    throw new UsageError("a rule has a property list with at least 'Requirement:'", place);
  refuseOthers(context.file, [...blocks.slice(0, listAt), ...blocks.slice(listAt + 1)]);
  const text = sourceText(context.lines, blocks.slice(0, listAt));
  if (text === '') throw new UsageError('a rule has normative text above its property list', place);
  const properties = readProperties(context.file, list, ['Requirement', 'Source']);
  const requirement = readRequirement(context.file, place.line, properties);
  const sources = properties
    .filter(({ key }) => key === 'Source')
    .map((property) => readSource(context, property));
  if (sources.length === 0 && requirement !== 'unspecified') {
    throw new UsageError("a rule names its 'Source:', unless its requirement is unspecified", place);
  }
  const { id, title, section, line } = heading;
  const operation = operationOf(title);
  const steps = operation === undefined ? [] : readSteps(context.file, operation, blocks.slice(0, listAt));
  return { id, title, section, requirement, text, sources, steps, line };
}

function refuseOthers(file: string, blocks: readonly Block[]): void {
  const stray = blocks.find((block) => block.kind !== 'paragraph' && block.kind !== 'numbered');
  if (!stray) return;
  const found = stray.kind === 'other' ? stray.name : stray.kind;
  throw new UsageError(`a rule holds text, numbered steps and one property list; found a ${found}`, {
    file,
    line: stray.line,
  });
}

function sourceText(lines: readonly string[], blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      'end' in block
        ? lines
            .slice(block.line - 1, block.end)
            .join('\n')
            .trim()
        : '',
    )
    .filter((text) => text !== '')
    .join('\n\n');
}

function readRequirement(file: string, line: number, properties: readonly Property[]): Rule['requirement'] {
  const [property, second] = properties.filter(({ key }) => key === 'Requirement');
  if (!property || second)
    throw new UsageError("a rule has one 'Requirement:'", { file, line: second?.line ?? line });
  const requirement = requirements.find((word) => word === property.value.source.trim());
  if (requirement) return requirement;
  throw new UsageError(`requirement is one of ${requirements.join(', ')}, found '${property.value.source}'`, {
    file,
    line: property.line,
  });
}

function readSource(context: RuleContext, { value, line }: Property): string {
  const [, document = ''] =
    /^([a-z0-9-]+), "[^"]+", \d+(?:–\d+)?(?:, \d+(?:–\d+)?)*$/.exec(value.source.trim()) ?? [];
  if (Object.hasOwn(context.frontMatter.sources, document)) return value.source.trim();
  const names = Object.keys(context.frontMatter.sources).join(', ') || 'none yet';
  throw new UsageError(
    `a source is a document of the front matter (${names}), a section in double quotes and sentence numbers, found '${value.source}'`,
    { file: context.file, line },
  );
}
