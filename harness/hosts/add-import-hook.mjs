// Adds the hook that says what `import` resolves to after all that a loader has added. Where hooks are functions of the same
// thread, they come before the others.

import module from 'node:module';
import * as hook from './import-hook.mjs';

if (module.registerHooks) module.registerHooks({ resolve: hook.resolveAtOnce });
else module.register('./import-hook.mjs', import.meta.url);
