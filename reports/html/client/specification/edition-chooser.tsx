// Chooses the edition whose steps a page with algorithms shows.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RuleItem } from '../../model/model.ts';
import type { Shared } from '../parts/shared.ts';

interface EditionChooserProps {
  readonly shared: Shared;
  /** The editions whose steps the page has; none if it has no algorithm. */
  readonly editions: readonly string[];
}

export function EditionChooser({ shared, editions }: EditionChooserProps) {
  const { route, go } = shared;
  if (editions.length === 0) return null;
  const choose = (edition: string) => go({ edition }, 'replace');
  return (
    <p class="edition-chooser">
      <label>
        Steps of{' '}
        <select value={route.edition} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="">all editions, with conditions</option>
          {editions.map((edition) => (
            <option key={edition} value={edition}>
              {edition}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

/** The editions that reach an operation among these rules. */
export function editionsOf(rules: readonly RuleItem[]): string[] {
  return [...new Set(rules.flatMap(({ editions = [] }) => editions))];
}

/** @returns the reference of an element, in which other editions are hidden; an empty edition hides nothing */
export function useSteps(edition: string) {
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    article.current?.setAttribute('data-edition', edition);
    for (const element of article.current?.querySelectorAll<HTMLElement>('[data-editions]') ?? []) {
      const editions = element.dataset['editions']?.split(' ') ?? [];
      element.classList.toggle('of-other-edition', edition !== '' && !editions.includes(edition));
    }
  });
  return article;
}
