// A button that copies a text and confirms it.

import { useState } from 'preact/hooks';

export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid((await copyText(text)) ? 'Copied' : 'Could not copy');
    setTimeout(() => setSaid(''), 2000);
  };
  return (
    <button type="button" class="copy" onClick={copy} data-copy={text}>
      {said === '' ? children : said}
      <span class="unseen" role="status">
        {said}
      </span>
    </button>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Some browsers give a page from a file no access to the clipboard. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
