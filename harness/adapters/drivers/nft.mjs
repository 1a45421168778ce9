// The resolver of @vercel/nft, which is asked while nft traces a referrer that contains only the require.

import { readFile } from 'node:fs/promises';
import { conditions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const nft = requireIn(folder)('@vercel/nft');
  return {
    async resolve(specifier, referrer, { root, conditions: added }) {
      const asked = [];
      await nft.nodeFileTrace([referrer], {
        base: '/',
        processCwd: root,
        ts: false,
        conditions: [...conditions, ...added],
        exportsOnly: true,
        readFile: (file) =>
          file === referrer ? `require(${JSON.stringify(specifier)})` : readFile(file).catch(() => null),
        resolve: (wanted, parent, job, isCommonJs) => {
          asked.push(nft.resolve(wanted, parent, job, isCommonJs));
          return [];
        },
      });
      const [answer = rejection('it did not resolve the specifier')] = await Promise.all(asked);
      return Array.isArray(answer) ? answer[0] : answer;
    },
  };
}
