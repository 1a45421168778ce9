// Lint: words that say nothing, or speak of the suite.

import type { Problem } from '../subject/finding.ts';
import type { LintRule } from '../subject/lint-rule.ts';
import { isInformative, type Outline } from '../subject/outline.ts';

export const wording: LintRule = {
  name: 'wording',
  reason:
    'The page is the specification: it says what is, and an executable example shows it. “Should” leaves open whether it binds, which is what `Requirement:` says; “test that” and “verify that” speak of the suite, not of loaders; “correctly” and “as expected” say nothing at all.',
  fix: 'Say what happens, in the present tense. `--fix` removes a leading “Test that”, “Check whether” or “Verify that” from a title.',
  readsText: true,
  check: ({ outlines }) => outlines.filter((outline) => !isInformative(outline)).flatMap(findWords),
};

/** What a heading may start with and lose without loss. */
const preface =
  /^(?<marks>#+ (?:`[^`]+` )?)(?:tests?|testing|checks?|checking|verif(?:y|ies)|ensures?|asserts?) (?:that|whether|if)\s+(?<rest>.*)$/i;

const words: readonly { readonly found: RegExp; readonly instead: string }[] = [
  { found: /\bshould\b/, instead: 'say what happens, and how strongly it binds in Requirement:' },
  {
    found:
      /\b(?:tests?|testing|checks?|checking|verif(?:y|ies)|ensures?|asserts?) (?:that|whether|if)\b|\bmakes? sure\b/i,
    instead: 'say what a loader does, not what the suite does',
  },
  { found: /\b(?:correctly|as expected|as intended)\b/i, instead: 'say what happens' },
];

function findWords({ file, text }: Outline): Problem[] {
  let inFence = false;
  return text.split('\n').flatMap((content, at): Problem[] => {
    if (/^\s*(?:`{3,}|~{3,})/.test(content)) inFence = !inFence;
    if (inFence) return [];
    const prose = content.replace(/(`+)(?:.*?[^`])??\1(?!`)/g, '');
    return words.flatMap(({ found, instead }): Problem[] => {
      const [word] = found.exec(prose) ?? [];
      if (word === undefined) return [];
      const line = at + 1;
      return [{ file, line, message: `'${word}': ${instead}`, ...editOf(content, line) }];
    });
  });
}

function editOf(content: string, line: number): Pick<Problem, 'edit'> {
  const { marks, rest } = preface.exec(content)?.groups ?? {};
  if (marks === undefined || rest === undefined) return {};
  const mended = `${marks}${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  return { edit: { start: line, end: line + 1, lines: [mended] } };
}
