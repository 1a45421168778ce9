// What the tests run in place of a command that a page shows: a smaller command, or nothing, each with its reason.

export interface Replacement {
  readonly reason: string;
  readonly command: string;
  /** Undefined where nothing is run. */
  readonly instead: string | undefined;
}

const slow = 'all cases take minutes';
const many = 'fewer questions find the same kinds of differences';
const offline = 'tests fetch nothing';
const linted = 'test/lint lints all pages';

/** By page. */
const replacements: Readonly<Record<string, readonly Replacement[]>> = {
  'README.md': [
    {
      reason: slow,
      command: 'npm ci && npx modspec run --impl reference --impl node',
      instead: "npx modspec run --impl reference --impl node --case 'cycle-two-*'",
    },
    {
      reason: slow,
      command: 'npx modspec run --impl ./my-loader',
      instead: "npx modspec run --impl ./my-loader --case 'folder-main-before-*' # exit code 1",
    },
    {
      reason: 'the loader is not mended in between',
      command: 'npx modspec run --impl ./my-loader --last-failed --bail',
      instead: 'npx modspec run --impl ./my-loader --last-failed --bail # exit code 1',
    },
    { reason: slow, command: 'npx modspec', instead: "npx modspec run --case 'folder-index-*'" },
    {
      reason: offline,
      command: 'npx modspec run --impl reference --impl node --impl node@4.9.1 --format html=out/report.html',
      instead:
        "npx modspec run --impl reference --impl node --case 'cycle-two-*' --format html=out/report.html",
    },
    {
      reason: offline,
      command: 'npx modspec try folder-main-what-this-case --write',
      instead: 'npx modspec try folder-main-what-this-case --write --impl node',
    },
    {
      reason: 'a new case has no evidence, so the linter would find that',
      command: 'npx modspec lint && npx modspec generate',
      instead:
        'npx modspec lint --rule page-order --spec spec/04-folders/3-folders.md && npx modspec generate',
    },
  ],
  'docs/project.md': [
    { reason: slow, command: 'npx modspec', instead: "npx modspec run --case 'folder-index-*'" },
  ],
  'docs/fuzz.md': [
    {
      reason: many,
      command: 'npx modspec fuzz --impl ./my-loader --questions 2000 --seed 7 --out found',
      instead: 'npx modspec fuzz --impl ./my-loader --questions 250 --seed 11 --out found # exit code 1',
    },
  ],
  'docs/for-resolvers.md': [
    {
      reason: slow,
      command: 'npx modspec run --impl ./my-resolver/modspec.mjs',
      instead: "npx modspec run --impl ./my-resolver/modspec.mjs --case 'folder-index-*'",
    },
  ],
  'docs/for-runtimes.md': [
    {
      reason: slow,
      command: "npx modspec run --impl exec:node --case 'folder-main-*' --edition node-20",
      instead: "npx modspec run --impl exec:node --case 'folder-main-before-*' --edition node-20",
    },
  ],
  'docs/commands.md': [
    {
      reason: slow,
      command: 'npx modspec run --impl ./my-loader',
      instead: "npx modspec run --impl ./my-loader --case 'folder-main-before-*' # exit code 1",
    },
    {
      reason: slow,
      command: 'npx modspec run --impl ./test/fixtures/loaders/resolve-package.cjs --edition node-20',
      instead:
        "npx modspec run --impl ./test/fixtures/loaders/resolve-package.cjs --edition node-20 --case 'folder-package-json-*' # exit code 1",
    },
    {
      reason: slow,
      command: "npx modspec run --impl stdio:'python3 examples/python/adapter.py'",
      instead: "npx modspec run --impl stdio:'python3 examples/python/adapter.py' --case 'folder-main-*'",
    },
    {
      reason: offline,
      command: 'npx modspec fuzz --impl ./my-loader --against node@24 --seed 7 --questions 50000 --out found',
      instead:
        'npx modspec fuzz --impl ./my-loader --against node --seed 7 --questions 500 --out found # exit code 1',
    },
    {
      reason: offline,
      command: "npx modspec bisect --impl resolve --case 'folder-slash-*'",
      instead: undefined,
    },
    {
      reason: offline,
      command: 'npx modspec history --impl enhanced-resolve --versions minor --out history',
      instead: undefined,
    },
    {
      reason: offline,
      command: 'npx modspec report-bug --impl resolve --case folder-slash-main --since',
      instead: undefined,
    },
    {
      reason: 'test/examples compiles and checks it',
      command: 'make -C examples/cpp && npx modspec doctor --impl ./examples/cpp',
      instead: undefined,
    },
  ],
  'docs/lint.md': [
    {
      reason: linted,
      command: 'npx modspec lint',
      instead: 'npx modspec lint --spec spec/11-cycles/1-cycles.md',
    },
    {
      reason: linted,
      command: 'npx modspec lint --rule untouched-file',
      instead: 'npx modspec lint --rule untouched-file --spec spec/04-folders/3-folders.md',
    },
    {
      reason: linted,
      command: 'npx modspec lint --fix',
      instead: 'npx modspec lint --fix --spec spec/11-cycles/1-cycles.md',
    },
  ],
};

/** The replacements of a page, by command. */
export function replacementsFor(page: string): Map<string, Replacement> {
  return new Map((replacements[page] ?? []).map((replacement) => [replacement.command, replacement]));
}
