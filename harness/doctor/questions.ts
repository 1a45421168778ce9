// The questions of the doctor. They are so simple that every failure is a fault of the adapter.

import type { TreeEntry } from '../../model/case.ts';
import type { Capability, WayOfImport } from '../../model/vocabulary.ts';

/** A question with paths inside the tree. */
export type PlainQuestion =
  | { readonly kind: 'resolve'; readonly specifier: string; readonly by?: WayOfImport }
  | { readonly kind: 'run' };

export interface Consultation {
  readonly name: string;
  readonly tree: readonly TreeEntry[];
  readonly questions: readonly PlainQuestion[];
  readonly needs: readonly Capability[];
}

/** The referrer of every resolution, and the entry of every program. */
export const asker = 'main.js';

/** A path beyond ASCII, with characters of two, three and four bytes in UTF-8. */
export const letters = 'stra\u00dfe/\u65e5\u672c \u{1f388}.js';

/** The size of the output of the program 'much output', in bytes. */
export const muchOutput = 256 * 1024;

/** In the order in which they are asked; the first is asked again in a separate process. */
export const consultations: readonly Consultation[] = [
  resolution('plain', ['a.js'], './a'),
  resolution('elsewhere', ['a/index.js'], './a'),
  resolution('missing', ['a.js'], './modspec-none'),
  resolution('several', ['a.js', 'b.js'], './a', './modspec-none', './b'),
  resolution('letters', [letters], `./${letters}`),
  importing('imported', './a.mjs'),
  importing('missing import', './modspec-none.mjs'),
  importing('imported with query', './a.mjs?x', 'url specifiers'),
  resolution('odd', ['a.js'], `./it's "odd"\n\u{1f600}${'x'.repeat(20_000)}`),
  program('program', "console.log('first');\n"),
  program('another program', "console.log('second');\n"),
  program('letters printed', `console.log('${letters}');\n`),
  program('much output', `console.log(new Array(${muchOutput + 1}).join('x'));\n`),
  program('failing program', "throw new Error('on purpose');\n"),
];

/** An empty app, for servers. */
export const emptyApp: readonly TreeEntry[] = [
  { kind: 'file', path: 'app.dpd', text: '{}\n' },
  { kind: 'folder', path: 'resources' },
];

function resolution(name: string, files: readonly string[], ...specifiers: readonly string[]): Consultation {
  return {
    name,
    tree: [asker, ...files].map((path) => ({ kind: 'file', path, text: '' })),
    questions: specifiers.map((specifier) => ({ kind: 'resolve', specifier })),
    needs: ['resolve'],
  };
}

function importing(name: string, specifier: string, ...needs: readonly Capability[]): Consultation {
  return {
    name,
    tree: [asker, 'a.mjs'].map((path) => ({ kind: 'file', path, text: '' })),
    questions: [{ kind: 'resolve', by: 'import', specifier }],
    needs: ['import', ...needs],
  };
}

function program(name: string, text: string): Consultation {
  return { name, tree: [{ kind: 'file', path: asker, text }], questions: [{ kind: 'run' }], needs: ['run'] };
}
