// Lets Node import TypeScript: `node --import ./scripts/typescript.mjs FILE.ts`. All imports name files with their extension, so
// that only the texts have to be changed.

import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
