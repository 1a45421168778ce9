// Where a rule changed from release line to release line.

/** A question with the editions of each of its expectations. */
export interface LineQuestion {
  readonly expect: readonly { readonly editions: readonly string[] }[];
}

/** For each line, the number of what its cases show there, from 0; undefined where nothing is expected. */
export type Behaviours = readonly (number | undefined)[];

/** Lines with the same number expect the same of every question. */
export function behavioursOf(questions: readonly LineQuestion[], lines: readonly string[]): Behaviours {
  const known: string[] = [];
  return lines.map((line) => {
    const places = questions.map(({ expect }) => expect.findIndex(({ editions }) => editions.includes(line)));
    if (places.every((place) => place < 0)) return undefined;
    const shown = places.join();
    if (!known.includes(shown)) known.push(shown);
    return known.indexOf(shown);
  });
}

/** The indices of the lines that do something else than the line before them. */
export function turnsOf(behaviours: Behaviours): number[] {
  return behaviours.flatMap((one, at) => (at > 0 && one !== behaviours[at - 1] ? [at] : []));
}

/** What a loader did: for each line, whether it is what the line does; undefined where the line expects nothing. */
export type LineAnswer = readonly (boolean | undefined)[];

export interface LineScore {
  readonly line: string;
  readonly agree: number;
  readonly asked: number;
}

/** How many of the answers are those of each line. */
export function lineScores(answers: readonly LineAnswer[], lines: readonly string[]): LineScore[] {
  return lines.map((line, at) => {
    let agree = 0;
    let asked = 0;
    for (const answer of answers) {
      if (answer[at] !== undefined) asked++;
      if (answer[at]) agree++;
    }
    return { line, agree, asked };
  });
}

/** The lines with the greatest share, oldest first; none if nothing was answered. */
export function closestLines(scores: readonly LineScore[]): LineScore[] {
  const share = ({ agree, asked }: LineScore) => (asked === 0 ? -1 : agree / asked);
  const best = Math.max(-1, ...scores.map(share));
  return best < 0 ? [] : scores.filter((score) => share(score) === best);
}
