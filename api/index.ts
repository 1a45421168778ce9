// `import … from 'modspec'`: everything that the package promises to programs. docs/api.md explains it.

export { AdapterError } from '../model/adapter-error.ts';
export type { Case, Question, Rule, Step, TreeEntry } from '../model/case.ts';
export { type Edition, editions } from '../model/editions.ts';
export type { Answer, Observation } from '../model/observation.ts';
export type { RanImplementation, Run, Verdict } from '../model/run.ts';
export { UsageError } from '../model/usage-error.ts';
export type { Capability, Level, Requirement } from '../model/vocabulary.ts';
export type { SiteFile } from '../reports/site/frame/site-data.ts';
export type { Catalog } from '../suite/cases/catalog.ts';
export type {
  AdapterContext,
  AdapterImplementation,
  AdapterModule as Adapter,
  RequireFunction,
  ResolveFunction,
  ResolveImportFunction,
} from './adapter-module.ts';
export { type Conclusion, conclusionOf } from './conclusion.ts';
export { type Judgement, type JudgeSettings, judge, questionsOf } from './judge-case.ts';
export { type CasesSource, loadCases } from './load-cases.ts';
export { readRun } from './read-run.ts';
export { renderHtml } from './render-html.ts';
export { type RenderSettings, type RunFormat, renderRun } from './render-run.ts';
export { renderSite } from './render-site.ts';
export { type RunSettings, run } from './run.ts';
