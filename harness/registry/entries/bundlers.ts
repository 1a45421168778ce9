// Bundlers: they build a program into one file, which then runs outside its tree.

import { currentEdition } from '../../../model/editions.ts';
import type { Capability } from '../../../model/vocabulary.ts';
import { keptFailures, otherConditions, otherExtensions, otherMainFields } from './default-settings.ts';
import type { EntryWithVariants, IntendedDifference } from './entry.ts';
import { bunPackage, formerEsbuildPackage } from './platform-packages.ts';
import { ofRollup, ofRollupByDefault } from './rollup-plugins.ts';
import { ofRspack, ofWebpack } from './webpack-family.ts';

const programs: readonly Capability[] = ['run', 'builtins', 'json', 'timers'];

const namesOfEsbuild: IntendedDifference = {
  about: 'It does not support `__dirname` and `import.meta.url` in a bundle: they are those of the bundle.',
  link: 'https://esbuild.github.io/getting-started/#bundling-for-node',
  concerns: ['scope-filename', 'links-real-names', 'links-entry-filename', 'import-meta-url'],
};

export const bundlers: readonly EntryWithVariants[] = [
  {
    name: 'esbuild',
    kind: 'bundler',
    homepage: 'https://esbuild.github.io',
    package: 'esbuild',
    version: '0.28.2',
    former: { below: '0.13.0', beside: [`${formerEsbuildPackage}@VERSION`] },
    driving: { kind: 'module', driver: 'esbuild' },
    capabilities: ['resolve', 'import', 'user conditions', ...programs, 'es programs'],
    edition: currentEdition,
    note: 'Platform node, CommonJS output, or ES module output for an entry that is one, the extensions and the main field of Node. Resolutions are asked through its plugin interface.',
    differences: [namesOfEsbuild],
    variants: [
      {
        suffix: 'default',
        note: 'Platform node and otherwise its own settings: the extensions of TypeScript first, and the conditions and main fields of the platform.',
        differences: [
          namesOfEsbuild,
          otherExtensions(
            'By default it tries .tsx, .ts, .jsx, .js, .css and .json files.',
            'https://esbuild.github.io/api/#resolve-extensions',
          ),
          otherMainFields(
            'By default it reads the field module where a package has no main.',
            'https://esbuild.github.io/api/#platform',
          ),
          otherConditions(
            'By default its conditions are those of the way, node and module.',
            'https://esbuild.github.io/api/#how-conditions-work',
            ['conditions-tools', 'import-condition-unknown'],
          ),
        ],
      },
      {
        suffix: 'neutral',
        capabilities: ['resolve', 'import', 'user conditions', 'run', 'json', 'timers', 'es programs'],
        note: 'Platform neutral and otherwise its own settings, which have no main field. It does not know core modules.',
      },
    ],
  },
  {
    name: 'webpack',
    kind: 'bundler',
    homepage: 'https://webpack.js.org',
    package: 'webpack',
    version: '5.112.2',
    former: { below: '5.0.0', lack: ['user conditions'] },
    driving: { kind: 'module', driver: 'webpack-family' },
    capabilities: ['resolve', 'import', 'user conditions', ...programs, 'es programs', 'require.main'],
    edition: currentEdition,
    note: 'Target node, mode none, the extensions and the main field of Node, and strictModuleExceptionHandling, which its documentation describes as Node’s handling of modules that throw. A bundle with build errors runs too. Resolutions are asked by a file beside the referrer.',
    differences: ofWebpack,
    variants: [
      {
        suffix: 'default',
        note: 'Target node, mode none, and otherwise its own settings, also for modules that throw. Resolutions are asked as of webpack.',
        differences: [
          ...ofWebpack,
          otherExtensions(
            'By default it tries .js, .json and .wasm files.',
            'https://webpack.js.org/configuration/resolve/#resolveextensions',
          ),
          otherMainFields(
            'By default it reads the field module before main.',
            'https://webpack.js.org/configuration/resolve/#resolvemainfields',
          ),
          keptFailures(
            'By default a module that throws stays among the modules that were executed.',
            'https://webpack.js.org/configuration/output/#outputstrictmoduleexceptionhandling',
          ),
        ],
      },
    ],
  },
  {
    name: '@rspack/core',
    aliases: ['rspack'],
    kind: 'bundler',
    homepage: 'https://rspack.rs',
    package: '@rspack/core',
    version: '2.3.2',
    driving: { kind: 'module', driver: 'webpack-family' },
    capabilities: ['resolve', 'import', 'user conditions', ...programs, 'es programs', 'require.main'],
    edition: currentEdition,
    note: 'Configured like webpack, whose interface it shares.',
    differences: ofRspack,
    variants: [
      {
        suffix: 'default',
        note: 'Configured like webpack+default.',
        differences: [
          ...ofRspack,
          otherExtensions(
            'By default it tries .js and .json files.',
            'https://rspack.rs/config/resolve#resolveextensions',
          ),
          otherMainFields(
            'By default it reads the field module before main.',
            'https://rspack.rs/config/resolve#resolvemainfields',
          ),
          keptFailures(
            'By default a module that throws stays among the modules that were executed.',
            'https://rspack.rs/config/output#outputstrictmoduleerrorhandling',
            ['import-failed-again', 'import-failed-importer', 'import-commonjs-throws-again'],
          ),
        ],
      },
    ],
  },
  {
    name: 'rollup',
    kind: 'bundler',
    homepage: 'https://rollupjs.org',
    package: 'rollup',
    version: '4.68.7',
    beside: [
      '@rollup/plugin-commonjs@29.0.3',
      '@rollup/plugin-json@6.1.0',
      '@rollup/plugin-node-resolve@16.0.3',
    ],
    driving: { kind: 'module', driver: 'rollup' },
    capabilities: ['resolve', 'import', 'user conditions', ...programs, 'es programs'],
    edition: currentEdition,
    note: 'With its plugins for node resolution (extensions, main field and conditions of Node), CommonJS (strict requires, also inside try) and JSON. Resolutions are asked through its plugin interface.',
    differences: ofRollup,
    variants: [
      {
        suffix: 'default',
        note: 'Its plugins for node resolution, CommonJS and JSON with their own settings.',
        differences: ofRollupByDefault,
      },
    ],
  },
  {
    name: 'rolldown',
    kind: 'bundler',
    homepage: 'https://rolldown.rs',
    package: 'rolldown',
    version: '1.3.2',
    driving: { kind: 'module', driver: 'rolldown' },
    capabilities: ['resolve', 'import', 'user conditions', ...programs, 'es programs'],
    edition: currentEdition,
    note: 'Platform node, CommonJS output, or ES module output for an entry that is one, the extensions and the main field of Node. Resolutions are asked through its plugin interface.',
    variants: [
      {
        suffix: 'default',
        note: 'Platform node and otherwise its own settings.',
        differences: [
          otherExtensions(
            'By default it tries .tsx, .ts, .jsx, .js and .json files.',
            'https://rolldown.rs/reference/InputOptions.resolve#extensions',
          ),
          otherMainFields(
            'By default it reads the field module where a package has no main.',
            'https://rolldown.rs/reference/InputOptions.resolve#mainfields',
          ),
          otherConditions(
            'By default its conditions are those of the way, node and default.',
            'https://rolldown.rs/reference/InputOptions.resolve#conditionnames',
          ),
        ],
      },
    ],
  },
  {
    name: 'browserify',
    kind: 'bundler',
    homepage: 'https://browserify.org',
    package: 'browserify',
    version: '17.0.1',
    driving: { kind: 'module', driver: 'browserify' },
    capabilities: programs,
    edition: 'node-10',
    note: 'Its mode for Node, which does not bundle core modules. Judged by the last line of Node before "exports", which it does not implement.',
  },
  {
    name: '@vercel/ncc',
    aliases: ['ncc'],
    kind: 'bundler',
    homepage: 'https://github.com/vercel/ncc',
    package: '@vercel/ncc',
    version: '0.45.0',
    driving: { kind: 'module', driver: 'ncc' },
    capabilities: programs,
    edition: currentEdition,
    note: 'Its programmatic interface, without cache, minification and source maps.',
  },
  {
    name: 'bun-build',
    kind: 'bundler',
    homepage: 'https://bun.sh/docs/bundler',
    package: bunPackage,
    version: '1.4.5',
    driving: { kind: 'module', driver: 'bun-build' },
    capabilities: ['user conditions', ...programs, 'es programs'],
    edition: currentEdition,
    note: 'Target node, CommonJS output, or ES module output for an entry that is one, without automatic installation.',
  },
  {
    name: 'metro',
    kind: 'bundler',
    homepage: 'https://metrobundler.dev',
    package: 'metro',
    version: '0.84.6',
    driving: { kind: 'module', driver: 'metro' },
    capabilities: ['user conditions', 'run', 'json', 'timers'],
    edition: currentEdition,
    note: 'The extensions, the main field and the conditions of Node, package exports on, no polyfills, no caches. It does not know core modules. Optional dependencies are allowed, so that a require inside try may fail when the program runs.',
  },
  {
    name: 'parcel',
    kind: 'bundler',
    homepage: 'https://parceljs.org',
    package: 'parcel',
    version: '2.16.4',
    former: { below: '2.0.0', pins: { '@babel/preset-env': '7.4.5' } },
    driving: { kind: 'module', driver: 'parcel' },
    capabilities: programs,
    edition: currentEdition,
    note: 'A target for Node with CommonJS output and node_modules included, without optimization, scope hoisting, caches and automatic installation. Version 1 has the same settings under other names.',
    differences: [
      {
        about: 'The "exports" of a package are ignored, unless the package.json of the project enables them.',
        link: 'https://parceljs.org/features/dependency-resolution/#enabling-package-exports',
        concerns: ['exports-*', 'conditions-*', 'self-*'],
      },
    ],
  },
];
