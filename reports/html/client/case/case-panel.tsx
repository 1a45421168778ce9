// The panel of one case: the case, and the result of each implementation.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { stripCode } from '../../../parts/titles.ts';
import { caseHistoryHtml } from '../../../parts/versions/case-history-html.ts';
import type { Sides } from '../../model/comparison-sources.ts';
import { caseHistories } from '../../model/histories.ts';
import type { CaseItem } from '../../model/model.ts';
import { BeforeAfter } from '../compare/before-after.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Link } from '../parts/link.tsx';
import { Prose } from '../parts/prose.tsx';
import type { Shared } from '../parts/shared.ts';
import { CaseBody } from './case-article.tsx';
import { CaseResults } from './results.tsx';
import { CaseTraces } from './trace-view.tsx';

interface CasePanelProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  /** What is compared; then both answers are shown. */
  readonly sides: Sides | undefined;
}

export function CasePanel({ shared, item, sides }: CasePanelProps) {
  const { go } = shared;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocus(heading);
  return (
    <aside class="panel" aria-labelledby="panel-title">
      <div class="panel-bar">
        <a class="anchor" href={`#case/${item.id}`}>
          <code>{item.id}</code>
        </a>
        <CopyButton text={permalink(item.id)}>Copy link</CopyButton>
        {item.markdown !== '' && <CopyButton text={item.markdown}>Copy Markdown</CopyButton>}
        <button type="button" class="quiet" onClick={() => go({ case: '' })} title="Close (Esc)">
          ✕<span class="unseen"> Close</span>
        </button>
      </div>
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {stripCode(item.title)}
      </h2>
      <CaseProperties item={item} />
      <CaseRule shared={shared} item={item} />
      <CaseBody shared={shared} item={item} />
      {sides && <BeforeAfter sides={sides} item={item} />}
      <CaseResults shared={shared} item={item} />
      <OverVersions shared={shared} item={item} />
      <CaseTraces shared={shared} item={item} />
    </aside>
  );
}

function OverVersions({ shared: { model }, item }: Pick<CasePanelProps, 'shared' | 'item'>) {
  const histories = caseHistories(model, item);
  if (histories.length === 0) return null;
  return (
    <section aria-label="Over versions">
      <h3>Over versions</h3>
      {/* The renderer has escaped everything. */}
      <div dangerouslySetInnerHTML={{ __html: caseHistoryHtml(histories) }} />
    </section>
  );
}

/** The focus moves to the panel when it opens, and returns when it closes. */
function useFocus(heading: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    if (before?.id !== 'search') heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [heading]);
}

function permalink(id: string): string {
  return `${location.href.replace(/#.*/, '')}#case/${id}`;
}

function CaseProperties({ item }: { readonly item: CaseItem }) {
  return (
    <p class="properties">
      level <strong>{item.level}</strong>
      {item.needs.length > 0 && <> · needs {item.needs.join(', ')}</>}
      {item.source !== '' && (
        <>
          {' '}
          · <code>{item.source}</code>
        </>
      )}
    </p>
  );
}

/** The rule of the case. */
function CaseRule({ shared, item: { ruleItem } }: { readonly shared: Shared; readonly item: CaseItem }) {
  if (!ruleItem) return null;
  return (
    <section class="panel-rule" aria-label="Rule">
      <p>
        <span class={`requirement ${ruleItem.requirement.toLowerCase()}`}>{ruleItem.requirement}</span>{' '}
        <Link shared={shared} to={{ view: 'page', page: ruleItem.pageId, rule: ruleItem.id }}>
          {stripCode(ruleItem.title)}
        </Link>
      </p>
      <Prose html={ruleItem.html} />
      <p class="hint">{ruleItem.sources.join(' · ')}</p>
    </section>
  );
}
