// The help: keys, and examples of queries.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyHelp } from './keyboard.ts';

const queries: readonly (readonly [string, string])[] = [
  ['folder "real path" -index', 'words and phrases; a minus excludes one'],
  [
    'status:fail,crash',
    'an implementation has one of these verdicts; bad is every verdict except pass and skip',
  ],
  ['impl:bun status:fail', 'only this implementation'],
  ['bun:fail node:pass', 'each of these implementations has this verdict'],
  ['is:disagreement', 'some implementations pass and others fail'],
  ['only:bun', 'only this implementation fails'],
  ['differs:bun', 'this implementation differs from a Node of the same edition'],
  ['is:changing', 'editions expect different results'],
  ['level:resolve rule:folder-*', 'level, rule, case, page, needs, requirement, edition'],
  ['status:crash or status:timeout', 'at least one side matches'],
];

export function Help({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys and queries</h2>
      <Definitions of={keyHelp} />
      <h3>Queries</h3>
      <p>A case must match every term. The address contains the query, so a link keeps it.</p>
      <Definitions of={queries} />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Definitions({ of }: { readonly of: readonly (readonly [string, string])[] }) {
  return (
    <dl class="definitions">
      {of.map(([term, meaning]) => (
        <div key={term}>
          <dt>
            <code>{term}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
