// Lint: names of packages that exist.

import type { LintRule } from '../subject/lint-rule.ts';

export const realPackage: LintRule = {
  name: 'real-package',
  reason:
    'A missing package with the name of a real one is found where somebody has installed it: above the trees, in a global folder, or by a loader that downloads what is missing.',
  fix: 'Give the package a name of the case, such as `dep`; call a missing one `modspec-none`.',
  check: ({ pages }) =>
    pages.flatMap((page) =>
      page.cases.flatMap((item) => {
        const asked = item.questions.flatMap((one) => (one.kind === 'resolve' ? [one.specifier] : []));
        const written = item.tree.flatMap((entry) =>
          entry.kind === 'file'
            ? [...entry.text.matchAll(requested)].map(([, specifier = '']) => specifier)
            : [],
        );
        const real = new Set([...asked, ...written].map(packageOf).filter((name) => wellKnown.has(name)));
        return [...real].map((name) => ({
          file: page.file,
          line: item.source.line,
          message: `${item.id} asks for '${name}', which is a real package`,
        }));
      }),
    ),
};

const requested = /\b(?:require|import|resolve)\s*\(\s*['"]([^'"]+)['"]/g;

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Those that come to mind when somebody needs a name. */
const wellKnown: ReadonlySet<string> = new Set(
  'ajv angular async axios babel bluebird body-parser chai chalk commander cors debug dotenv ember eslint express fs-extra glob got jest jquery koa left-pad lodash minimist mocha moment mongodb mongoose next node-fetch prettier q ramda react react-dom redux request rimraf rollup rxjs semver socket.io svelte tap tape through2 typescript underscore uuid vite vue webpack winston ws yargs zod'.split(
    ' ',
  ),
);
