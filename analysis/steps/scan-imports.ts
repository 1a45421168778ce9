// Finds the literal specifiers that the text of a module imports, without running it.

import { parseProgram, visit } from './scan-requires.ts';

/** The literal specifiers of `import`, `export … from` and `import(…)`, each once, in the order of the text. */
export function scanImports(text: string): string[] {
  const found = new Set<string>();
  visit(parseProgram(text), (node: ImportNode) => {
    const specifier = importing.includes(node.type ?? '') ? node.source?.value : undefined;
    if (typeof specifier === 'string') found.add(specifier);
  });
  return [...found];
}

/** The parts of a syntax node that imports something. */
interface ImportNode {
  readonly type?: string;
  readonly source?: { readonly value?: unknown } | null;
}

const importing: readonly string[] = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
];
