// What it costs at least to keep cases apart: for each case that a run asks in a thread or a process of its own, one that is
// empty, two at a time. Prints how many of both there are, and how long they took in ms.
//
//   node scripts/bench-apart.mjs node|reference EDITION

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { findAdapter } from '../build/harness/adapters/find-adapter.js';
import { groupCases } from '../build/harness/run/group-cases.js';
import { probeMachine } from '../build/harness/run/machine.js';
import { placeOf } from '../build/harness/run/place.js';
import { reasonToSkip } from '../build/harness/run/reason-to-skip.js';
import { introduce } from '../build/harness/run/run-cases.js';
import { openWorkspace } from '../build/harness/trees/workspace.js';
import { judgedCases } from '../build/model/judged-case.js';
import { loadCatalog } from '../build/suite/cases/load-catalog.js';

const [, , name, edition] = process.argv;
if (!name || !edition) throw new Error('node scripts/bench-apart.mjs node|reference EDITION');
const start = promisify(execFile);

const places = await countPlaces();
const started = performance.now();
const waiting = Object.entries(places).flatMap(([place, count]) => Array(count).fill(place));
await Promise.all(
  [1, 2].map(async () => {
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
      await (place === 'thread'
        ? endOf(new Worker('', { eval: true }))
        : start(process.execPath, ['-e', '']));
  }),
);
console.log(JSON.stringify({ ...places, ms: performance.now() - started }));

async function countPlaces() {
  const workspace = await openWorkspace();
  try {
    const introduced = await introduce(await findAdapter(name), workspace);
    const machine = probeMachine(workspace);
    const asked = judgedCases(loadCatalog().cases, edition)
      .filter((judged) => reasonToSkip(judged, introduced.description, machine) === undefined)
      .map((judged) => ({ judged }));
    const counts = { thread: 0, process: 0 };
    for (const { judged } of groupCases(asked, introduced).rest) {
      const place = placeOf(judged, introduced);
      if (place !== 'shared') counts[place]++;
    }
    await introduced.firstHost?.close();
    return counts;
  } finally {
    workspace.remove();
  }
}

function endOf(thread) {
  return new Promise((resolve) => thread.on('exit', resolve));
}
