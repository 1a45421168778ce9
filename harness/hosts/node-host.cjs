// The host for a real Node: its driver is the loader of the very process it runs in. Plain ES5, 0.10 and up.
'use strict';

var Module = require('module');
var path = require('path');
var host = require('./host.cjs');

// A case that looks into the cache or at its own parents must not meet the host.
Object.keys(require.cache).forEach(function (file) {
  delete require.cache[file];
});

host.serve({
  // A Node 0.10 does not tell when it has nothing left to do.
  bare: !/^v0\.10\./.test(process.version),

  describe: function () {
    return { version: 1, implementation: { name: 'node', version: process.versions.node } };
  },

  resolve: function (specifier, referrer) {
    if (Module.createRequire) return Module.createRequire(referrer).resolve(specifier);
    if (Module.createRequireFromPath) return Module.createRequireFromPath(referrer).resolve(specifier);
    var asking = new Module(referrer, null);
    asking.filename = referrer;
    asking.paths = Module._nodeModulePaths(path.dirname(referrer));
    return Module._resolveFilename(specifier, asking);
  },

  run: function (entry) {
    Module._load(entry, null, true);
  },

  // What `node ENTRY` itself does with its first argument. An entry that is an ES module leaves no main module.
  runAlone: function () {
    process.mainModule = undefined;
    Module.runMain();
  }
});
