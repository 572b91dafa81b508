import { editNote } from './format/edit/edit-note.ts';
import { type EditOptions, type EditResult, errorsAt, openNote } from './format/edit/open-note.ts';
import { checkArguments, requiredText } from './model/arguments.ts';
import { voidApproval, wordingHash } from './read/approval.ts';
import { requiredMoment } from './read/dates.ts';

export interface ApproveOptions extends EditOptions {
  /** Who approves. */
  readonly by: string;
}

/**
 * Returns a note with the record of an approval in its front matter: who, when, and a hash of the wording. Everything else
 * keeps its bytes. A note that cannot be rendered is not approved. The diagnostics give the reason.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house, a name without text, and a time that is not ISO 8601 with an offset.
 */
export function approve(text: string, options: ApproveOptions): EditResult {
  checkArguments('approve', text, options);
  const by = requiredText('approve', options, 'by');
  const at = requiredMoment('approve', options);
  const { note, article, errors } = openNote(text, options);
  if (!note || !article) return { diagnostics: errors };
  // Replace an invalid approval like an older one.
  const replaced = errorsAt(['approved'], note, errors);
  const others = errors.filter((error) => !replaced.includes(error));
  if (others.length > 0) return { diagnostics: others };
  const record = [
    ['by', by],
    ['at', at],
    ['hash', wordingHash(article)],
  ] as const;
  const approved = editNote(text, note, [{ key: 'approved', record }]);
  const again = approved === undefined ? undefined : openNote(approved, options);
  const holds = again?.note && again.article?.approved && voidApproval(again.article, again.note).length === 0;
  return approved !== undefined && holds ? { text: approved, diagnostics: [] } : { diagnostics: replaced };
}
