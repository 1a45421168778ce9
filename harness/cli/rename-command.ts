// `modspec rename`: another id for a rule or a case, that the old one leads to for ever.

import { renameId } from '../identity/rename-id.ts';
import { formatPlace } from '../usage-error.ts';

export function renameCommand(from: string, to: string, { spec }: { readonly spec: string }): void {
  const place = renameId(spec, from, to);
  process.stdout.write(
    `${formatPlace(place)}: '${from}' is called '${to}' now\n` +
      'Mend the links to it and write the cases anew: modspec lint --fix; modspec generate\n',
  );
}
