import { type Data, type Entry, isNothing, type Mapping, type Sequence } from '../../model/data.ts';
import type { Key } from '../../model/keys.ts';
import { type Edit, type Span, span } from '../../text/index.ts';
import { chunkEnd } from '../print/front-matter.ts';
import { entryBefore, type FrontMatter, rankOf } from './front-matter.ts';
import { type Fields, keyName, lineEnd, record, recordLines, type Style, scalar, scalarLike } from './scalar.ts';

/** What to write under a key. `item` is a record to add to its list. */
export type Change =
  | { readonly key: Key; readonly text: string }
  | { readonly key: Key; readonly record: Fields }
  | { readonly key: Key; readonly item: Fields };

/** The edits that write values under their keys and change nothing else. Undefined if they cannot be written here. */
export function editsOf(front: FrontMatter, changes: readonly Change[]): readonly Edit[] | undefined {
  // Edits at one place keep their order.
  const sorted = [...changes].sort((a, b) => rankOf(a.key) - rankOf(b.key));
  if (!front.content) return createFrontMatter(front.text, sorted);
  if (front.braces && front.entries.length === 0) return fillBraces(front.braces, front.style, sorted);
  const edits = sorted.map((change) => {
    const entry = front.entries.find(({ name }) => name === change.key);
    if (entry) return isNothing(entry.value) ? fill(front, entry, change) : replace(front, entry, change);
    const edit = front.style === 'block' ? insertLines(front, change) : insertInBraces(front, change);
    return edit && [edit];
  });
  return edits.some((some) => some === undefined) ? undefined : edits.flatMap((some) => some ?? []);
}

function createFrontMatter(text: string, changes: readonly Change[]): readonly Edit[] | undefined {
  const lines = changes.map((change) => keyLines(change, ''));
  if (lines.includes(undefined)) return undefined;
  const gap = text === '' || text.startsWith('\n') ? '' : '\n';
  return [{ span: span(0, 0), text: `---\n${lines.join('')}---\n${gap}` }];
}

/** A new key with its value, as lines of a block. */
function keyLines(change: Change, indent: string): string | undefined {
  const { key } = change;
  if ('text' in change) {
    const value = scalar(change.text, 'block');
    return value === undefined ? undefined : `${indent}${key}: ${value}\n`;
  }
  const more = `${indent}  `;
  const lines =
    'item' in change ? recordLines(change.item, `${more}- `, `${more}  `) : recordLines(change.record, more, more);
  return lines === undefined ? undefined : `${indent}${key}:\n${lines}`;
}

/** A value on one line. */
function onOneLine(change: Change, style: Style): string | undefined {
  if ('text' in change) return scalar(change.text, style);
  if ('record' in change) return record(change.record, style);
  const item = record(change.item, style);
  return item === undefined ? undefined : `[${item}]`;
}

/** Writes the value of a key that has none. */
function fill({ text, style }: FrontMatter, { nameSpan, value }: Entry, change: Change): readonly Edit[] | undefined {
  const written = onOneLine(change, style);
  if (written === undefined) return undefined;
  if (text.slice(value.span.start, value.span.end).trim() !== '') return [{ span: value.span, text: written }];
  const colon = /^[ \t]*:/.exec(text.slice(nameSpan.end, nameSpan.end + 1000))?.[0];
  if (colon === undefined) return undefined;
  const at = nameSpan.end + colon.length;
  return [{ span: span(at, at), text: ` ${written}` }];
}

/** Undefined for a value of another type. */
function replace(front: FrontMatter, { value }: Entry, change: Change): readonly Edit[] | undefined {
  // An alias is a value of another key.
  if (value.kind !== 'scalar' && front.text.charAt(value.span.start) === '*') return undefined;
  if ('text' in change) return replaceScalar(front, value, change.text);
  if ('item' in change) return value.kind === 'sequence' ? append(front, value, change.item) : undefined;
  if (!hasFields(value, change.record)) return replaceWhole(front, value, change.record);
  const edits = change.record.map(([name, text]) => {
    const field = value.entries.find((one) => one.name === name);
    return field && replaceScalar(front, field.value, text);
  });
  return edits.some((some) => some === undefined) ? undefined : edits.flatMap((some) => some ?? []);
}

/** Whether a value is a record with a text in each of some fields. Any other value is replaced as a whole. */
export function hasFields(value: Data, fields: Fields): value is Mapping {
  if (value.kind !== 'mapping') return false;
  const isText = (field: Data | undefined): boolean => field?.kind === 'scalar' && !isNothing(field);
  return fields.every(([name]) => isText(value.entries.find((one) => one.name === name)?.value));
}

function replaceWhole({ text, style }: FrontMatter, value: Data, fields: Fields): readonly Edit[] | undefined {
  const { start, end } = value.span;
  const written = text.slice(start, end);
  // Anchors may be used elsewhere.
  if (value.kind === 'mapping' ? value.isLinked : /^[&!]/.test(written)) return undefined;
  const isBlock = value.kind === 'mapping' && style === 'block' && !written.startsWith('{');
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const replacement = isBlock
    ? recordLines(fields, '', indent)?.trimEnd()
    : record(fields, style === 'json' ? style : 'flow');
  return replacement === undefined ? undefined : [{ span: value.span, text: replacement + lineEnd(written) }];
}

function replaceScalar({ text, style }: FrontMatter, value: Data, to: string): readonly Edit[] | undefined {
  const written = text.slice(value.span.start, value.span.end);
  if (value.kind !== 'scalar' || isNothing(value)) return undefined;
  // A value that is right stays as it is written.
  if (value.value === to) return [];
  const replacement = scalarLike(written, to, style);
  return replacement === undefined ? undefined : [{ span: value.span, text: replacement }];
}

/** Adds a record to a list, written as its last item is. */
function append(front: FrontMatter, list: Sequence, fields: Fields): readonly Edit[] | undefined {
  const { text, style } = front;
  const last = list.items.at(-1);
  const inline = record(fields, style === 'json' ? style : 'flow');
  if (inline === undefined) return undefined;
  if (!last) return [{ span: list.span, text: `[${inline}]` }];
  if (text.charAt(list.span.start) === '[') return [insertAfter(text, last.span, inline)];
  const line = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const [, indent, gap = ' '] = /^([ \t]*)-([ \t]+)$/.exec(text.slice(line, last.span.start)) ?? [];
  if (indent === undefined) return undefined;
  const isInline = text.charAt(last.span.start) === '{';
  const lines = isInline
    ? `${indent}-${gap}${inline}\n`
    : recordLines(fields, `${indent}-${gap}`, `${indent} ${' '.repeat(gap.length)}`);
  return lines === undefined ? undefined : [insertLinesAfter(front, last.span, lines)];
}

/** Inserts an item of a list or mapping in brackets, on a line of its own if the one before it has one. */
function insertAfter(text: string, before: Span, item: string): Edit {
  const space = /\n[ \t]*$/.exec(text.slice(0, before.start))?.[0] ?? ' ';
  return { span: span(before.end, before.end), text: `,${space}${item}` };
}

/** Inserts lines after those of a value. */
function insertLinesAfter({ text, entries, content }: FrontMatter, { end }: Span, lines: string): Edit {
  const last = content?.end ?? text.length;
  if (!text.slice(end - 1).includes('\n')) return { span: span(last, last), text: `\n${lines.trimEnd()}` };
  const next = entries.find(({ nameSpan }) => nameSpan.start >= end)?.nameSpan.start ?? last;
  const at = chunkEnd(text, end, next);
  return { span: span(at, at), text: lines };
}

function insertLines(front: FrontMatter, change: Change): Edit | undefined {
  const { text, entries, content = span(0, text.length) } = front;
  const [first] = entries;
  const indent = first ? text.slice(text.lastIndexOf('\n', first.nameSpan.start - 1) + 1, first.nameSpan.start) : '';
  const lines = keyLines(change, indent);
  if (lines === undefined || indent.trim() !== '') return undefined;
  const before = entryBefore(change.key, entries);
  if (before) return insertLinesAfter(front, span(before.nameSpan.start, endOf(text, before)), lines);
  const at = first ? belowHeader(text, content.start, first.nameSpan.start - indent.length) : content.end;
  const isOpen = at > content.start && text.charAt(at - 1) !== '\n';
  return { span: span(at, at), text: isOpen ? `\n${lines}` : lines };
}

/** The end of a value, or of the colon of a key without one. */
function endOf(text: string, { nameSpan, value }: Entry): number {
  const colon = /^[ \t]*:[ \t]*/.exec(text.slice(nameSpan.end, nameSpan.end + 1000))?.[0] ?? '';
  return Math.max(value.span.end, nameSpan.end + colon.length);
}

/** Comments above a blank line belong to all keys, those below it to the first key. */
function belowHeader(text: string, start: number, end: number): number {
  const blanks = [...text.slice(start, end).matchAll(/^[ \t]*\n/gm)];
  const last = blanks.at(-1);
  return last ? start + last.index + last[0].length : start;
}

function fillBraces({ start, end }: Span, style: Style, changes: readonly Change[]): readonly Edit[] | undefined {
  const items = changes.map((change) => itemOf(change, style));
  return items.includes(undefined) ? undefined : [{ span: span(start, end), text: `{ ${items.join(', ')} }` }];
}

/** A key with its value, in braces. */
function itemOf(change: Change, style: Style): string | undefined {
  const value = onOneLine(change, style);
  return value === undefined ? undefined : `${keyName(change.key, style)}: ${value}`;
}

function insertInBraces({ text, entries, style }: FrontMatter, change: Change): Edit | undefined {
  const item = itemOf(change, style);
  const before = entryBefore(change.key, entries);
  if (item === undefined) return undefined;
  if (before) return insertAfter(text, span(before.nameSpan.start, before.value.span.end), item);
  const start = entries[0]?.nameSpan.start ?? 0;
  const space = /\n[ \t]*$/.exec(text.slice(0, start))?.[0] ?? ' ';
  return { span: span(start, start), text: `${item},${space}` };
}
