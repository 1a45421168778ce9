// Writes what releases were seen to do into spec/evidence.

import { readEvidence, writeEvidence } from '../../build/suite/evidence/evidence.js';
import { gatherEvidence } from '../../build/suite/evidence/gather.js';
import { pages, spec } from './repository.mjs';

/** @param isRecorded whether a case is one of those that these runs are about; what is known of others stays */
export function recordEvidence(runs, isRecorded) {
  writeEvidence(spec, gatherEvidence(pages, runs, { isRecorded, before: readEvidence(spec) }));
}
