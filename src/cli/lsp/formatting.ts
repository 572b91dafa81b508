import type { Range, TextEdit } from 'vscode-languageserver/node';
import { applyEdits, createSource, type Edit } from '../../text/index.ts';
import type { Analysis } from './analysis.ts';
import type { Notes } from './notes.ts';
import { editsBetween } from './text-edits.ts';

/** The edits that `copydesk format` makes. */
export async function formattingEdits(analysis: Analysis, notes: Notes): Promise<TextEdit[]> {
  const { path, source, places } = analysis;
  const after = await formatted(path, source.text, notes);
  return editsBetween(source.text, after).map((edit) => places.edit(edit));
}

/**
 * The edits that touch a range. Formatting is about the whole note, so the result must be a step towards it: if
 * formatting it again does not lead to the formatted note, there are no edits.
 */
export async function rangeFormattingEdits(analysis: Analysis, range: Range, notes: Notes): Promise<TextEdit[]> {
  const { path, source, places } = analysis;
  const after = await formatted(path, source.text, notes);
  const { start, end } = places.span(range);
  const inRange = ({ span }: Edit) => span.start <= end && start <= span.end;
  const edits = editsBetween(source.text, after).filter(inRange);
  if (edits.length === 0) return [];
  const partly = applyEdits(source.text, edits);
  if ((await formatted(path, partly, notes)) !== after) return [];
  return edits.map((edit) => places.edit(edit));
}

/** With `\n` as line end, which the editor knows better than the file. */
async function formatted(path: string, text: string, notes: Notes): Promise<string> {
  const after = await notes.format(path, text);
  return after === undefined ? text : createSource(path, after).text;
}
