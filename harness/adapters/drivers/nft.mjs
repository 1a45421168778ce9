// The resolver of @vercel/nft, asked while it traces a referrer that holds nothing but the question.

import { readFile } from 'node:fs/promises';
import { conditions, rejection, requireIn } from './installed.mjs';

export function open({ folder }) {
  const nft = requireIn(folder)('@vercel/nft');
  return {
    async resolve(specifier, referrer, { root }) {
      const asked = [];
      await nft.nodeFileTrace([referrer], {
        base: '/',
        processCwd: root,
        ts: false,
        conditions,
        exportsOnly: true,
        readFile: (file) =>
          file === referrer ? `require(${JSON.stringify(specifier)})` : readFile(file).catch(() => null),
        resolve: (wanted, parent, job, isCommonJs) => {
          asked.push(nft.resolve(wanted, parent, job, isCommonJs));
          return [];
        },
      });
      const [answer = rejection('it did not look for the specifier')] = await Promise.all(asked);
      return Array.isArray(answer) ? answer[0] : answer;
    },
  };
}
