import { editNote } from './format/edit/edit-note.ts';
import { type ApprovedResult, type EditOptions, errorsAt, openNote } from './format/edit/open-note.ts';
import { checkArguments } from './model/arguments.ts';
import { later, requiredMoment } from './read/dates.ts';

export type WithdrawResult = ApprovedResult;

/**
 * Returns a note with the status `withdrawn`, so that `render` refuses it, and with the time as `updated` if that is not later
 * already. Everything else keeps its bytes. A note that is withdrawn already stays as it is.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house, and a time that is not ISO 8601 with an offset.
 */
export function withdraw(text: string, options: EditOptions): WithdrawResult {
  checkArguments('withdraw', text, options);
  const at = requiredMoment('withdraw', options);
  const { note, article, errors } = openNote(text, options);
  if (!note) return { diagnostics: errors };
  if (article?.status === 'withdrawn') return { text, diagnostics: [] };
  const withdrawn = editNote(text, note, [
    { key: 'updated', text: later(article?.updated, at) },
    { key: 'status', text: 'withdrawn' },
  ]);
  if (withdrawn === undefined) return { diagnostics: errorsAt(['updated', 'status'], note, errors) };
  return { text: withdrawn, diagnostics: [], ...(article?.approved ? { approval: article.approved } : {}) };
}
