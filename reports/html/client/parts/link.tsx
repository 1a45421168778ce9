// A link to another place in the report. Following it loads nothing.

import type { ComponentChildren } from 'preact';
import type { Route } from '../../model/route.ts';
import type { Shared } from './shared.ts';

interface LinkProps {
  readonly shared: Shared;
  readonly to: Partial<Route>;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
}

export function Link({ shared: { go, href }, to, children, ...more }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={href(to)} onClick={follow} {...more}>
      {children}
    </a>
  );
}
