// A loader for webpack that replaces a module with nothing.
'use strict';

module.exports = function emptied() {
  return '';
};
