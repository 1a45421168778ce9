// Node's own scripts: their texts, as a running Node gives them, and the blocks in them.

import { type AnyNode, parse } from 'acorn';
import { execa } from 'execa';
import { walk } from '../strength/syntax.ts';

/**
 * The scripts that `require` and `import` go through, as the inspector names them. No line has all of them. The one that runs only in the
 * thread of hooks is left out.
 */
export const scripts: readonly string[] = [
  'cjs/loader',
  'customization_hooks',
  'esm/assert',
  'esm/create_dynamic_module',
  'esm/formats',
  'esm/get_format',
  'esm/hooks',
  'esm/initialize_import_meta',
  'esm/load',
  'esm/loader',
  'esm/module_job',
  'esm/module_map',
  'esm/package_config',
  'esm/resolve',
  'esm/translators',
  'esm/utils',
  'helpers',
  'package_json_reader',
  'run_main',
  'typescript',
].map((name) => `node:internal/modules/${name}`);

/** A function, or one branch of a decision in it. */
export interface ScriptBlock {
  /** Such as `Module._load`, and `Module._load if:2` for the branch of the second `if` in it. */
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** By name of the script, its text. */
export async function readScripts(node: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await execa(node, ['-e', teller, ...scripts], { maxBuffer: 2 ** 26 });
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, string>));
}

/** Does what has the scripts loaded that Node loads when it first needs them. */
const teller = `
const { Session } = require('node:inspector');
const session = new Session();
session.connect();
const ids = new Map();
session.on('Debugger.scriptParsed', ({ params }) => ids.set(params.url, params.scriptId));
const { register, stripTypeScriptTypes } = require('node:module');
stripTypeScriptTypes?.('');
import('data:text/javascript,import.meta.url; import fs from "node:fs"').then(() => {
  register('data:text/javascript,');
  session.post('Debugger.enable');
  const texts = {};
  for (const url of process.argv.slice(1)) {
    if (!ids.has(url)) continue;
    session.post('Debugger.getScriptSource', { scriptId: ids.get(url) }, (error, told) => {
      if (error) throw new Error(url + ': ' + error.message);
      texts[url] = told.scriptSource;
    });
  }
  console.log(JSON.stringify(texts));
});
`;

/** The blocks of a script in order, without the code that runs when the script is loaded. */
export function scriptBlocks(text: string): ScriptBlock[] {
  const wrapped = parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'script',
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    locations: true,
  });
  const blocks: ScriptBlock[] = [];
  const counts = new Map<string, number>();
  const add = (name: string, node: AnyNode, kind?: string) => {
    const full = kind === undefined ? name : `${name} ${kind}`;
    const ordinal = (counts.get(full) ?? 0) + 1;
    counts.set(full, ordinal);
    const isFirstFunction = kind === undefined && ordinal === 1;
    const { start, end } = node;
    blocks.push({
      name: isFirstFunction ? full : `${full}:${ordinal}`,
      line: node.loc?.start.line ?? 0,
      start,
      end,
    });
  };
  walk(wrapped, (node, above) => {
    const name = functionName(node, above, text);
    if (isFunction(node)) add(name ?? 'top', node);
    else if (name !== undefined) for (const [kind, arm] of armsOf(node)) add(name, arm, kind);
  });
  return blocks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function isFunction(node: AnyNode): boolean {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** The name of the function that a node is, or lies in. */
function functionName(node: AnyNode, above: readonly AnyNode[], text: string): string | undefined {
  const path = [node, ...above];
  const index = path.findIndex(isFunction);
  const found = path[index];
  if (!found) return undefined;
  if (found.type === 'FunctionDeclaration' && found.id) return found.id.name;
  if (found.type === 'FunctionExpression' && found.id) return found.id.name;
  const holder = path[index + 1];
  if (holder?.type === 'AssignmentExpression') return text.slice(holder.left.start, holder.left.end);
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name;
  if (holder?.type === 'Property' || holder?.type === 'MethodDefinition')
    return text.slice(holder.key.start, holder.key.end);
  const outer = functionName(path[index + 1] ?? found, path.slice(index + 2), text);
  return `${outer ?? 'top'} inner`;
}

function armsOf(node: AnyNode): [string, AnyNode][] {
  switch (node.type) {
    case 'IfStatement':
      return [
        ['if', node.consequent],
        ...(node.alternate ? [['else', node.alternate] as [string, AnyNode]] : []),
      ];
    case 'ConditionalExpression':
      return [
        ['then', node.consequent],
        ['otherwise', node.alternate],
      ];
    case 'LogicalExpression':
      return [[node.operator, node.right]];
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [['loop', node.body]];
    case 'SwitchCase':
      return [['case', node]];
    case 'CatchClause':
      return [['catch', node.body]];
    case 'BlockStatement':
      return restsOf(node);
    default:
      return [];
  }
}

/** What follows a statement that may leave the block. */
function restsOf({ body, end }: Extract<AnyNode, { type: 'BlockStatement' }>): [string, AnyNode][] {
  return body
    .slice(1)
    .flatMap((statement, index): [string, AnyNode][] =>
      /^(?:If|Try|Switch|For|ForOf|While)Statement$/.test(body[index]?.type ?? '')
        ? [['rest', { ...statement, end }]]
        : [],
    );
}
