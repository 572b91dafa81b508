import { approve } from '../../approve.ts';
import { correct } from '../../correct.ts';
import { oneLine } from '../../model/arguments.ts';
import { withdraw } from '../../withdraw.ts';
import { UsageError } from '../exit.ts';
import type { Host } from '../host.ts';
import { exactMoment } from '../moment.ts';
import type { EditFlags } from '../requests.ts';
import type { Console } from '../terminal/console.ts';
import { editNotes } from './edit-notes.ts';

/** Records an approval in the notes. @throws {UsageError} */
export async function approveNotes(
  notes: readonly string[],
  options: EditFlags & { readonly by?: string },
  host: Host,
  console: Console,
): Promise<void> {
  refuseNone(notes, 'approve');
  if (options.by === undefined) throw new UsageError("'approve' needs '--by'", 'Add --by with the name of the editor.');
  const by = printable('--by', options.by, 'Write the name of the editor in quotation marks.');
  const at = momentOf(options);
  const edit = (text: string, note: { path: string }) => approve(text, { ...note, by, at });
  await editNotes({ verb: 'approve', done: 'approved', edit }, notes, options, host, console);
}

/** Adds a correction to a note. @throws {UsageError} */
export async function correctNote(
  note: string | undefined,
  [text, ...more]: readonly string[],
  options: EditFlags,
  host: Host,
  console: Console,
): Promise<void> {
  const example = 'Run it as: copydesk correct story.md "The first version gave the wrong year."';
  if (note === undefined || text === undefined) throw new UsageError("'correct' needs a note and a text", example);
  if (more.length > 0) throw new UsageError('the correction is not in quotation marks', example);
  const correction = printable('text', text, 'Write the correction in quotation marks after the note.');
  const at = momentOf(options);
  const edit = (decoded: string, where: { path: string }) => correct(decoded, { ...where, correction, at });
  await editNotes({ verb: 'correct', done: 'corrected', edit, isForOne: true }, [note], options, host, console);
}

/** Withdraws the notes. @throws {UsageError} */
export async function withdrawNotes(
  notes: readonly string[],
  options: EditFlags,
  host: Host,
  console: Console,
): Promise<void> {
  refuseNone(notes, 'withdraw');
  const at = momentOf(options);
  const edit = (text: string, note: { path: string }) => withdraw(text, { ...note, at });
  await editNotes({ verb: 'withdraw', done: 'withdrawn', edit }, notes, options, host, console);
}

function refuseNone(notes: readonly string[], verb: string): void {
  if (notes.length === 0) throw new UsageError(`'${verb}' needs a note`, `Name the notes to ${verb}.`);
}

/** A text for the front matter on one line. */
function printable(name: string, value: string, advice: string): string {
  const line = oneLine(value);
  if (line !== undefined) return line;
  throw new UsageError(`'${name}' is empty or has a control character`, advice);
}

/** The time of `--at`, or the clock, which is read once for all notes. */
function momentOf({ at }: EditFlags): string {
  if (at === undefined) return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  return exactMoment('--at', at);
}
