// The reference loader: a CommonJS module system that reads like the specification it implements.

export type { Behaviours } from './behaviours/behaviours.ts';
export type { Outcome, Trace, TraceEvent } from './context/trace.ts';
export type { LoaderWarning, Warn } from './context/warnings.ts';
export { behavioursOf, hasImport, referenceEditions } from './editions/editions.ts';
export type { LoaderError } from './errors/node-error.ts';
export { hostLoadsEsModules } from './host/es-modules.ts';
export { type FileSystem, type ListedFileSystem, nodeFileSystem } from './host/file-system.ts';
export { seenFiles } from './host/seen-files.ts';
export { seenFs } from './host/seen-fs.ts';
export { hostStripsTypes } from './host/strip-types.ts';
export type { CommonJsModule, ModuleConstructor, Require } from './modules/module-types.ts';
export { onDisk, onDrive } from './paths/drive.ts';
export { hostPlatform, type PathRules, type Platform, pathRules } from './paths/path-rules.ts';
export { createLoader, type Loader, type LoaderOptions } from './program/create-loader.ts';
export type { Script } from './program/evaluate-script.ts';
export { type ProgramOptions, runProgram, runScript } from './program/run-program.ts';
