// The overlay with keys and the query language.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyHelp } from './keyboard.ts';

const queries: readonly (readonly [string, string])[] = [
  ['folder "real path" -index', 'words and phrases; - excludes one'],
  ['status:fail,crash', 'an implementation has one of these verdicts; bad means any of them'],
  ['impl:bun status:fail', 'only this implementation'],
  ['bun:fail node:pass', 'verdicts of several implementations'],
  ['is:disagreement', 'some pass, some fail'],
  ['only:bun', 'only this implementation fails'],
  ['differs:bun', 'differs from a Node judged by the same edition'],
  ['is:changing', 'the editions expect different things'],
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
      <p>Every term must hold. The query is part of the address, so a link keeps it.</p>
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
