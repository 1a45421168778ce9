// How long `modspec watch` takes from a saved page of twenty cases to their verdicts on the reference: medians.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rounds = 9;
const cases = 20;

const folder = mkdtempSync(path.join(tmpdir(), 'watch-'));
const file = path.join(folder, 'twenty.md');
writeFileSync(
  file,
  page(() => 'start'),
);

const watch = spawn(process.execPath, [path.join(root, 'bin/modspec.js'), 'watch', '--spec', file], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
watch.stdout.setEncoding('utf8');
try {
  await heard('watching');
  report('all changed', await measure((round) => page(() => `all-${round}`)));
  report('one changed', await measure((round) => page((at) => (at === 0 ? `one-${round}` : 'same'))));
} finally {
  watch.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}

/** A page of cases that each resolve a file of a name that depends on the case. */
function page(nameOf) {
  const items = Array.from({ length: cases }, (_, at) => {
    const name = nameOf(at);
    const table = `| from | specifier | resolves to |\n| --- | --- | --- |\n| \`main.js\` | \`./${name}\` | \`${name}.js\` |`;
    return `#### \`twenty-${at}\` A case\n\n\`\`\`tree\n${name}.js\n\`\`\`\n\n${table}\n`;
  });
  const rule = '### `twenty` A rule\n\nIt says something.\n\n- Requirement: MUST\n- Source: doc, "S", 1\n';
  return `---\ntitle: Twenty\nsources:\n  doc: A document\n---\n\n# Twenty\n\n## S\n\n${rule}\n${items.join('\n')}`;
}

async function measure(textOf) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const done = heard('watching');
    writeFileSync(file, textOf(round));
    await done;
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** Settles when the text has been printed from now on. */
function heard(text) {
  return new Promise((resolve) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      if (!said.includes(text)) return;
      watch.stdout.off('data', listen);
      resolve();
    };
    watch.stdout.on('data', listen);
  });
}

function report(what, ms) {
  console.log(
    `watch, ${cases} cases on reference, ${what.padEnd(12)} ${ms.toFixed(0).padStart(6)} ms from save to verdicts`,
  );
}
