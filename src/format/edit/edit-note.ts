import { type Data, plainData } from '../../model/data.ts';
import type { Note } from '../../model/note.ts';
import { applyEdits, applyEditsToFile, createSource, type Source } from '../../text/index.ts';
import { type Change, editsOf, hasFields } from './edit-keys.ts';
import { type FrontMatter, frontMatterOf } from './front-matter.ts';

/**
 * The file of a note with other values under some keys, and nothing else changed. The result is read again to verify that.
 * Undefined if that is not possible, for example because a value is an alias that another key shares.
 * @param decoded the text of the file, with its byte order mark and line ends.
 */
export function editNote(
  decoded: string,
  { source, data }: Pick<Note, 'source' | 'data'>,
  changes: readonly Change[],
): string | undefined {
  const before = frontMatterOf(source, data);
  const edits = before && editsOf(before, changes);
  if (!before || !edits) return undefined;
  const expected: Source = { ...source, text: applyEdits(source.text, edits) };
  const file = applyEditsToFile(decoded, source, edits);
  const after = frontMatterOf(expected, data);
  const isExact = createSource(source.path, file).text === expected.text;
  return isExact && after && hasOnly(changes, before, after) ? file : undefined;
}

/** Whether the changes are all that differs: the other keys, the comments and the text are the same. */
function hasOnly(changes: readonly Change[], before: FrontMatter, after: FrontMatter): boolean {
  const values = new Map(before.entries.map(({ name, value }) => [name, plainData(value)]));
  for (const change of changes) {
    const entry = before.entries.find(({ name }) => name === change.key);
    values.set(change.key, expectedValue(change, entry?.value));
  }
  const found = new Map(after.entries.map(({ name, value }) => [name, plainData(value)]));
  const names = (front: FrontMatter) =>
    front.entries.map(({ name }) => name).filter((name) => !isChanged(name, changes));
  return (
    found.size === values.size &&
    [...values].every(([name, value]) => isSame(value, found.get(name))) &&
    isSame(names(before), names(after)) &&
    isSame(commentsOf(before), commentsOf(after)) &&
    hasSameText(before, after)
  );
}

function isChanged(name: string, changes: readonly Change[]): boolean {
  return changes.some(({ key }) => key === name);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function expectedValue(change: Change, before: Data | undefined): unknown {
  if ('text' in change) return change.text;
  if ('item' in change) return [...(before?.kind === 'sequence' ? before.items.map(plainData) : []), change.item];
  if (!before || !hasFields(before, change.record)) return change.record;
  return before.entries.map(({ name, value }) => [
    name,
    change.record.find(([one]) => one === name)?.[1] ?? plainData(value),
  ]);
}

function commentsOf({ text, content }: FrontMatter): readonly string[] {
  return text.slice(content?.start ?? 0, content?.end ?? 0).match(/^[ \t]*#.*$/gm) ?? [];
}

/** Whether the text is the same. Between new front matter and the text there may be a blank line. */
function hasSameText(before: FrontMatter, after: FrontMatter): boolean {
  const text = textBelow(after);
  return before.content ? text === textBelow(before) : text.replace(/^---\n\n?/, '') === before.text.replace(/^\n/, '');
}

function textBelow({ text, content }: FrontMatter): string {
  return text.slice(content?.end ?? 0);
}
