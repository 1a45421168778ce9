// Text of the specification.

/** Rendered from pages in which HTML is text. */
export function Prose({ html }: { readonly html: string }) {
  if (html === '') return null;
  // The renderer has escaped everything but its own elements.
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
