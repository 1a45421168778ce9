// Hooks that are preloaded into Node (`node -r HOOK`) and change how it loads files.

import { type Capability, loaderCapabilities, waysOfImport } from '../../../model/vocabulary.ts';
import type { Driving, EntryWithVariants } from './entry.ts';

/** Of hooks for require. Conditions that a user adds are those of Node. */
const required: readonly Capability[] = [...loaderCapabilities, 'user conditions'];

/** Of hooks for both require and import. */
const both: readonly Capability[] = [...required, ...waysOfImport, 'url specifiers', 'es programs'];

export const loaderHooks: readonly EntryWithVariants[] = [
  {
    name: 'tsx',
    kind: 'loader hook',
    homepage: 'https://tsx.is',
    package: 'tsx',
    version: '4.23.15',
    driving: preload('tsx/cjs', { TSX_DISABLE_CACHE: '1' }),
    capabilities: required,
    note: 'Its CommonJS hook, without its cache on disk.',
    variants: [
      {
        suffix: 'esm',
        driving: {
          kind: 'node hook',
          start: "require('tsx');",
          environment: { TSX_DISABLE_CACHE: '1' },
        },
        capabilities: both,
        note: 'Its hooks for require and import together, which `node --import tsx` also starts, without its cache on disk.',
      },
    ],
  },
  {
    name: '@babel/register',
    aliases: ['babel-register'],
    kind: 'loader hook',
    homepage: 'https://babeljs.io/docs/babel-register',
    package: '@babel/register',
    version: '7.29.13',
    driving: preload('@babel/register', { BABEL_DISABLE_CACHE: '1' }),
    capabilities: required,
    note: 'Without presets, plugins and its cache on disk; by default it does not compile files in node_modules.',
    differences: [
      {
        about: 'It also searches for .es6, .es, .jsx and .mjs files, and compiles them.',
        link: 'https://babeljs.io/docs/babel-register#usage',
        concerns: [
          'file-no-other-extensions',
          'folder-index-other-extension',
          'node-modules-unknown-extension',
          'require-extensions-keys',
          'file-mjs',
          'esm-mjs-commonjs-code',
        ],
      },
      {
        about: 'By default its parser treats a return outside a function as a syntax error.',
        link: 'https://babeljs.io/docs/babel-parser#options',
        concerns: ['file-return*', 'module-exports-return-value'],
      },
      {
        about: 'Files are parsed as ES modules by default, which are in strict mode.',
        link: 'https://babeljs.io/docs/options#sourcetype',
        concerns: ['scope-sloppy-syntax'],
      },
    ],
  },
  {
    name: 'sucrase',
    kind: 'loader hook',
    homepage: 'https://github.com/alangpierce/sucrase',
    package: 'sucrase',
    version: '3.35.1',
    driving: preload('sucrase/register'),
    capabilities: required,
    note: 'Its hook for all kinds of files, as documented for Node.',
  },
  {
    name: '@swc-node/register',
    aliases: ['swc-node'],
    kind: 'loader hook',
    homepage: 'https://github.com/swc-project/swc-node',
    package: '@swc-node/register',
    version: '1.12.1',
    beside: ['@swc/core@1.16.22', 'typescript@6.0.3'],
    driving: preload('@swc-node/register'),
    capabilities: required,
    note: 'Its default hook, without a tsconfig.json.',
    variants: [
      {
        suffix: 'esm',
        driving: { kind: 'node hook', start: "module.register('@swc-node/register/esm', here);" },
        capabilities: both.filter((name) => name !== 'error codes'),
        note: 'Its hook for ES modules, without a tsconfig.json. Its error for what it does not find has no code.',
      },
    ],
  },
  {
    name: 'ts-node',
    kind: 'loader hook',
    homepage: 'https://typestrong.org/ts-node',
    package: 'ts-node',
    version: '10.9.2',
    beside: ['typescript@5.9.3'],
    driving: preload('ts-node/register/transpile-only', {
      TS_NODE_SKIP_PROJECT: '1',
      TS_NODE_COMPILER_OPTIONS: '{"allowJs":true,"module":"commonjs"}',
    }),
    capabilities: required,
    note: 'Its hook without type checking, with JavaScript allowed and CommonJS output; by default it does not compile files in node_modules.',
    differences: [
      {
        about: 'Without a tsconfig.json it uses recommended options, which put every file in strict mode.',
        link: 'https://typestrong.org/ts-node/docs/configuration#default-config',
        concerns: [
          'scope-sloppy-*',
          'scope-strict-not-*',
          'esm-detect-strict',
          'scope-global-assigned',
          'scope-this-not-global',
        ],
      },
    ],
    variants: [
      {
        suffix: 'esm',
        driving: {
          kind: 'node hook',
          start: "module.register('ts-node/esm/transpile-only', here);",
          environment: {
            TS_NODE_SKIP_PROJECT: '1',
            TS_NODE_COMPILER_OPTIONS: '{"allowJs":true,"module":"esnext"}',
          },
        },
        capabilities: both.filter((name) => name !== 'error codes'),
        note: 'Its loader for ES modules without type checking, with JavaScript allowed and ES module output. The errors of its resolver have no codes.',
        differences: [
          {
            about: 'TypeScript drops an import that is never used, unless verbatimModuleSyntax is set.',
            link: 'https://www.typescriptlang.org/tsconfig/#verbatimModuleSyntax',
            concerns: ['import-order-unused'],
          },
        ],
      },
    ],
  },
  {
    name: 'esbuild-register',
    kind: 'loader hook',
    homepage: 'https://github.com/egoist/esbuild-register',
    package: 'esbuild-register',
    version: '3.6.0',
    beside: ['esbuild@0.28.2'],
    driving: preload('esbuild-register'),
    capabilities: required,
    note: 'Its hook as documented for Node.',
  },
];

function preload(module: string, environment: Readonly<Record<string, string>> = {}): Driving {
  return { kind: 'node hook', preload: [module], environment };
}
