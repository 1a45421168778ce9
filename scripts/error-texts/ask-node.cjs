// Asks the loader of the Node that runs this every question about error texts, and prints a line for each: the error, the
// warnings, and the folder in which the tree was. The tree moves before each question, so that no cache knows it.
// Arguments: the folder of the tree, and the names of the entries.

var fs = require('fs');
var path = require('path');
var Module = require('module');

var place = process.argv[2];
var entries = process.argv.slice(3);
var warnings = [];

process.on('warning', function (warning) {
  warnings.push({ name: warning.name, code: warning.code, message: warning.message });
});

function askNext(index) {
  if (index === entries.length) return;
  var root = process.argv[2] + '-' + index;
  fs.renameSync(place, root);
  place = root;
  warnings = [];
  var error = Module._load(path.join(root, entries[index]), null, true);
  // Warnings come when the running code has ended.
  setTimeout(function () {
    console.log(JSON.stringify({ root: root, answer: { error: error, warnings: warnings } }));
    askNext(index + 1);
  }, 1);
}

askNext(0);
