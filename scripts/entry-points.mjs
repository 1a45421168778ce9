// What programs can import from the package: for each name under dist/bin and dist/types, the module.

export const libraries = { index: 'api/index', test: 'api/conformance/test' };

/** The reference is bundled apart from the rest, and has words of its own. */
export const reference = 'reference/index';
