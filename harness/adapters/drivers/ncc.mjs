// ncc, through its programmatic interface.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireIn } from './installed.mjs';
import { buildAndRun } from './run-bundle.mjs';

export function open({ folder }) {
  const ncc = requireIn(folder)('@vercel/ncc');
  return {
    run: (entry) =>
      buildAndRun(async (file) => {
        const { code, assets } = await ncc(entry, {
          cache: false,
          quiet: true,
          minify: false,
          sourceMap: false,
        });
        writeFileSync(file, code);
        for (const [name, { source }] of Object.entries(assets)) {
          const target = path.join(path.dirname(file), name);
          mkdirSync(path.dirname(target), { recursive: true });
          writeFileSync(target, source);
        }
      }),
  };
}
