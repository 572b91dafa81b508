import type { CstFrontMatter } from '../../model/cst.ts';
import { isNothing } from '../../model/data.ts';
import { canonicalKey, KEYS, type Key } from '../../model/keys.ts';

/** A key to add, with its value as YAML. */
export interface Addition {
  readonly key: Key;
  readonly value: string;
}

/** The lines of one key: the comments above it, which move with it, and its value. */
interface Chunk {
  readonly rank: number;
  readonly lines: readonly string[];
}

const ORDER = Object.keys(KEYS);

/**
 * The front matter between its fences with canonical names in the canonical order. Values keep their text. Undefined if a key
 * does not start a line (`{…}`, `? key`).
 */
export function frontMatterText(
  text: string,
  front: CstFrontMatter,
  additions: readonly Addition[],
): string | undefined {
  if (additions.length === 0 && isFormatted(text, front)) return text.slice(front.content.start, front.content.end);
  const parts = split(text, front, additions);
  if (!parts) return undefined;
  const added = additions
    .filter((addition) => !parts.filled.has(addition))
    .map(({ key, value }) => ({ rank: ORDER.indexOf(key), lines: [`${key}: ${value}`] }));
  const chunks = [...added, ...parts.chunks];
  // An anchor must come before its aliases.
  if (!front.mapping.isLinked) chunks.sort((a, b) => a.rank - b.rank);
  const lines = [...parts.header, ...chunks.flatMap((chunk) => chunk.lines), ...parts.footer];
  return lines.map((line) => `${line}\n`).join('');
}

/** The common case: every key has one line, with nothing between them. */
function isFormatted(text: string, { content, mapping }: CstFrontMatter): boolean {
  let rank = 0;
  let at = content.start;
  for (const { name, nameSpan, value } of mapping.entries) {
    const { start, end } = value.span;
    const key = KEYS[name as Key] === undefined ? ORDER.length : ORDER.indexOf(name);
    const isPlain = nameSpan.start === at && nameSpan.end === at + name.length && start === nameSpan.end + 2;
    if (!isPlain || key < rank || text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(end) !== 0x0a) return false;
    // A quoted name, an alias or a value of several lines needs the full treatment.
    if ((key === ORDER.length && canonicalKey(name) !== undefined) || text.lastIndexOf('\n', end - 1) >= start)
      return false;
    rank = key;
    at = end + 1;
  }
  return at === content.end;
}

interface KeyLines {
  /** Comments at the top, with the blank line between them and the first key. */
  readonly header: readonly string[];
  readonly chunks: readonly Chunk[];
  /** Comments after the last value. */
  readonly footer: readonly string[];
  /** The additions that fill a key without a value. */
  readonly filled: ReadonlySet<Addition>;
}

function split(
  text: string,
  { content, mapping: { entries } }: CstFrontMatter,
  additions: readonly Addition[],
): KeyLines | undefined {
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
    const written = trimValueEnd(text.slice(from, at), text.charAt(value.span.end - 1) === '\n');
    const rest = addition ? `${addition.value} ${written.trimStart()}`.trimEnd() : written;
    const line = (isOnly ? key : text.slice(start, end)) + (/^(?:\n|$)/.test(rest) ? ':' : ': ') + rest;
    const comments = above.slice(detached).filter((comment) => comment !== '');
    chunks.push({ rank: key === undefined ? ORDER.length : ORDER.indexOf(key), lines: [...comments, line] });
  }
  const footer = commentsIn(text.slice(at, content.end));
  return footer && { header, chunks, footer: footer.filter((comment) => comment !== ''), filled };
}

/** Lines of unindented comments and blank lines. Several blank lines become one, as `''`. Undefined for other text. */
function commentsIn(stretch: string): readonly string[] | undefined {
  const lines = stretch.split('\n').map((line) => line.trimEnd());
  lines.pop(); // the empty start of the next key's line
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  return kept.every((line) => line === '' || line.startsWith('#')) ? kept : undefined;
}

/** The end of the lines of a value, including the indented comments below it. */
export function chunkEnd(text: string, valueEnd: number, next: number): number {
  let end = text.charAt(valueEnd - 1) === '\n' ? valueEnd : text.indexOf('\n', valueEnd) + 1;
  for (let start = end; start < next; ) {
    const feed = text.indexOf('\n', start) + 1;
    if (/^[ \t]+#/.test(text.slice(start, feed))) end = feed;
    start = feed;
  }
  return end;
}

/** Trims the end of a value. In a block scalar, spaces are text and `|+` also keeps blank lines. */
function trimValueEnd(chunk: string, isBlockScalar: boolean): string {
  if (!isBlockScalar) return chunk.trimEnd();
  return /[|>]\d?\+/.test(chunk) ? chunk.replace(/\n$/, '') : chunk.replace(/\n+$/, '');
}
