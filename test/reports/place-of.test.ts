// Links of the pages lead to what they name, in the report as on GitHub.

import { test } from 'tap';
import { createPlaceOf, reportPlaces } from '../../reports/html/data/place-of.ts';
import { anchorOf } from '../../suite/pages/anchor.ts';
import { sampleCatalog } from './sample-run.ts';

const placeOf = createPlaceOf(sampleCatalog, reportPlaces);
const [item] = sampleCatalog.cases;
const [rule] = sampleCatalog.rules.values();

test('an anchor leads to its rule or case, a path alone to its page', async (t) => {
  t.equal(placeOf(`../04-folders/1-small.md#${anchorOf(`${rule?.id} ${rule?.title}`)}`), `#rule/${rule?.id}`);
  t.equal(placeOf(`#${anchorOf(`${item?.id} ${item?.title}`)}`), `#case/${item?.id}`);
  t.equal(placeOf('../04-folders/1-small.md'), '#page/small');
  t.equal(placeOf('2-small.md#a-section'), '#page/small');
});

test('other links stay as they are', async (t) => {
  t.equal(placeOf('https://nodejs.org/api/modules.html'), undefined);
  t.equal(placeOf('#nowhere'), undefined);
});
