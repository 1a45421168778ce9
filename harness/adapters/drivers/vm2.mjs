// vm2, whose NodeVM has its own require.

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
      vm.runFile(entry);
    },
  };
}
