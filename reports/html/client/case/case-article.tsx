// A case as the specification shows it.

import { useMemo } from 'preact/hooks';
import { stripCode } from '../../../parts/titles.ts';
import type { CaseItem } from '../../model/model.ts';
import { Link } from '../parts/link.tsx';
import { Prose } from '../parts/prose.tsx';
import type { Shared } from '../parts/shared.ts';
import { CaseVerdicts } from '../parts/verdict-strip.tsx';
import { Questions } from './questions.tsx';
import { Tree } from './tree.tsx';

interface CaseArticleProps {
  readonly shared: Shared;
  readonly item: CaseItem;
  readonly hidden: boolean;
}

export function CaseArticle({ shared, item, hidden }: CaseArticleProps) {
  const { model, columns } = shared;
  const body = useMemo(
    () => (
      <>
        <CaseVerdicts shared={shared} item={item} />
        <CaseBody shared={shared} item={item} />
      </>
    ),
    [model, columns, item],
  );
  return (
    <article class={shared.route.case === item.id ? 'case current' : 'case'} hidden={hidden}>
      <h4 id={item.id}>
        <Link shared={shared} to={{ case: item.id }}>
          {stripCode(item.title)}
        </Link>
      </h4>
      {body}
    </article>
  );
}

/** Remarks, tree, needs, questions and expectations. */
export function CaseBody({ shared, item }: { readonly shared: Shared; readonly item: CaseItem }) {
  const environment = Object.entries(item.environment);
  return (
    <>
      <Prose html={item.html} />
      <Tree entries={item.tree} />
      {environment.map(([name, value]) => (
        <p key={name} class="properties">
          Environment <code>{`${name}=${value}`}</code>
        </p>
      ))}
      <Questions shared={shared} item={item} />
    </>
  );
}
