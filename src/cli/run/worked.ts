import type { Console, Said } from '../terminal/console.ts';
import type { Job, NoteFile } from './pipeline.ts';

/**
 * What the work on a note came to, in whichever thread. Plain data.
 * - `done`: there is a result.
 * - `failed`: an error is among what there is to say.
 * - `back`: it has to be done in the order of the notes.
 */
export type Worked<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly said: Said }
  | { readonly kind: 'failed'; readonly said: Said }
  | { readonly kind: 'back' };

/** Does the work on a note, and keeps what there is to say about it. @param isInOrder whether those before it are settled. */
export async function workOn<Result>(
  job: Job<Result>,
  note: NoteFile,
  console: Console,
  isInOrder: boolean,
): Promise<Worked<Result>> {
  const recorder = console.recorder();
  try {
    const result = await job.work(note, recorder, isInOrder);
    return result === undefined ? { kind: 'back' } : { kind: 'done', result, said: recorder.said };
  } catch (error) {
    await recorder.problem(error, note.name);
    return { kind: 'failed', said: recorder.said };
  }
}
