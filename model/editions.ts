// The editions: named, pinned sets of rules by which an implementation can be judged.

/** The subject of an edition: module loaders, or servers that load the modules of an app. */
export type Family = 'node' | 'deployd';

/**
 * One edition: what a text says, what a release line does, or what all release lines of the family do. The last is never
 * written on a page: it follows from the expectations of the lines.
 */
export interface Edition {
  readonly id: string;
  readonly family: Family;
  readonly kind: 'text' | 'common' | 'release';
  readonly title: string;
  /** The release line, named after its first release; only a `release` has one. */
  readonly line?: string;
  /** The releases of that line on which the expectations were last verified. */
  readonly verifiedOn?: readonly string[];
  /** The releases of that line for Windows on which the expectations were last verified, such as `20.20.2 win32`. */
  readonly verifiedOnWindows?: readonly string[];
}

export const editions: readonly Edition[] = [
  { id: 'locked', family: 'node', kind: 'text', title: 'the text "Modules" of Node 4.1.0' },
  { id: 'node-all', family: 'node', kind: 'common', title: 'what every Node line does' },
  nodeEdition('0.10', '0.10.48'),
  nodeEdition('0.12', '0.12.18'),
  nodeEdition('4', '4.9.1'),
  nodeEdition('6', '6.17.1'),
  nodeEdition('8', '8.17.0'),
  nodeEdition('10', '10.24.1'),
  nodeEdition('12', '12.22.12'),
  nodeEdition('14', '14.21.3', '14.21.3'),
  nodeEdition('16', '16.20.2', '16.20.2'),
  nodeEdition('18', '18.20.8', '18.20.8'),
  nodeEdition('20', '20.20.2', '20.20.2'),
  nodeEdition('22', '22.23.3', '22.23.3'),
  nodeEdition('24', '24.15.0', '24.21.0'),
  nodeEdition('26', '26.10.0', '26.10.0'),
  { id: 'deployd-locked', family: 'deployd', kind: 'text', title: 'the text "Creating a Module" of Deployd' },
  deploydEdition('0.6', '0.6.10', '0.7.0'),
  deploydEdition('0.8', '0.8.8'),
  deploydEdition('0.8.9', '0.8.9', '0.8.10'),
  deploydEdition('1', '1.0.0'),
  deploydEdition('1.1', '1.1.2', '1.2.0'),
];

/** The default edition of loaders: the line whose documentation is a source of the pages. */
export const currentEdition = 'node-24';

export const editionIds: readonly string[] = editions.map((edition) => edition.id);

/** The ids of the editions of module loaders. */
export function nodeEditions(): string[] {
  return editions.filter(({ family }) => family === 'node').map(({ id }) => id);
}

/** The edition with this id, or undefined. */
export function findEdition(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}

/**
 * These editions and, if every line of a family is among them, the edition of what all its lines do.
 * @param ids in release order
 */
export function withCommonEditions(ids: readonly string[]): string[] {
  const isComplete = (family: Family) => releasedEditions(family).every(({ id }) => ids.includes(id));
  return editions
    .filter(({ id, family, kind }) => ids.includes(id) || (kind === 'common' && isComplete(family)))
    .map(({ id }) => id);
}

/** The release lines of a family, oldest first. */
export function releasedEditions(family: Family): Edition[] {
  return editions.filter((edition) => edition.family === family && edition.kind === 'release');
}

/** The releases on which a case with these needs is verified in an edition; undefined where it is verified on none. */
export function verifiedReleases(edition: string, needs: readonly string[]): readonly string[] | undefined {
  const { verifiedOn, verifiedOnWindows } = findEdition(edition) ?? {};
  return needs.includes('windows')
    ? verifiedOnWindows
    : verifiedOn?.map((release) => onFileSystem(release, needs));
}

/** A release as evidence names it, such as `20.20.2 on a case-insensitive file system` for a case that can be asked on no other. */
export function onFileSystem(release: string, needs: readonly string[]): string {
  const kind = fileSystemNeeds.find((need) => needs.includes(need));
  return kind === undefined ? release : `${release} on a ${kind} file system`;
}

/** Whether a case is asked on a file system that finds names by other spellings, and not on Windows. */
export function needsOtherSpellings({ needs }: { readonly needs: readonly string[] }): boolean {
  return !needs.includes('windows') && fileSystemNeeds.some((need) => needs.includes(need));
}

const fileSystemNeeds = ['normalization-insensitive', 'case-insensitive'];

/**
 * The edition of the Node line that a version such as `4.9.1` belongs to. A version between two recorded lines
 * (5.12.0) belongs to the older one, because nothing newer was recorded. Undefined before 0.10.
 */
export function editionOfNodeVersion(version: string): Edition | undefined {
  return newestReached('node', version);
}

/** The edition of the Deployd release line that a version such as `0.8.10` belongs to. Undefined before 0.6. */
export function editionOfDeploydVersion(version: string): Edition | undefined {
  return newestReached('deployd', version);
}

function newestReached(family: Family, version: string): Edition | undefined {
  const wanted = numbersOf(version.replace(/^v/, ''));
  return releasedEditions(family)
    .filter(({ line = '' }) => isReached(numbersOf(line), wanted))
    .at(-1);
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

function isReached(line: readonly number[], version: readonly number[]): boolean {
  for (const [index, number] of line.entries()) {
    const reached = version[index] ?? 0;
    if (reached !== number) return reached > number;
  }
  return true;
}

/** @param windows the release that was verified on Windows, which npm does not have of all releases */
function nodeEdition(line: string, release: string, windows?: string): Edition {
  return {
    id: `node-${line}`,
    family: 'node',
    kind: 'release',
    title: `what Node ${line} does`,
    line,
    verifiedOn: [release],
    ...(windows === undefined ? {} : { verifiedOnWindows: [`${windows} win32`] }),
  };
}

function deploydEdition(line: string, ...verifiedOn: string[]): Edition {
  const title = `what Deployd does from ${line} on`;
  return { id: `deployd-${line}`, family: 'deployd', kind: 'release', title, line, verifiedOn };
}
