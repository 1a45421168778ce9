// One row of a table of verdicts, with the cases below it that did not pass.

import { countVerdicts } from '../../build/analysis/tally.js';

const words = ['pass', 'fail', 'crash', 'timeout', 'skip', 'error'];

/** @param titles what is in the columns before the verdicts, each a text and its width */
export function headOfTable(...titles) {
  return `${titlesOf(titles)} ${words.join(' ')}\n`;
}

/** @param shown the verdicts of cases that are listed; skips are often many */
export function rowOfTable(titles, { verdicts }, shown = words) {
  const counts = countVerdicts(verdicts);
  const cells = words.map((word) => String(counts[word]).padStart(word.length)).join(' ');
  const others = verdicts
    .filter(({ verdict }) => verdict !== 'pass' && shown.includes(verdict))
    .map(({ verdict, case: name, reason }) => `  ${verdict} ${name}${reason ? `: ${reason}` : ''}\n`);
  return `${titlesOf(titles)} ${cells}\n${others.join('')}`;
}

/** Where there is no run, the reason. */
export function failedRow(titles, reason) {
  return `${titlesOf(titles)} ${reason.trimEnd()}\n`;
}

function titlesOf(titles) {
  return titles.map(([title, width]) => title.padEnd(width)).join(' ');
}
