// What editions decide about files and their text: the pages in spec/03-files.

import type { NodeFlags } from './node-flags.ts';

export const files = {
  /**
   * The error for a `.node` file that is not an addon.
   * - `has no code`: only its message says what is wrong.
   * - `has the code ERR_DLOPEN_FAILED`: it has a property `code`.
   *
   * @decides file-addon
   */
  addonError: { 'node-0.10': 'has no code', 'node-14': 'has the code ERR_DLOPEN_FAILED' },

  /**
   * A first line that begins with `#!`, after a byte order mark.
   * - `is skipped`: as it is without a byte order mark.
   * - `throws SyntaxError`: the text is compiled with both.
   *
   * @decides file-shebang
   */
  shebangAfterByteOrderMark: { 'node-0.10': 'is skipped', 'node-12': 'throws SyntaxError' },

  /**
   * What makes the text of a module the body of a function.
   * - `is text`: the text is put between the two halves of `Module.wrapper` and then compiled.
   * - `is a function`: the text is compiled as the body of a function, unless a program has changed `Module.wrapper`.
   *
   * @decides file-whole-body, scope-wrapper-changed
   */
  wrapper: { 'node-0.10': 'is text', 'node-10': 'is a function' },

  /**
   * The key `__proto__` in a JSON text.
   * - `sets the prototype`: it is the prototype of the object.
   * - `is a key`: it is a property like others.
   *
   * @decides file-json-value
   */
  protoInJson: { 'node-0.10': 'sets the prototype', 'node-0.12': 'is a key' },

  /**
   * The function that parses JSON texts.
   * - `is that of the program`: what a program assigns to `JSON.parse` is called.
   * - `is its own`: it is what `JSON.parse` was at the start.
   *
   * @decides file-json-value
   */
  jsonParser: { 'node-0.10': 'is that of the program', 'node-12': 'is its own' },
} as const satisfies NodeFlags;
