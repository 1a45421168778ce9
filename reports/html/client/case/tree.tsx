// The tree of a case: a drawing, and its files.

import type { TreeEntry } from '../../../../model/case.ts';
import { fileListing, treeLines } from '../../model/tree-lines.ts';
import { Code } from './code.tsx';

export function Tree({ entries }: { readonly entries: readonly TreeEntry[] }) {
  if (entries.length === 0) return null;
  const drawn = entries.length > 1 || entries.some((entry) => entry.kind !== 'file' || entry.text === '');
  return (
    <div class="tree-and-files">
      {drawn && <Drawing entries={entries} />}
      <div class="files">
        {entries.map((entry) => (
          <File key={entry.path} entry={entry} />
        ))}
      </div>
    </div>
  );
}

function Drawing({ entries }: { readonly entries: readonly TreeEntry[] }) {
  return (
    <ul class="tree" aria-label="Tree">
      {treeLines(entries).map(({ strokes, name, kind, note }) => (
        <li key={`${strokes}${name}${note}`} class={`entry-${kind}`}>
          <span class="strokes" aria-hidden="true">
            {strokes}
          </span>
          {name} {note !== '' && <span class="hint">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

function File({ entry }: { readonly entry: TreeEntry }) {
  const listing = fileListing(entry);
  if (!listing) return null;
  const { path, text, note } = listing;
  return (
    <figure class="file">
      <figcaption>
        {path} {note !== '' && <span class="hint">{note}</span>}
      </figcaption>
      <Code text={text} plain={note !== ''} />
    </figure>
  );
}
