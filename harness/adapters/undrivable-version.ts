// The error for a version that can't be fetched or driven, although its implementation is known. Other versions may work.

import { UsageError } from '../../model/usage-error.ts';

export class UndrivableVersionError extends UsageError {}
