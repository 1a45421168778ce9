// `import { conformance } from 'modspec/test'`: the cases as tests in somebody's own runner. docs/test-runners.md explains it.

export type { TreeFiles } from '../../harness/trees/build-tree.ts';
export type { FileStore } from '../../harness/trees/tree-store.ts';
export { UsageError } from '../../model/usage-error.ts';
export type { AdapterContext, ResolveFunction, ResolveImportFunction } from '../adapter-module.ts';
export { type ConformanceTest, conformance, type ResolveFunctions } from './conformance.ts';
export type { AcceptedBy, ConformanceSettings } from './settings.ts';
