// The help: keys, and examples of queries.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Model } from '../../model/model.ts';
import { quoteName } from '../../query/quote-name.ts';
import { keyHelp } from './keyboard.ts';

type Examples = readonly (readonly [string, string])[];

/** The examples name an implementation of the report. */
function queriesWith(name: string, other: string): Examples {
  return [
    ['folder "real path" -index', 'words and phrases of titles, ids and specifiers; a minus excludes one'],
    ['text:main.js', 'also what is asked, expected and in the files'],
    [
      'status:fail,crash',
      'an implementation has one of these verdicts; bad is every verdict except pass and skip',
    ],
    [`impl:${name} status:fail`, 'only this implementation'],
    [`${name}:fail ${other}:pass`, 'each of these implementations has this verdict'],
    ['is:disagreement', 'some implementations pass and others fail'],
    [`only:${name}`, 'only this implementation fails'],
    [`differs:${name}`, 'this implementation differs from a Node of the same edition'],
    ['fails:>3', 'more than three implementations fail; also fails:3 and fails:<3'],
    ['step:LOAD_AS_FILE*', 'a loader left the algorithm there'],
    ['instead:"another file"', 'this was observed instead'],
    ['is:changing', 'editions expect different results'],
    ['level:resolve rule:folder-*', 'level, rule, case, page, needs, requirement, edition'],
    ['status:crash or status:timeout', 'at least one side matches'],
  ];
}

interface HelpProps {
  readonly model: Model;
  readonly onClose: () => void;
}

export function Help({ model, onClose }: HelpProps) {
  const names = [...new Set(model.columns.map(({ name }) => quoteName(name)))];
  const [name = 'NAME', other = 'OTHER'] = names;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys and queries</h2>
      <Definitions of={keyHelp} />
      <h3>Queries</h3>
      <p>A case must match every term. The address contains the query, so a link keeps it.</p>
      <Definitions of={queriesWith(name, other)} />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Definitions({ of }: { readonly of: Examples }) {
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
