// A text in its own lines. If it is so long that it scrolls, the keyboard can reach it.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface TextBlockProps {
  readonly class: string;
  readonly children: ComponentChildren;
}

export function TextBlock({ class: name, children }: TextBlockProps) {
  const block = useRef<HTMLPreElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0, scrollWidth = 0, clientWidth = 0 } = block.current ?? {};
    setScrolls(scrollHeight > clientHeight || scrollWidth > clientWidth);
  });
  return (
    <pre class={name} ref={block} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </pre>
  );
}
