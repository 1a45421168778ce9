// The Node lines that editions record.

/** The Node lines in release order. */
export const lines = [
  '0.10',
  '0.12',
  '4',
  '6',
  '8',
  '10',
  '12',
  '14',
  '16',
  '18',
  '20',
  '22',
  '24',
  '26',
] as const;
export type Line = (typeof lines)[number];
