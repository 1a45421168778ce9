// The tree of a case: a drawing, and its files.

import type { TreeEntry } from '../../../../model/case.ts';
import { treeLines } from '../../model/tree-lines.ts';
import { Code } from './code.tsx';

const longest = 4000;

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
  if (entry.kind === 'bytes')
    return <Listing path={entry.path} text={escapeBytes(entry.base64)} note="exact bytes" />;
  if (entry.kind !== 'file' || entry.text === '') return null;
  return <Listing path={entry.path} text={entry.text} note="" />;
}

function Listing({
  path,
  text,
  note,
}: {
  readonly path: string;
  readonly text: string;
  readonly note: string;
}) {
  return (
    <figure class="file">
      <figcaption>
        {path} {note !== '' && <span class="hint">{note}</span>}
      </figcaption>
      <Code text={text.length > longest ? `${text.slice(0, longest)}…` : text} plain={note !== ''} />
    </figure>
  );
}

/** Writes bytes as a JavaScript string does. */
function escapeBytes(base64: string): string {
  const binary = atob(base64);
  return [...binary.slice(0, longest)].map(escapeByte).join('');
}

function escapeByte(character: string): string {
  if (character === '\n') return '\\n\n';
  if (character >= ' ' && character <= '~') return character;
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
