// The HTML report: one file with its data, its script and its style, which needs no network and allows none.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inert, shorten } from '../../model/inert.ts';
import { builtFile } from '../../model/package-root.ts';
import { buildReportData, type ReportInput } from './data/build-report-data.ts';
import { packData } from './data/pack-data.ts';

export function renderHtml(input: ReportInput): string {
  const data = packData(buildReportData(input));
  const script = readBuilt('client.js');
  const style = readBuilt('client-style.css');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(input)}</title>
<style>${style}</style>
</head>
<body>
<div id="report"><noscript><p>A script in this file draws the report; please allow it.</p></noscript></div>
<script id="data" type="application/vnd.modspec.report">${data}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    // The heat map is drawn as an image before it is saved as PNG.
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The bundle of `scripts/build.mjs`. A closing tag in it would end the element early. */
function readBuilt(name: string): string {
  const text = readFileSync(builtFile('reports', 'html', name), 'utf8');
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function titleOf({ runs }: ReportInput): string {
  const names = new Set(runs.flatMap(({ header }) => header.implementations.map(({ name }) => name)));
  if (names.size === 0) return 'modspec: the specification';
  return names.size > 3
    ? `modspec: ${names.size} loaders`
    : `modspec: ${escapeText(inert(shorten([...names].join(', '), 100)))}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
