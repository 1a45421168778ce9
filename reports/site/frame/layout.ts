// The frame of every page: head, policy, navigation.

import { element, escapeText } from '../../parts/xml.ts';

export interface PageContent {
  readonly title: string;
  /** How many folders it is below the top. */
  readonly depth: number;
  /** Which entry of the navigation it belongs to. */
  readonly part?: NavigationPart;
  /** HTML. */
  readonly body: readonly string[];
}

const navigation = {
  Overview: 'index.html',
  Causes: 'causes/index.html',
  Versions: 'versions/index.html',
  Specification: 'specification/index.html',
  Changes: 'changes/index.html',
} as const;
export type NavigationPart = keyof typeof navigation;

/** `file:` is for those who open it from a disk, where some browsers know no origin. Nothing may run. */
const policy =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'";

export function pageHtml({ title, depth, part, body }: PageContent): string {
  const top = '../'.repeat(depth);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)} · modspec</title>
<link rel="stylesheet" href="${top}style.css">
<link rel="alternate" type="application/atom+xml" title="Changes" href="${top}feed.xml">
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="site-bar"><a class="brand" href="${top}index.html">modspec</a>
<nav aria-label="Site">${navigationHtml(top, part)}</nav></header>
<main id="main" tabindex="-1">
${body.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

function navigationHtml(top: string, part: NavigationPart | undefined): string {
  return Object.entries(navigation)
    .map(([name, path]) =>
      element('a', { href: top + path, 'aria-current': name === part ? 'page' : undefined }, [name]),
    )
    .join(' ');
}

/** Where a page is, from the top down. */
export function crumbsHtml(steps: readonly (readonly [href: string, words: string])[]): string {
  const links = steps.map(([href, words]) => element('a', { href }, [escapeText(words)]));
  return element('nav', { class: 'crumbs', 'aria-label': 'Where this is' }, [links.join(' › ')]);
}
