// The surroundings of a run: its temporary folder, and a first host that is already starting.

import { tmpdir } from 'node:os';
import { AdapterError } from '../../model/adapter-error.ts';
import type { Contain } from '../../model/contain.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { cacheFolder } from '../adapters/cache-folder.ts';
import { startCell } from '../hosts/cell.ts';
import { openWorkspace, type Workspace } from '../trees/workspace.ts';
import type { HeadStart } from './make-run.ts';
import { introduce } from './run-cases.ts';

export interface Place {
  readonly workspace: Workspace;
  readonly headStart: HeadStart | undefined;
  /** Removes the folder and ends what runs in it; a folder with kept trees stays. */
  close(): void;
}

export interface PlaceOptions {
  readonly contain: Contain;
  /** Whether trees are kept; they then lie on a disk. */
  readonly keep: boolean;
}

/**
 * The first host starts while the cases are still being read.
 * @throws {AdapterError} if the system does not keep the implementations in, and has to
 */
export async function openPlace(
  [adapter]: readonly Adapter[],
  { keep, contain }: PlaceOptions,
): Promise<Place> {
  const workspace = await openWorkspace(
    keep ? tmpdir() : undefined,
    contain === 'off' ? undefined : (root) => startCell(root, cacheFolder()),
  );
  if (contain === 'required') checkContained(workspace);
  const headStart = adapter && startEarly(adapter, workspace);
  const close = () => {
    headStart?.introduced.then(({ firstHost }) => firstHost?.close()).catch(() => undefined);
    if (keep) workspace.abandon();
    else workspace.remove();
  };
  return { workspace, headStart, close };
}

function startEarly(adapter: Adapter, workspace: Workspace): HeadStart {
  const introduced = introduce(adapter, workspace);
  introduced.catch(() => undefined);
  return { adapter, introduced };
}

function checkContained(workspace: Workspace): void {
  const { containment } = workspace;
  if (containment?.reason === undefined) return;
  workspace.remove();
  throw new AdapterError(
    `--contain required: the system does not offer it: ${containment.reason}; allow namespaces of users, or use --contain auto`,
  );
}
