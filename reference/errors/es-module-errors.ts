// The errors around ES modules and TypeScript.

import { type LoaderError, nodeError } from './node-error.ts';
import { fill, type Telling } from './texts.ts';

/** Why a file is refused that is an ES module. */
export interface RefusedEsModule {
  readonly file: string;
  /** The file that requires it. */
  readonly parent: string | undefined;
  /** The `package.json` by whose `type` it is one; undefined where it is one by its extension. */
  readonly packageJson: string | undefined;
  /** It is one by its syntax as well. */
  readonly hasSyntax: boolean;
}

export function requireEsm(teller: Telling, refused: RefusedEsModule): LoaderError {
  return nodeError(teller, new Error(reasonOf(teller, refused)), 'ERR_REQUIRE_ESM');
}

function reasonOf(
  { texts, paths }: Telling,
  { file, parent, packageJson, hasSyntax }: RefusedEsModule,
): string {
  if (packageJson === undefined)
    return fill(texts.requireEsm, {
      file,
      why: '',
      from: '',
      advice: fill(texts.importAdvice, { what: file }),
    });
  const values = { file, name: paths.basename(file), parent: String(parent ?? null), packageJson };
  const told = (text: string): string => (parent === undefined ? '' : fill(text, values));
  const advice = hasSyntax
    ? fill(texts.importAdvice, { what: fill(texts.inParent, values) })
    : fill(texts.typeAdvice, { ...values, choice: texts.typeAdviceChoice });
  const [why, from] = [told(texts.requireEsmWhy), told(texts.requireEsmParent)];
  return fill(texts.requireEsm, { file, why, from, advice });
}

/** `parent` is the file that requires it first, where that is known. */
export function requireCycle(teller: Telling, file: string, parent: string | undefined): LoaderError {
  const { requireCycle, cycleParent } = teller.texts;
  const from = parent === undefined ? '' : fill(cycleParent, { parent });
  const error = new Error(fill(requireCycle, { file, from }));
  return nodeError(teller, error, 'ERR_REQUIRE_CYCLE_MODULE');
}

/** A module that could not be linked, when it is asked for again. */
export function unlinked(
  teller: Telling,
  file: string,
  parent: string | undefined,
  thrown: 'throws ERR_INTERNAL_ASSERTION' | 'throws ERR_REQUIRE_ESM_RACE_CONDITION',
): LoaderError {
  const from = parent === undefined ? '' : fill(teller.texts.unlinkedParent, { parent });
  const error = new Error(fill(teller.texts.unlinked, { file, from }));
  return nodeError(teller, error, thrown.replace('throws ', ''));
}

export function strippingInNodeModules(teller: Telling, file: string): LoaderError {
  const error = new Error(fill(teller.texts.strippingInNodeModules, { file }));
  return nodeError(teller, error, 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING');
}

/** A file that is imported, and whose extension does not say how. */
export function unknownFileExtension(teller: Telling, file: string, extension: string): LoaderError {
  const error = new TypeError(fill(teller.texts.unknownFileExtension, { extension, file }));
  return nodeError(teller, error, 'ERR_UNKNOWN_FILE_EXTENSION');
}

/** A file without an extension that is imported, in a package whose `package.json` in `folder` says `module`. */
export function missingFileExtension(teller: Telling, file: string, folder: string): LoaderError {
  const { paths, texts } = teller;
  const values = {
    file,
    config: paths.join(folder, 'package.json'),
    name: paths.basename(file),
    suggested: `./${paths.relative(folder, file)}.js`,
  };
  const error = new TypeError(fill(texts.missingFileExtension, values));
  return nodeError(teller, error, 'ERR_UNKNOWN_FILE_EXTENSION');
}

/** A JSON file that is imported without saying so. */
export function jsonTypeMissing(teller: Telling, file: string): LoaderError {
  const { jsonTypeMissing: text, jsonTypeCode: code } = teller.texts;
  const values = { url: teller.paths.toUrl(file).href, extension: '.json', file };
  return nodeError(teller, new TypeError(fill(text, values)), code);
}

/** An ES module without a file has no value that could be printed. */
export function evalCannotPrint(teller: Telling): LoaderError {
  return nodeError(teller, new Error(teller.texts.evalCannotPrint), 'ERR_EVAL_ESM_CANNOT_PRINT');
}
