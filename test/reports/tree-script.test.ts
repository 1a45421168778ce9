import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { test } from 'tap';
import { buildTree } from '../../harness/trees/build-tree.ts';
import type { TreeEntry } from '../../model/case.ts';
import { treeScript } from '../../reports/parts/tree-script.ts';
import { loadCatalog } from '../../suite/cases/load-catalog.ts';
import { scratchFolder } from '../cli/modspec.ts';

const odd: TreeEntry[] = [
  { kind: 'file', path: "it's odd/-n.js", text: '%s\\n $HOME `x` "\n\n' },
  { kind: 'file', path: 'root.js', text: "'<tree>/a'<tree>" },
  { kind: 'bytes', path: 'bytes', base64: 'AP/+Cg==' },
  { kind: 'folder', path: 'empty/inner' },
  { kind: 'file', path: 'no-newline.js', text: 'x', mode: '600' },
  { kind: 'symlink', path: 'link', target: '<tree>/root.js' },
];

/** The trees of the cases with the most kinds of entries, one page each, and one that is odder. */
const trees = loadCatalog(undefined)
  .pages.flatMap(({ cases }) => [...cases].sort((a, b) => b.tree.length - a.tree.length).slice(0, 1))
  .map(({ id, tree }) => ({ id, tree }));

for (const { id, tree } of [{ id: 'odd names and contents', tree: odd }, ...trees]) {
  test(`the script makes the tree of ${id}`, async (t) => {
    const folder = realpathSync(scratchFolder(t));
    const built = path.join(folder, 'built');
    buildTree(built, tree);
    const wanted = contentsOf(built);
    await execa('sh', ['-e'], { cwd: await emptyTwin(folder), input: treeScript(tree) });
    t.strictSame(contentsOf(path.join(folder, 'twin')), wanted);
  });
}

async function emptyTwin(folder: string): Promise<string> {
  const twin = path.join(folder, 'twin');
  await execa('mkdir', [twin]);
  return twin;
}

/** What lies in a folder; its own path is written as `<tree>`. */
function contentsOf(root: string, folder = root): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const name = path.relative(root, file);
    const own = (text: string) => text.replaceAll(root, '<tree>');
    if (entry.isSymbolicLink()) found[name] = `-> ${own(readlinkSync(file))}`;
    else if (entry.isDirectory()) Object.assign(found, { [name]: 'folder' }, contentsOf(root, file));
    else found[name] = `${statSync(file).mode.toString(8)} ${own(readFileSync(file, 'latin1'))}`;
  }
  return found;
}
