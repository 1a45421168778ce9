// A second run, which the reader drops on the page or chooses as a file.

import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { type Model, questionsIn } from '../../model/model.ts';
import { type ReadRun, readRun } from '../../model/read-run.ts';

export interface DroppedRun {
  /** Whether a file is being dragged over the page. */
  readonly over: boolean;
  readonly file: string;
  readonly run: ReadRun | undefined;
  readonly problem: string;
  readonly take: (file: File) => void;
}

export function useDroppedRun(model: Model, onTaken: () => void): DroppedRun {
  const [over, setOver] = useState(false);
  const [state, setState] = useState<Pick<DroppedRun, 'file' | 'run' | 'problem'>>({
    file: '',
    run: undefined,
    problem: '',
  });
  const take = useCallback(
    async (file: File) => {
      const read = await readRun(await file.text(), questionsIn(model));
      setState(
        typeof read === 'string'
          ? { file: file.name, run: undefined, problem: read }
          : { file: file.name, run: read, problem: '' },
      );
      onTaken();
    },
    [model, onTaken],
  );
  useLayoutEffect(() => listen(setOver, take), [take]);
  return { ...state, over, take };
}

function listen(setOver: (over: boolean) => void, take: (file: File) => void): () => void {
  const enter = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  };
  addEventListener('dragover', enter);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', enter);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
  };
}
