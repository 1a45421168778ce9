// The texts of the files with which a project begins.

import { applyEdits, modify, parse } from 'jsonc-parser';
import { guide } from '../../model/addresses.ts';

export type LoaderKind = 'resolver' | 'loader' | 'program' | 'protocol';

export interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** The project file. */
export function projectText({
  implementation,
  edition,
}: {
  readonly implementation: string;
  readonly edition: string;
}): string {
  const project = {
    $schema: './node_modules/modspec/schemas/project.schema.json',
    implementations: [implementation],
    edition,
    baseline: 'modspec-baseline.yaml',
  };
  return `${JSON.stringify(project, null, 2)}\n`;
}

/** An adapter that works before it is edited; undefined for a loader that is a command. */
export function adapterStub(kind: LoaderKind): NewFile | undefined {
  const file = 'modspec/adapter.mjs';
  if (kind === 'resolver') return { file, text: resolverStub };
  return kind === 'loader' ? { file, text: loaderStub } : undefined;
}

const introduction = `// Lets modspec ask this loader. Every export is explained in ${guide('adapters')}
import { createRequire as createNodeRequire } from 'node:module';
`;

const resolverStub = `${introduction}
/**
 * The absolute path of the file, or the name of a core module. Throws what the loader throws.
 * Call your resolver here; this one is Node's own.
 */
export function resolve(specifier, referrer) {
  return createNodeRequire(referrer).resolve(specifier);
}
`;

const loaderStub = `${introduction}
/**
 * A require function for the module in this file, with its \`resolve\`.
 * Make it with your loader here; this one is Node's own.
 */
export function createRequire(filename) {
  return createNodeRequire(filename);
}
`;

/** A job that runs modspec, for GitHub Actions or for GitLab. */
export function ciJob(isGitLab: boolean): NewFile {
  return isGitLab
    ? { file: 'modspec.gitlab-ci.yml', text: gitLabJob }
    : { file: '.github/workflows/modspec.yml', text: gitHubJob };
}

const gitHubJob = `name: modspec
on: [push, pull_request]
permissions:
  contents: read
jobs:
  modspec:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx modspec run --format pretty --format html=out/modspec.html
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: modspec
          path: out
`;

const gitLabJob = `# Add to .gitlab-ci.yml:  include: modspec.gitlab-ci.yml
modspec:
  image: node:22
  script:
    - npm ci
    - npx modspec run --format pretty --format junit=out/junit.xml --format html=out/modspec.html
  artifacts:
    when: always
    paths: [out]
    reports:
      junit: out/junit.xml
`;

/** The text of a package.json with the script; undefined if it already has one, or is not JSON. */
export function packageWithScript(text: string): string | undefined {
  const described: unknown = parse(text);
  if (typeof described !== 'object' || described === null || Array.isArray(described)) return undefined;
  if ('scripts' in described && typeof described.scripts === 'object' && described.scripts !== null)
    if ('modspec' in described.scripts) return undefined;
  const [, indent = '  '] = /^\{\r?\n([ \t]+)"/.exec(text) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, ['scripts', 'modspec'], 'modspec run', { formattingOptions }));
}
