// Is loaded before a host script by a real Node, and writes down which blocks of Node's own scripts the process of that
// host ran. Node ships its scripts compiled without counters, so what is compiled is thrown away first. That
// only works for functions that are not running, so a host that this file loads starts on a turn of its own. Where Node itself preloads
// modules for a program, this file is the last of them and must not delay the program; functions that run at that time are not counted there.
'use strict';

const { Session } = require('node:inspector');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

const { MODSPEC_COVERAGE: folder, MODSPEC_COVERED: scripts } = process.env;
delete process.env.MODSPEC_COVERAGE;
delete process.env.MODSPEC_COVERED;

if (require.main === module) {
  process.argv.splice(1, 1);
  setImmediate(() => {
    count();
    require(path.resolve(process.argv[1]));
  });
} else {
  // No program may see this file.
  module.parent.children.pop();
  delete require.cache[__filename];
  // Threads that the program starts preload it again.
  if (folder !== undefined) count();
}

function count() {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  collect();
  collect();
  // From here on nothing may be thrown away, because its counters would go with it.
  v8.setFlagsFromString('--no-stress-flush-code');
  v8.setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const urls = new Set(scripts.split(' '));
  const tell = once(() => {
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw new Error(error.message);
      const told = taken.result.filter(({ url }) => urls.has(url));
      const file = path.join(folder, `${process.pid}-${process.hrtime.bigint()}.json`);
      writeFileSync(file, JSON.stringify(told));
    });
  });
  process.on('exit', tell);
  // A host that was asked to stop leaves without the event.
  const { reallyExit } = process;
  process.reallyExit = (code) => {
    tell();
    reallyExit.call(process, code);
  };
}

function once(action) {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
