// The counterpart of `pack-data.ts`, in the browser.

/** @returns the value of the JSON, unchecked */
export async function unpackData(packed: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(plain).json();
}
