// Packs the data of a report: forty implementations make several megabytes of JSON, and a tenth of that when packed.

import { deflateRawSync } from 'node:zlib';
import type { ReportData } from './report-data.ts';

/** Base64 of raw deflate of JSON, which every current browser can unpack. */
export function packData(data: ReportData): string {
  return deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
}
