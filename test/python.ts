// The machine's Python. A version manager puts a script in its place that takes ten times as long to start, so the
// programs under test are given the folder that Python itself lies in.

import path from 'node:path';
import { execa } from 'execa';

const { failed, stdout } = await execa('python3', ['-c', 'import sys; print(sys.executable)'], {
  reject: false,
});
if (!failed) process.env['PATH'] = `${path.dirname(stdout)}${path.delimiter}${process.env['PATH']}`;

/** Why tests that need Python can't be run here; false when they can. */
export const noPython: string | false = failed ? 'this machine has no python3' : false;
