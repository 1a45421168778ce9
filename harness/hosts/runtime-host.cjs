// The host for runtimes that offer Node's modules but are not Node: Bun and Deno. It is a host like node-host.cjs; or it
// is preloaded, and the runtime itself then runs the program.
'use strict';

var Module = require('module');
var url = require('url');
var util = require('util');
var asking = require('./answers.cjs');
var host = require('./host.cjs');

var isBun = Boolean(process.versions.bun);
// Bun does not evaluate a preloaded file to its end that leaves the cache too early, and puts it there again if it leaves a
// little later. Six turns of the queue of promises are enough; the program begins when this queue is empty.
var turnsUntilLoaded = isBun ? 20 : 0;

var driver = {
  // Deno can't write to descriptor 3; its adapter redirects descriptor 2 to it.
  replyDescriptor: isBun ? 3 : 2,

  describe: function () {
    return {
      version: 1,
      implementation: { name: isBun ? 'bun' : 'deno', version: process.versions.node }
    };
  },

  resolve: function (specifier, referrer) {
    return Module.createRequire(referrer).resolve(specifier);
  },

  resolveImport: function (specifier, referrer) {
    return importing().then(function (ways) {
      return ways.resolveImport(specifier, referrer);
    });
  },

  resolveImportMeta: function (specifier, referrer) {
    return importing().then(function (ways) {
      return ways.resolveImportMeta(specifier, referrer);
    });
  },

  run: function (entry) {
    printThroughStream();
    return load(entry);
  },

  runAlone: load
};

if (process.env.MODSPEC_PRELOADED) {
  host.serveBefore(driver, takeRequest());
  afterTurns(turnsUntilLoaded, hideHost);
} else {
  afterTurns(turnsUntilLoaded, function () {
    hideHost();
    host.serve(driver);
  });
}

function afterTurns(turns, act) {
  if (turns === 0) return act();
  Promise.resolve().then(function () {
    afterTurns(turns - 1, act);
  });
}

/** Programs must not see in the cache what the host has loaded. */
function hideHost() {
  // The first versions of Bun have none while they preload.
  Object.keys(require.cache || {}).forEach(function (file) {
    delete require.cache[file];
  });
}

function importing() {
  return import('./runtime-import.mjs').then(function (ways) {
    // Bun has ES modules in the cache too.
    delete require.cache[require.resolve('./runtime-import.mjs')];
    return ways;
  });
}

/** In Bun only a program that Bun itself runs is the main module. */
function load(entry) {
  if (asking.isEsModule(entry)) return import(url.pathToFileURL(entry).href);
  if (isBun) Module.createRequire(entry)(entry);
  else Module._load(entry, null, true);
}

/** The program must not see how it was started. */
function takeRequest() {
  var request = process.env.MODSPEC_PRELOADED;
  delete process.env.MODSPEC_PRELOADED;
  return JSON.parse(request);
}

/** Their consoles do not use process.stdout.write, with which a shared host captures output. */
function printThroughStream() {
  console.log = (...values) => {
    process.stdout.write(util.format(...values) + '\n');
  };
}
