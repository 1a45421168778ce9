// All checks of an adapter, in the order in which to fix them.

import {
  checkAlone,
  checkFailingProgram,
  checkLeaks,
  checkLetters,
  checkMissing,
  checkOutput,
  checkPaths,
  checkServer,
} from './check-answers.ts';
import {
  checkAlive,
  checkInTime,
  checkNoise,
  checkOneReplyEach,
  checkReplies,
  checkSize,
} from './check-conversation.ts';
import { checkImported, checkMissingImport, checkQuery } from './check-imports.ts';
import { checkDescription, checkHandshake, checkStop } from './check-start.ts';
import type { DoctorCheck } from './doctor-check.ts';
import type { Transcript } from './transcript.ts';

const checks: readonly ((transcript: Transcript) => DoctorCheck)[] = [
  checkHandshake,
  checkDescription,
  checkNoise,
  checkOneReplyEach,
  checkReplies,
  checkInTime,
  checkAlive,
  checkSize,
  checkPaths,
  checkMissing,
  checkImported,
  checkMissingImport,
  checkQuery,
  checkLetters,
  checkLeaks,
  checkOutput,
  checkFailingProgram,
  checkAlone,
  checkServer,
  checkStop,
];

export function examine(transcript: Transcript): DoctorCheck[] {
  return checks.map((check) => check(transcript));
}
