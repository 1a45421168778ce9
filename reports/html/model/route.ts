// The place of the reader. The part of the address after the `#` holds it, so that every place has a link.
//
//   #overview  #matrix  #causes  #versions  #page/folders  #rule/folder-main  #case/folder-main-plain  #compare
//   and after a `?`: q (query), case (in the panel), edition (whose steps are shown), sort, hide (columns), expand

export const views = ['overview', 'matrix', 'causes', 'versions', 'page', 'compare'] as const;
export type View = (typeof views)[number];

export const sorts = ['given', 'name', 'passed', 'edition'] as const;
export type Sort = (typeof sorts)[number];

export interface Route {
  readonly view: View;
  /** Id of the page that is shown. */
  readonly page: string;
  /** Id of the rule that is scrolled to. */
  readonly rule: string;
  readonly query: string;
  /** Id of the case in the panel, or empty. */
  readonly case: string;
  /** The edition whose steps are shown, or empty for all steps. */
  readonly edition: string;
  readonly sort: Sort;
  /** Labels of columns that are not shown. */
  readonly hidden: readonly string[];
}

/** What a route needs from the report. */
export interface Places {
  /** The present id of an id. */
  readonly presentId: (id: string) => string;
  /** The page of a rule or case, by id. */
  readonly pageOf: (id: string) => string;
  readonly firstPage: string;
}

export function parseRoute(hash: string, { presentId, pageOf, firstPage }: Places): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const [name = '', named = ''] = path.split('/').map(decode);
  const parameters = new URLSearchParams(search);
  const link = name === 'rule' || name === 'case';
  const id = link ? presentId(named) : named;
  const page = link ? pageOf(id) : id;
  return {
    view: link ? 'page' : (views.find((view) => view === name) ?? 'overview'),
    page: page === '' ? firstPage : page,
    rule: name === 'rule' ? id : '',
    query: parameters.get('q') ?? '',
    case: name === 'case' ? id : presentId(parameters.get('case') ?? ''),
    edition: parameters.get('edition') ?? '',
    sort: sorts.find((sort) => sort === parameters.get('sort')) ?? 'given',
    hidden: parameters.getAll('hide'),
  };
}

export function formatRoute(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.query !== '') parameters.set('q', route.query);
  if (route.case !== '') parameters.set('case', route.case);
  if (route.edition !== '') parameters.set('edition', route.edition);
  if (route.sort !== 'given') parameters.set('sort', route.sort);
  for (const label of route.hidden) parameters.append('hide', label);
  const search = parameters.toString();
  return `#${pathOf(route)}${search === '' ? '' : `?${search}`}`;
}

function pathOf({ view, page, rule }: Route): string {
  if (view !== 'page') return view;
  return rule === '' ? `page/${encodeURIComponent(page)}` : `rule/${encodeURIComponent(rule)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
