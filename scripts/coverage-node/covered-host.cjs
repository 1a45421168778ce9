// Is loaded before a host script by a real Node, and writes down which blocks of Node's own scripts the process of that
// host ran. Node ships its scripts compiled without counters, so what is compiled is thrown away first; that
// only works for functions that are not running, which is why the host starts on a turn of its own.
'use strict';

const { Session } = require('node:inspector');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

const folder = process.env.MODSPEC_COVERAGE;
const scripts = new Set(process.env.MODSPEC_COVERED.split(' '));
delete process.env.MODSPEC_COVERAGE;
delete process.env.MODSPEC_COVERED;
process.argv.splice(1, 1);
v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

setImmediate(() => {
  collect();
  collect();
  // From here on nothing may be thrown away, because its counters would go with it.
  v8.setFlagsFromString('--no-stress-flush-code');
  v8.setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const tell = once(() => {
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw new Error(error.message);
      const told = taken.result.filter(({ url }) => scripts.has(url));
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
  require(path.resolve(process.argv[1]));
});

function once(action) {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
