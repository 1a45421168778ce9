// What webpack and Rspack document as different from Node, whatever their settings.

import { conditionsOfTools, otherConditions } from './default-settings.ts';
import type { IntendedDifference } from './entry.ts';

const metaCases: readonly string[] = ['import-meta-object', 'import-meta-keys'];

export const ofWebpack: readonly IntendedDifference[] = [
  namesOfBundle('https://webpack.js.org/configuration/node/#node__filename'),
  otherConditions(
    'Its conditions are those of the way, node, module-sync, module, webpack, and production or development.',
    'https://webpack.js.org/configuration/resolve/#resolveconditionnames',
    conditionsOfTools,
  ),
  inlineLoaders('https://webpack.js.org/concepts/loaders/#inline'),
  queriesAndFragments('https://webpack.js.org/configuration/module/#ruleresourcequery'),
  urls('https://webpack.js.org/blog/2020-10-10-webpack-5-release/#uris'),
  {
    about: 'A request that begins with a slash is also looked for in the folder of the project.',
    link: 'https://webpack.js.org/configuration/resolve/#resolveroots',
    concerns: ['specifier-slash-is-not-the-tree', 'specifier-root-folder'],
  },
  {
    about: 'A key of "exports" that ends with a slash maps a folder.',
    link: 'https://webpack.js.org/guides/package-exports/#support',
    concerns: ['exports-folder-mapping', 'import-exports-folder'],
  },
  {
    about: 'Only the properties of `import.meta` are supported, not the object itself.',
    link: 'https://webpack.js.org/api/module-variables/#importmeta',
    concerns: metaCases,
  },
  {
    about: 'Modules may use AMD, so they see its `define`.',
    link: 'https://webpack.js.org/api/module-methods/#amd',
    concerns: ['shape-root-tests'],
  },
];

export const ofRspack: readonly IntendedDifference[] = [
  namesOfBundle('https://rspack.rs/config/node#node__filename'),
  otherConditions(
    'Its conditions are those of the way, node, module, webpack, and production or development.',
    'https://rspack.rs/config/resolve#resolveconditionnames',
    conditionsOfTools,
  ),
  inlineLoaders('https://rspack.rs/api/loader-api/inline'),
  queriesAndFragments('https://rspack.rs/config/module-rules#rulesresourcequery'),
  urls('https://rspack.rs/config/module-rules#rulesscheme'),
  {
    about: 'Only the properties of `import.meta` are supported, not the object itself.',
    link: 'https://rspack.rs/api/runtime-api/module-variables#import-meta',
    concerns: metaCases,
  },
];

function namesOfBundle(link: string): IntendedDifference {
  return {
    about: 'In Node, `__filename` and `__dirname` are those of the bundle.',
    link,
    concerns: ['scope-filename', 'links-real-names', 'links-entry-filename', 'main-folder-index'],
  };
}

function inlineLoaders(link: string): IntendedDifference {
  return {
    about: 'In a request, `!` is between loaders and the file.',
    link,
    concerns: [
      'specifier-exclamation-mark',
      'node-modules-name-with-exclamation',
      'scope-name-of-any-letters',
    ],
  };
}

function queriesAndFragments(link: string): IntendedDifference {
  return {
    about: 'A request may have a query and a fragment, which do not belong to the path.',
    link,
    concerns: [
      'specifier-hash',
      'specifier-question-mark',
      'specifier-question-mark-in-file-name',
      'node-modules-name-with-query',
    ],
  };
}

function urls(link: string): IntendedDifference {
  return {
    about: 'A request may be a URL, whose scheme decides how it is read.',
    link,
    concerns: [
      'specifier-file-url',
      'specifier-data-url',
      'core-scheme-no-prefix',
      'core-scheme-file-package',
    ],
  };
}
