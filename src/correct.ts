import { editNote } from './format/edit/edit-note.ts';
import { type ApprovedResult, type EditOptions, errorsAt, openNote } from './format/edit/open-note.ts';
import { checkArguments, requiredText } from './model/arguments.ts';
import { later, requiredMoment } from './read/dates.ts';

export interface CorrectOptions extends EditOptions {
  /** The correction for readers, as plain text. */
  readonly correction: string;
}

export type CorrectResult = ApprovedResult;

/**
 * Returns a note with one more correction, and with its time as `updated` if that is not later already. Everything else keeps
 * its bytes.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house, a correction without text, and a time that is not ISO 8601 with an offset.
 */
export function correct(text: string, options: CorrectOptions): CorrectResult {
  checkArguments('correct', text, options);
  const correction = requiredText('correct', options, 'correction');
  const at = requiredMoment('correct', options);
  const { note, article, errors } = openNote(text, options);
  if (!note) return { diagnostics: errors };
  const item = [
    ['date', at],
    ['text', correction],
  ] as const;
  const corrected = editNote(text, note, [
    { key: 'updated', text: later(article?.updated, at) },
    { key: 'corrections', item },
  ]);
  if (corrected === undefined) return { diagnostics: errorsAt(['updated', 'corrections'], note, errors) };
  return { text: corrected, diagnostics: [], ...(article?.approved ? { approval: article.approved } : {}) };
}
