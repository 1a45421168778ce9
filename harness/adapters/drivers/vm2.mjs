// vm2, whose NodeVM brings a require of its own.

import { requireIn } from './installed.mjs';

export function open({ folder }) {
  const { NodeVM } = requireIn(folder)('vm2');
  return {
    run(entry) {
      const vm = new NodeVM({
        console: 'inherit',
        require: { external: true, builtin: ['*'], context: 'sandbox' },
        wrapper: 'commonjs',
      });
      vm.runFile(entry);
    },
  };
}
