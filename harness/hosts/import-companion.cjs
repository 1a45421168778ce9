// Asks the Node of this process what `import` resolves to. Only a hook of that Node gets the answer without loading the
// file, and hooks would change every other case; so another process of the same Node has them. ES5 without dependencies,
// like host.cjs, but asked only where there are promises.
'use strict';

var path = require('path');
var pathToFileURL = require('url').pathToFileURL;
var setting = require('./put-back.cjs');

// Programs in this process may replace these functions.
var parse = JSON.parse;
var stringify = JSON.stringify;
// The folder of a case does not last; hooks of loaders look at the working folder.
var folder = process.cwd();
var variables = setting.copyOf(process.env);
// Loaded when it is needed, because most hosts never ask.
var spawn;

var current;

/**
 * @param by `import` or `import.meta.resolve`
 * @returns a promise of the URL, rejected with the name, code and message of the error
 */
exports.ask = function ask(by, specifier, referrer, context) {
  var started = startVariables(context.environment);
  if (!current || current.started !== stringify(started)) current = start(started);
  return current.ask(by, { specifier: specifier, referrer: referrer, environment: context.environment });
};

/** Node reads these only when it starts, so that cases which set them get another process. */
function startVariables(environment) {
  var chosen = {};
  ['NODE_OPTIONS', 'NODE_PRESERVE_SYMLINKS', 'NODE_PRESERVE_SYMLINKS_MAIN'].forEach(function (name) {
    if (environment[name] !== undefined) chosen[name] = environment[name];
  });
  return chosen;
}

function start(started) {
  if (current) current.end();
  spawn = spawn || require('child_process').spawn;
  var child = spawn(process.execPath, flags(), {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    env: withAll(variables, started)
  });
  var streams = { import: child.stdin, 'import.meta.resolve': child.stdio[3] };
  var waiting = [];
  var rest = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', function (chunk) {
    var lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(function (line) {
      settle(waiting.shift(), parse(line));
      if (waiting.length === 0) setAside('unref');
    });
  });
  child.on('close', function () {
    if (current === companion) current = undefined;
    waiting.splice(0).forEach(function (asked) {
      asked.reject(new Error('the process that asks import has ended'));
    });
  });
  // Its end says the same.
  child.on('error', function () {});
  Object.keys(streams).forEach(function (by) {
    streams[by].on('error', function () {});
  });
  setAside('unref');

  /** While nothing is asked, the child does not keep this process alive. */
  function setAside(method) {
    [child].concat(child.stdio).forEach(function (one) {
      if (one) one[method]();
    });
  }

  var companion = {
    started: stringify(started),
    ask: function (by, question) {
      return new Promise(function (resolve, reject) {
        setAside('ref');
        waiting.push({ resolve: resolve, reject: reject });
        streams[by].write(stringify(question) + '\n');
      });
    },
    end: function () {
      child.kill('SIGKILL');
    }
  };
  return companion;
}

function withAll(table, more) {
  var all = setting.copyOf(table);
  Object.keys(more).forEach(function (name) {
    all[name] = more[name];
  });
  return all;
}

function flags() {
  return ['--no-warnings', '--experimental-import-meta-resolve'].concat(
    hookFlags(),
    path.join(__dirname, 'import-asker.mjs')
  );
}

/**
 * A Node that was started with hooks of a loader gets the asking hook after them, because the last hook asks all that were
 * before. Only Node 20 and newer have such hooks.
 */
function hookFlags() {
  if (process.execArgv.length === 0) return ['--experimental-loader', urlOf('import-hook.mjs')];
  return process.execArgv.concat('--import', urlOf('add-import-hook.mjs'));
}

/** A URL, because a path with a drive looks like one of another scheme. */
function urlOf(name) {
  return pathToFileURL(path.join(__dirname, name)).href;
}

function settle(asked, answer) {
  if (answer.error) asked.reject(answer.error);
  else asked.resolve(answer.url);
}
