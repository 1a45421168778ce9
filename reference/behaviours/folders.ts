// What editions decide about folders and their `package.json`: the pages in spec/04-folders.

import type { NodeFlags } from './node-flags.ts';

export const folders = {
  /**
   * A `main` that is not a string, and neither `null`, `false` nor 0.
   * - `throws TypeError`: the error has no code.
   * - `throws ERR_INVALID_ARG_TYPE`: it is a `TypeError` with this code.
   * - `is ignored`: the folder has no main.
   *
   * @decides folder-main-not-string
   */
  nonStringMain: {
    'node-0.10': 'throws TypeError',
    'node-10': 'throws ERR_INVALID_ARG_TYPE',
    'node-18': 'is ignored',
  },

  /**
   * A field that `package.json` does not have, but that a program has added to `Object.prototype`.
   * - `counts`: as if it were in the file.
   * - `is ignored`: the file has no such field.
   *
   * @decides folder-package-json-inherited
   */
  inheritedField: { 'node-0.10': 'counts', 'node-14': 'is ignored' },

  /**
   * The main of a folder `x`, for a specifier that ends in `x`.
   * - `is tried after extensions`: `x.js` beside the folder comes first.
   * - `is tried before extensions`: the main comes first, then `x.js`, then the index of the folder.
   *
   * @decides folder-file-first, node-modules-file-or-folder
   */
  folderMain: {
    'node-0.10': 'is tried after extensions',
    'node-4': 'is tried before extensions',
    'node-10': 'is tried after extensions',
    locked: 'is tried after extensions',
  },

  /**
   * What the text of a `package.json` must have to be parsed; otherwise the file counts as empty.
   * - `whatever it has`: every text is parsed.
   * - `the text "main"`: the word in quotes, wherever it is.
   * - `a known string`: one of the strings `main`, `name`, `type`, `exports` and `imports`.
   *
   * @decides folder-package-json-not-json, error-tells-package
   */
  packageJsonParsedFor: {
    'node-0.10': 'whatever it has',
    'node-10': 'the text "main"',
    'node-12': 'a known string',
    'node-18': 'whatever it has',
  },

  /**
   * What reads the text of a `package.json`.
   * - `parses the whole text`: as `JSON.parse` does.
   * - `parses only the fields it needs`: it goes over the outermost object; other values may be malformed.
   *
   * @decides folder-package-json-not-json, folder-package-json-no-object
   */
  packageJsonParser: {
    'node-0.10': 'parses the whole text',
    'node-22': 'parses only the fields it needs',
  },

  /**
   * A byte order mark at the start of a `package.json`.
   * - `throws SyntaxError`: the text is not JSON.
   * - `is skipped`: the text after it is parsed.
   *
   * @decides folder-package-json-encoding
   */
  packageJsonByteOrderMark: { 'node-0.10': 'throws SyntaxError', 'node-4': 'is skipped' },
} as const satisfies NodeFlags;
