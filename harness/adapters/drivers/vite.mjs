// The module runner of Vite, in the process of its server. Resolutions are asked of the environment that it runs in.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extensions, ofThisNode, rejection, requireIn } from './installed.mjs';

export async function open({ folder }) {
  const vite = await import(pathToFileURL(requireIn(folder).resolve('vite')).href);
  const serverFor = viteServers(vite.createServer);
  return {
    ...ofThisNode,
    async importModule(entry, context) {
      const { environments } = await serverFor(context);
      const options = { hmr: false, sourcemapInterceptor: false };
      await vite.createServerModuleRunner(environments.ssr, options).import(entry);
    },
    async resolveImport(specifier, referrer, context) {
      const { environments } = await serverFor(context);
      const file = path.isAbsolute(referrer) ? referrer : fileURLToPath(referrer);
      const found = await environments.ssr.pluginContainer.resolveId(specifier, file);
      if (!found) throw rejection('it finds no module');
      return found.id;
    },
  };
}

/**
 * The server of a folder. A program may still import when its entry has ended, so a server is closed only when that of
 * another folder is wanted.
 */
export function viteServers(createServer) {
  let current = {};
  return async ({ root, conditions }) => {
    if (current.root === root) return current.server;
    await current.server?.close();
    current = { root, server: await createServer(settings(root, conditions)) };
    return current.server;
  };
}

/** It adds the condition `import` itself. What it leaves to Node, Node resolves again with the conditions that it was started with. */
function resolvingWith(added) {
  const conditions = ['node', 'module-sync', 'node-addons', ...added];
  return { mainFields: ['main'], extensions, conditions, externalConditions: conditions };
}

const settings = (root, added) => ({
  root,
  configFile: false,
  envFile: false,
  logLevel: 'silent',
  appType: 'custom',
  cacheDir: mkdtempSync(path.join(tmpdir(), 'vite-')),
  optimizeDeps: { noDiscovery: true, include: [] },
  resolve: resolvingWith(added),
  environments: { ssr: { resolve: resolvingWith(added) } },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
