// The host for runtimes that offer Node's modules without being Node: Bun and Deno. It is a host as node-host.cjs is,
// or, preloaded, what stands before a program that the runtime then runs by itself.
'use strict';

var Module = require('module');
var util = require('util');
var host = require('./host.cjs');

Object.keys(require.cache).forEach(function (file) {
  delete require.cache[file];
});

var isBun = Boolean(process.versions.bun);

var driver = {
  // Deno can't write to descriptor 3; its adapter leads descriptor 2 there.
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

  run: function (entry) {
    printThroughStream();
    load(entry);
  },

  runAlone: load
};

if (process.env.MODSPEC_PRELOADED) host.serveBefore(driver, takeRequest());
else host.serve(driver);

/** In Bun only a program that it runs by itself is the main module. */
function load(entry) {
  if (isBun) Module.createRequire(entry)(entry);
  else Module._load(entry, null, true);
}

/** The program must not see how it is asked. */
function takeRequest() {
  var request = process.env.MODSPEC_PRELOADED;
  delete process.env.MODSPEC_PRELOADED;
  return JSON.parse(request);
}

/** Their consoles write past process.stdout, where a shared host would capture what is printed. */
function printThroughStream() {
  console.log = (...values) => {
    process.stdout.write(util.format(...values) + '\n');
  };
}
