// Says to assistive technology what is shown, because a change of the view moves no page of the browser.

import { useMemo } from 'preact/hooks';
import { plural } from '../../../parts/titles.ts';
import { checkQuery } from '../../query/check-query.ts';
import { compileQuery } from '../../query/match-query.ts';
import { parseQuery } from '../../query/parse-query.ts';
import { Link } from '../parts/link.tsx';
import type { Shared } from '../parts/shared.ts';

export function Announcer({ title }: { readonly title: string }) {
  return (
    <p class="unseen" role="status" aria-label="Shown">
      {title}
    </p>
  );
}

/** What is wrong with the query; and if no title matches, how many cases contain its words. */
export function QueryProblems({ shared }: { readonly shared: Shared }) {
  const { model, columns, route, cases } = shared;
  const problems = useMemo(() => checkQuery(parseQuery(route.query), model), [model, route.query]);
  const inTexts = useMemo(() => textQuery(route.query), [route.query]);
  const found = useMemo(
    () =>
      cases.length > 0 || inTexts === undefined
        ? 0
        : model.cases.filter(compileQuery(parseQuery(inTexts), { model, columns })).length,
    [model, columns, cases, inTexts],
  );
  if (problems.length === 0 && found === 0) return null;
  return (
    <div class="problem note-of-run" role="status" aria-label="Query">
      {problems.slice(0, 2).map((problem) => (
        <p key={problem}>
          <bdi>{problem}</bdi>
        </p>
      ))}
      {found > 0 && inTexts !== undefined && (
        <p>
          No title matches. {plural(found, 'case')} contain it in their files or answers:{' '}
          <Link shared={shared} to={{ query: inTexts }}>
            {inTexts}
          </Link>
        </p>
      )}
    </div>
  );
}

/** The query with its words as `text:`; undefined if it has none. */
function textQuery(query: string): string | undefined {
  const words = parseQuery(query).flat();
  if (!words.some(({ kind }) => kind === 'text') || words.length > 1) return undefined;
  return `text:${query.includes(' ') ? `"${query.replaceAll('"', '')}"` : query}`;
}
