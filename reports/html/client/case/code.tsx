// Source text with coloured tokens.

import { useMemo } from 'preact/hooks';
import { parse } from 'sugar-high/core';
import { TextBlock } from '../parts/text-block.tsx';

export function Code({ text, plain }: { readonly text: string; readonly plain: boolean }) {
  const lines = useMemo(() => (plain ? undefined : parse(text.replace(/\n$/, '')).lines), [text, plain]);
  return (
    <TextBlock class="code">
      <code>
        {lines
          ? lines.map(({ index, tokens }) => (
              <span key={index}>
                {tokens.map(({ type, value }, at) =>
                  coloured.has(type) ? (
                    <span key={at} class={`token-${type}`}>
                      {value}
                    </span>
                  ) : (
                    value
                  ),
                )}
                {'\n'}
              </span>
            ))
          : text}
      </code>
    </TextBlock>
  );
}

const coloured = new Set(['keyword', 'string', 'class', 'comment', 'property']);
