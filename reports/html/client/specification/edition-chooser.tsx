// The steps of one edition: on a page with algorithms a reader chooses an edition, and steps and operations of others are hidden.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RuleItem } from '../../model/model.ts';
import type { Shared } from '../parts/shared.ts';

interface EditionChooserProps {
  readonly shared: Shared;
  /** Those whose steps the page has; none where it has no algorithm. */
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

/** The editions that reach one of the operations, in their order. */
export function editionsOf(rules: readonly RuleItem[]): string[] {
  return [...new Set(rules.flatMap(({ editions = [] }) => editions))];
}

/** Hides what is not of the edition in the element that gets the reference; an empty edition shows all. */
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
