// The process of `modspec exec`: it takes the launcher's own words off the command line and becomes the program.

import { runProgram } from '../../reference/index.ts';

const [node = '', , edition = 'locked', entry = '', ...rest] = process.argv;
process.argv = [node, entry, ...rest];
runProgram(entry, { edition, environment: process.env });
