// The change between two runs as a bar: what passes in both, what was lost, what was gained, and the rest.

import { element } from './xml.ts';

export interface Delta {
  readonly asked: number;
  /** Passed on the side where fewer pass. */
  readonly passed: number;
  readonly lost: number;
  readonly gained: number;
}

export function deltaBarHtml({ asked, passed, lost, gained }: Delta): string {
  const share = (count: number) => (asked === 0 ? 0 : (count / asked) * 100);
  const kept = Math.max(0, share(passed) - share(Math.min(lost, gained)));
  // A change of one case in thousands still has to be seen.
  const seen = (count: number) => (count === 0 ? 0 : Math.max(0.6, share(count)));
  const parts = [
    ['kept', kept],
    ['lost', seen(lost)],
    ['gained', seen(gained)],
  ] as const;
  let x = 0;
  const drawn = parts.map(([name, width]) => {
    const rect = element('rect', { class: `delta-${name}`, x, width, height: 10 });
    x += width;
    return rect;
  });
  return element(
    'svg',
    {
      class: 'delta',
      viewBox: '0 0 100 10',
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': `${lost} lost, ${gained} gained`,
    },
    drawn,
  );
}
