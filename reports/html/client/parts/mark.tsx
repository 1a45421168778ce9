// A verdict as a sign, with its word for those who can't see it.

import { type Letter, letterWords } from '../../model/model.ts';
import { markClass, signs } from '../../model/signs.ts';

export function Mark({ letter }: { readonly letter: Letter }) {
  return (
    <span class={`mark ${markClass(letter)}`}>
      <span aria-hidden="true">{signs[letter]}</span>
      <span class="unseen">{letterWords[letter]}</span>
    </span>
  );
}
