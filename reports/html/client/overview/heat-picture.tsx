// The picture that the report opens with: pages by implementations, and the implementations ranked.

import { useMemo, useState } from 'preact/hooks';
import type { HeatMap } from '../../../../analysis/heat-map/heat-map.ts';
import { heatMapCsv } from '../../../parts/heat-map/heat-map-csv.ts';
import { type HeatLinks, heatLegendHtml, heatMapHtml } from '../../../parts/heat-map/heat-map-html.ts';
import { heatMapSvg } from '../../../parts/heat-map/heat-map-svg.ts';
import { type HeatGrain, hasChapters, heatData } from '../../model/heat-data.ts';
import { quoteName } from '../../query/quote-name.ts';
import { downloadText } from '../parts/download.ts';
import { downloadPng } from '../parts/download-png.ts';
import type { Shared } from '../parts/shared.ts';
import { useMedia } from '../parts/use-media.ts';
import { useArrowKeys } from './use-arrow-keys.ts';

const title = 'The share of the cases that each implementation passes, page by page';

export function HeatPicture({ shared }: { readonly shared: Shared }) {
  const { model, columns } = shared;
  const narrow = useMedia('(max-width: 75rem)');
  const [chosen, choose] = useState<HeatGrain>();
  const grain = chosen ?? (narrow && hasChapters(model) ? 'chapters' : 'pages');
  const maps = useMemo(() => heatData(model, columns, grain), [model, columns, grain]);
  const html = useMemo(
    () => maps.map((map) => heatMapHtml(map, linksOf(shared, grain), title, narrow ? 'rows' : 'column')),
    [maps, narrow],
  );
  const legend = useMemo(heatLegendHtml, []);
  return (
    <figure class="heat-figure">
      {/* The renderer has escaped everything that comes from an implementation. */}
      <div
        ref={useArrowKeys()}
        class="heat-table scroll"
        dangerouslySetInnerHTML={{ __html: html.join('') }}
      />
      <figcaption class="heat-caption">
        <div dangerouslySetInnerHTML={{ __html: legend }} />
        <p class="hint">
          The mark in a bar is the null floor: what the best of three senseless loaders passes of the same
          cases.
        </p>
        <div class="heat-tools">
          {hasChapters(model) && <GrainChoice grain={grain} onChoose={choose} />}
          <SaveButtons maps={maps} />
        </div>
      </figcaption>
    </figure>
  );
}

function SaveButtons({ maps }: { readonly maps: readonly HeatMap[] }) {
  const draw = () => heatMapSvg(maps, title);
  return (
    <>
      <button type="button" onClick={() => downloadPng('modspec.png', draw())}>
        Save as PNG
      </button>
      <button type="button" onClick={() => downloadText('modspec.svg', 'image/svg+xml', draw())}>
        Save as SVG
      </button>
      <button type="button" onClick={() => downloadText('modspec.csv', 'text/csv', heatMapCsv(maps))}>
        Save as CSV
      </button>
    </>
  );
}

interface GrainChoiceProps {
  readonly grain: HeatGrain;
  readonly onChoose: (grain: HeatGrain) => void;
}

function GrainChoice({ grain, onChoose }: GrainChoiceProps) {
  return (
    <label>
      By{' '}
      <select
        value={grain}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === 'pages' ? 'pages' : 'chapters')}
      >
        <option value="pages">pages</option>
        <option value="chapters">chapters</option>
      </select>
    </label>
  );
}

/** A cell leads to its cases in the matrix. */
function linksOf({ model, href }: Shared, grain: HeatGrain): HeatLinks {
  const pagesIn = (chapter: string) =>
    model.pages.filter((page) => page.chapter === chapter).map(({ id }) => id);
  const query = (part: string) => `page:${grain === 'pages' ? part : pagesIn(part).join()}`;
  return {
    row: ({ label }) => href({ view: 'causes', query: `impl:${quoteName(label)}` }),
    part: ({ id }) => href({ view: 'matrix', query: query(id) }),
    cell: ({ label }, { id }) => href({ view: 'matrix', query: `${query(id)} impl:${quoteName(label)}` }),
  };
}
