// The reports of a run that are usually written to files. Each is small and few runs want one, so the bundle has them in one file.

export { renderAnnotations } from './annotations.ts';
export { renderBadgeJson, renderBadgeSvg } from './badge.ts';
export { renderCtrf } from './ctrf.ts';
export { renderJson } from './json.ts';
export { renderJunit } from './junit.ts';
export { renderMarkdown } from './markdown.ts';
export { renderTap } from './tap.ts';
