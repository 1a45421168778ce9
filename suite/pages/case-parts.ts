// The parts of a case: every block below its heading gets a role; one without a role is an error, prose aside.

import { UsageError } from '../../model/usage-error.ts';
import type { Block } from './blocks.ts';
import type { NamedFence } from './case-tree.ts';
import { onlyCode } from './inline.ts';
import { programKeys } from './program.ts';
import { type Property, readProperties } from './properties.ts';

type Fence = Extract<Block, { kind: 'fence' }>;
type Table = Extract<Block, { kind: 'table' }>;
type Numbered = Extract<Block, { kind: 'numbered' }>;

/** The blocks of a case by their role, each kind in page order. */
export interface CaseParts {
  readonly files: NamedFence[];
  readonly trees: Fence[];
  readonly stdout: Fence[];
  readonly tables: Table[];
  readonly steps: Numbered[];
  readonly properties: Property[];
}

const caseKeys = ['Level', 'Needs', 'Environment', ...programKeys];

/** Gives every block its role; one without a role is an error, prose aside. */
export function sortParts(file: string, blocks: readonly Block[]): CaseParts {
  const parts: CaseParts = { files: [], trees: [], stdout: [], tables: [], steps: [], properties: [] };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    const next = blocks[index + 1];
    const name = block?.kind === 'paragraph' ? onlyCode(block.inline) : undefined;
    if (name !== undefined && block) {
      parts.files.push(nameFence(file, name, block.line, next));
      index++;
    } else if (block) sortPart(file, block, parts);
  }
  return parts;
}

function nameFence(file: string, path: string, line: number, fence: Block | undefined): NamedFence {
  if (fence?.kind === 'fence') return { path, text: fence.content, line };
  throw new UsageError(`'${path}' stands alone like a file's name, but no fence with its content follows`, {
    file,
    line,
  });
}

function sortPart(file: string, block: Block, parts: CaseParts): void {
  const place = { file, line: block.line };
  switch (block.kind) {
    case 'paragraph':
      return;
    case 'table':
      parts.tables.push(block);
      return;
    case 'numbered':
      parts.steps.push(block);
      return;
    case 'bullets':
      parts.properties.push(...readProperties(file, block, caseKeys));
      return;
    case 'fence':
      if (block.info === 'tree') parts.trees.push(block);
      else if (/^stdout\b/.test(block.info)) parts.stdout.push(block);
      else {
        const found = block.info ? `'${block.info}'` : 'one without a word';
        throw new UsageError(
          `this fence means nothing: put its file's name in a code span above it, or make it a tree or stdout fence; found ${found}`,
          place,
        );
      }
      return;
    default: {
      const found = block.kind === 'other' ? block.name : block.kind;
      throw new UsageError(
        `a case holds text, named fences, tree and stdout fences, tables, numbered steps and one property list; found a ${found}`,
        place,
      );
    }
  }
}
