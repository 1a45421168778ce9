// vm2, whose NodeVM has its own require.

import { readFileSync } from 'node:fs';
import { requireIn } from './installed.mjs';

export function open({ folder }) {
  const { NodeVM } = requireIn(folder)('vm2');
  return {
    run(entry, { arguments: given }) {
      const vm = new NodeVM({
        console: 'inherit',
        require: { external: true, builtin: ['*'], context: 'sandbox', strict: false },
        wrapper: 'commonjs',
        argv: [process.argv[0], entry, ...given],
        env: process.env,
      });
      if (vm.runFile) vm.runFile(entry);
      // Below 3.9.
      else vm.run(readFileSync(entry, 'utf8'), entry);
    },
  };
}
