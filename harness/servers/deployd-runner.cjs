// Runs the real Deployd on the app in the working folder, without changes to Deployd and without a database. The first
// argument is the folder of the package. The second, if any, requests a substitute for a database that answers: Deployd
// before 0.8 can't serve a request without one.
'use strict';

var answerAsDatabase = require('./empty-database.cjs');

var env = process.env;
var marker = env.MODSPEC_MARKER;

if (process.argv[3] === 'empty-database') answerAsDatabase(start);
else start(1);

/** Nothing listens at port 1, so Deployd sees a database that is down. */
function start(databasePort) {
  var deployd = require(process.argv[2]);
  var server = deployd({
    port: Number(env.MODSPEC_PORT),
    host: '127.0.0.1',
    env: env.MODSPEC_ENVIRONMENT,
    db: { host: '127.0.0.1', port: databasePort, name: 'modspec' }
  });
  server.on('listening', function () {
    console.log(marker);
    process.stdin.on('data', printMarkers);
  });
  server.listen();
}

/** Prints a marker for each line that was read. */
function printMarkers(lines) {
  var index;
  for (index = String(lines).split('\n').length; index > 1; index--) console.log(marker);
}
