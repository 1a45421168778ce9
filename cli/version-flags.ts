/** The flags that ask for modspec's version. */
export const versionFlags: readonly string[] = ['-V', '--version'];
