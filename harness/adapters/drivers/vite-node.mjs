// vite-node: its runner and its server in one process.

import { pathToFileURL } from 'node:url';
import { ofThisNode, requireIn } from './installed.mjs';
import { viteServers } from './vite.mjs';

export async function open({ folder }) {
  const load = async (name) => import(pathToFileURL(requireIn(folder).resolve(name)).href);
  const [{ createServer }, { ViteNodeServer }, { ViteNodeRunner }] = [
    await load('vite'),
    await load('vite-node/server'),
    await load('vite-node/client'),
  ];
  const serverFor = viteServers(createServer);
  const run = async (entry, context) => {
    const { root } = context;
    const server = await serverFor(context);
    const node = new ViteNodeServer(server);
    const runner = new ViteNodeRunner({
      root,
      base: server.config.base,
      fetchModule: (id) => node.fetchModule(id),
      resolveId: (id, importer) => node.resolveId(id, importer),
    });
    await runner.executeFile(entry);
  };
  return { ...ofThisNode, run, importModule: run };
}
