// The program of the process that asks `import`. Its hook answers the questions on stdin; those about `import.meta.resolve` come on
// descriptor 3, because only this thread has that function.

import { answerLines } from './answer-lines.mjs';

answerLines(3, (specifier, parent) => import.meta.resolve(specifier, parent));
import('ask:');
