// Text of the specification.

/** @param html rendered from Markdown in which HTML counts as text */
export function Prose({ html }: { readonly html: string }) {
  if (html === '') return null;
  // The renderer has escaped everything except its own elements.
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
