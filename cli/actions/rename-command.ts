// `modspec rename`: gives a rule or a case another id; the old id redirects to it for ever.

import { formatPlace } from '../../model/usage-error.ts';
import { renameId } from '../../suite/identity/rename-id.ts';

export function renameCommand(from: string, to: string, { spec }: { readonly spec: string }): void {
  const place = renameId(spec, from, to);
  process.stdout.write(
    `${formatPlace(place)}: renamed '${from}' to '${to}'\n` +
      'Next, update the links and the case files: modspec lint --fix; modspec generate\n',
  );
}
