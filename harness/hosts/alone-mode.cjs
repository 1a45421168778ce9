// The modes `alone` and `thread`: one case, whose program ends the process or the thread as it would end Node. ES5 without
// dependencies, like host.cjs.
'use strict';

var asking = require('./answers.cjs');
var output = require('./catch-output.cjs');
var settling = require('./settle.cjs');
var thread = require('./thread.cjs');

/** Standard output is also sent in messages, so that none of it is lost when the program ends the thread. */
exports.serveInThread = function serveInThread(driver, request) {
  output.catchOutput(function (text) {
    thread.tell({ stdout: text });
  });
  serveAlone(driver, request, thread.tell);
};

exports.serveAlone = serveAlone;

function serveAlone(driver, request, tell) {
  // Not set before, because the Node of this host would have loaded what it names.
  if (request.environment.NODE_OPTIONS !== undefined)
    process.env.NODE_OPTIONS = request.environment.NODE_OPTIONS;
  tell({ ready: true });
  var program = request.questions.filter(function (question) {
    return question.kind === 'run';
  })[0];
  asking.answerAll(driver, request, asking.resolutionsOf(request), null, function (answers, declined) {
    if (declined !== undefined) return tell({ skipped: true, reason: declined });
    tell({ answers: answers });
    if (program) runNaturally(driver, program, asking.contextOf(request), tell);
  });
}

/** Runs the entry as the program of this process or thread. Its end and its output are observed from outside. */
function runNaturally(driver, question, context, tell) {
  process.argv = [process.argv[0], question.entry].concat(context.arguments);
  if (asking.isEsModule(question.entry)) tellUncaught(tell);
  settling.settle(
    function () {
      return (driver.runAlone || driver.run)(question.entry, context);
    },
    function (error) {
      if (!error) return;
      tell({ uncaught: settling.describeError(error.thrown) });
      throw error.thrown;
    }
  );
}

/** Node waits for an entry that is an ES module by itself, so that its error comes back to nobody here. */
function tellUncaught(tell) {
  process.on('uncaughtExceptionMonitor', function (error) {
    tell({ uncaught: settling.describeError(error) });
  });
}
