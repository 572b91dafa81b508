import type { CstFrontMatter } from '../../model/cst.ts';
import { isNothing } from '../../model/data.ts';
import { canonicalKey, KEYS, type Key } from '../../model/keys.ts';

/** A key to add, with its value as YAML. */
export interface Addition {
  readonly key: Key;
  readonly value: string;
}

/** A key with its value, and the comments above it that move with it: lines without the last line end. */
interface Chunk {
  readonly rank: number;
  readonly lines: readonly string[];
}

const ORDER = Object.keys(KEYS);

/**
 * The front matter between its fences in the one shape: keys by their canonical names and in their canonical order, a
 * chunk of text each; nothing inside a value is touched. Undefined for one that has no line for every key (`{…}`, `? key`).
 */
export function frontMatterText(
  text: string,
  front: CstFrontMatter,
  additions: readonly Addition[],
): string | undefined {
  if (additions.length === 0 && isInShape(text, front)) return text.slice(front.content.start, front.content.end);
  const parts = split(text, front, additions);
  if (!parts) return undefined;
  const added = additions
    .filter((addition) => !parts.filled.has(addition))
    .map(({ key, value }) => ({ rank: ORDER.indexOf(key), lines: [`${key}: ${value}`] }));
  const chunks = [...added, ...parts.chunks];
  // An anchor has to stand before its aliases.
  if (!front.mapping.isLinked) chunks.sort((a, b) => a.rank - b.rank);
  const lines = [...parts.header, ...chunks.flatMap((chunk) => chunk.lines), ...parts.footer];
  return lines.map((line) => `${line}\n`).join('');
}

/** Most are: every key has one line, and nothing stands between them. */
function isInShape(text: string, { content, mapping }: CstFrontMatter): boolean {
  let rank = 0;
  let at = content.start;
  for (const { name, nameSpan, value } of mapping.entries) {
    const { start, end } = value.span;
    const key = KEYS[name as Key] === undefined ? ORDER.length : ORDER.indexOf(name);
    const isPlain = nameSpan.start === at && nameSpan.end === at + name.length && start === nameSpan.end + 2;
    if (!isPlain || key < rank || text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(end) !== 0x0a) return false;
    // A known name in quotation marks, an alias, a value of several lines: to be looked at.
    if ((key === ORDER.length && canonicalKey(name) !== undefined) || text.lastIndexOf('\n', end - 1) >= start)
      return false;
    rank = key;
    at = end + 1;
  }
  return at === content.end;
}

interface Parts {
  /** Comments at the top, with the blank line that parts them from the first key. */
  readonly header: readonly string[];
  readonly chunks: readonly Chunk[];
  /** Comments behind the last value. */
  readonly footer: readonly string[];
  /** What stands behind keys that were there without a value. */
  readonly filled: ReadonlySet<Addition>;
}

function split(
  text: string,
  { content, mapping: { entries } }: CstFrontMatter,
  additions: readonly Addition[],
): Parts | undefined {
  const keys = entries.map(({ name }) => canonicalKey(name));
  const chunks: Chunk[] = [];
  const filled = new Set<Addition>();
  let header: readonly string[] = [];
  let at = content.start;
  for (const [index, { nameSpan, value }] of entries.entries()) {
    const { start, end } = nameSpan;
    const colon = /^[ \t]*:(?=\s)[ \t]*/.exec(text.slice(end, end + 1000))?.[0];
    const above = commentsIn(text.slice(at, start));
    if (colon === undefined || above === undefined || text.charAt(start - 1) !== '\n') return undefined;
    const detached = index === 0 ? above.lastIndexOf('') + 1 : 0;
    if (detached > 0) header = above.slice(0, detached);
    at = chunkEnd(
      text,
      Math.max(value.span.end, end + colon.length),
      entries[index + 1]?.nameSpan.start ?? content.end,
    );
    const key = keys[index];
    const isOnly = key !== undefined && keys.indexOf(key) === keys.lastIndexOf(key);
    const addition = isOnly && isNothing(value) ? additions.find((one) => one.key === key) : undefined;
    if (addition) filled.add(addition);
    const from = addition ? Math.max(value.span.end, end + colon.length) : end + colon.length;
    const written = withoutBlankEnd(text.slice(from, at), text.charAt(value.span.end - 1) === '\n');
    const rest = addition ? `${addition.value} ${written.trimStart()}`.trimEnd() : written;
    const line = (isOnly ? key : text.slice(start, end)) + (/^(?:\n|$)/.test(rest) ? ':' : ': ') + rest;
    const comments = above.slice(detached).filter((comment) => comment !== '');
    chunks.push({ rank: key === undefined ? ORDER.length : ORDER.indexOf(key), lines: [...comments, line] });
  }
  const footer = commentsIn(text.slice(at, content.end));
  return footer && { header, chunks, footer: footer.filter((comment) => comment !== ''), filled };
}

/** The lines of a stretch of comments at the margin and blank lines; one blank line, as `''`, where there are several. */
function commentsIn(stretch: string): readonly string[] | undefined {
  const lines = stretch.split('\n').map((line) => line.trimEnd());
  lines.pop(); // what the next key's line starts with: nothing
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  return kept.every((line) => line === '' || line.startsWith('#')) ? kept : undefined;
}

/** Where the lines of a value end: behind its last line, and behind the comments under it that are indented like it. */
function chunkEnd(text: string, valueEnd: number, next: number): number {
  let end = text.charAt(valueEnd - 1) === '\n' ? valueEnd : text.indexOf('\n', valueEnd) + 1;
  for (let start = end; start < next; ) {
    const feed = text.indexOf('\n', start) + 1;
    if (/^[ \t]+#/.test(text.slice(start, feed))) end = feed;
    start = feed;
  }
  return end;
}

/** Without the blanks at its end, which are text in a block scalar: there, without blank lines, unless it keeps them (`|+`). */
function withoutBlankEnd(chunk: string, isBlockScalar: boolean): string {
  if (!isBlockScalar) return chunk.trimEnd();
  return /[|>]\d?\+/.test(chunk) ? chunk.replace(/\n$/, '') : chunk.replace(/\n+$/, '');
}
