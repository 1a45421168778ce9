// The process of `modspec exec`: it removes its own arguments from `process.argv` and runs the program.

import { runProgram } from '../../reference/index.ts';

const [node = '', , edition = 'locked', entry = '', ...rest] = process.argv;
process.argv = [node, entry, ...rest];
runProgram(entry, { edition, environment: process.env });
