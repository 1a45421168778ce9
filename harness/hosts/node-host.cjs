// The host for a real Node: its driver is the loader of the process in which it runs. Plain ES5, for Node 0.10 and newer.
'use strict';

var Module = require('module');
var path = require('path');
var asking = require('./answers.cjs');
var companion = require('./import-companion.cjs');
var host = require('./host.cjs');

// A case that reads the cache or its own parents must not see the host.
Object.keys(require.cache).forEach(function (file) {
  delete require.cache[file];
});

// An ES module as the entry: since Node 12, whose syntax an older one does not parse.
var pathToFileURL = require('url').pathToFileURL;
var importModule = /^v(?:\d|1[01])\./.test(process.version)
  ? undefined
  : new Function('url', 'return import(url)');

var driver = {
  // Node 0.10 does not report when it has nothing left to do.
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

  resolveImport: function (specifier, referrer, context) {
    return companion.ask('import', specifier, referrer, context);
  },

  resolveImportMeta: function (specifier, referrer, context) {
    return companion.ask('import.meta.resolve', specifier, referrer, context);
  },

  run: function (entry) {
    preload();
    if (importModule && asking.isEsModule(entry)) return importModule(pathToFileURL(entry).href);
    Module._load(entry, null, true);
  },

  // This is what `node ENTRY` does with its first argument. After an entry that is an ES module there is no main module.
  runAlone: function () {
    process.mainModule = undefined;
    preload();
    Module.runMain();
  }
};

// While modules are preloaded there is no main module. To read `module.parent` here would cause a warning that belongs to a case.
if (require.main === undefined) serveBeforeTheRest();
else host.serve(driver);

/**
 * Loads what `--require` in NODE_OPTIONS names, as Node does when it starts. Lines before Node 6 do not read the variable. In a process of
 * its own it has been done when this script runs.
 */
function preload() {
  var options = process.env.NODE_OPTIONS;
  if (options === undefined || /^v[0-5]\./.test(process.version)) return;
  var names = [];
  options.replace(/(?:--require|-r)[ =](\S+)/g, function (_, name) {
    names.push(name);
  });
  process.mainModule = undefined;
  Module._preloadModules(names);
}

/** NODE_OPTIONS names this script first, and then what the case preloads. No module may see the host. */
function serveBeforeTheRest() {
  var text = process.env.MODSPEC_PRELOADED;
  if (!warnsOfPending()) module.parent.children.pop();
  // Threads that the program starts preload this script again.
  if (text === undefined) return;
  var request = JSON.parse(text);
  delete process.env.MODSPEC_PRELOADED;
  process.env.NODE_OPTIONS = request.environment.NODE_OPTIONS;
  host.serveBefore(driver, request);
}

function warnsOfPending() {
  var options = process.env.NODE_OPTIONS || '';
  return process.env.NODE_PENDING_DEPRECATION === '1' || options.indexOf('--pending-deprecation') >= 0;
}
