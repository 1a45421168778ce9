// The versions of dependencies that old releases of Deployd need today: the ranges in their `package.json` now resolve
// to packages that were unpublished or do not work with them.

import type { Pins } from './fetch-package.ts';

const before08: Pins = {
  cookies: '0.3.8',
  debug: '0.7.4',
  doh: '0.0.4',
  filed: '0.1.0',
  mime: '1.2.11',
  mkdirp: '0.3.5',
  request: '2.34.0',
  scrubber: '0.0.0',
  shelljs: '0.1.4',
  step: '0.0.5',
  underscore: '1.5.2',
  validation: '0.0.1',
};

const before089: Pins = { mime: '1.4.0', 'xmlhttprequest-ssl': '1.5.3' };

/** The pins for a release of Deployd. */
export function deploydPins(version: string): Pins {
  if (/^0\.[67]\./.test(version)) return before08;
  return /^0\.8\.[0-8]$/.test(version) ? before089 : {};
}
