import type { Entry } from '../model/data.ts';
import type { Problem } from '../model/diagnostic.ts';
import { canonicalKey } from '../model/keys.ts';
import type { Note, NoteComment } from '../model/note.ts';
import { lineAt, positionAt, type Source, type Span, span } from '../text/index.ts';
import type { DiagnosticCollector } from './diagnostics.ts';
import { quoteValue } from './front-matter/index.ts';

const TEXT_KEYS: ReadonlySet<string | undefined> = new Set(['headline', 'dek', 'source']);

/** YAML reads `headline: We're #1` as `We're` and a comment. Two spaces before the `#`, or one after it, show that a comment was meant. */
export function reportComment(
  { name, nameSpan, value }: Entry,
  { text }: Source,
  collector: DiagnosticCollector,
): void {
  if (value.kind !== 'scalar' || !TEXT_KEYS.has(canonicalKey(name))) return;
  const start = value.value === null ? nameSpan.end + 1 : value.span.end;
  if (!/^ #\S/.test(text.slice(start, start + 3)) || /["'|>]/.test(text.charAt(value.span.start))) return;
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  collector.add('warning', {
    rule: 'yaml-comment',
    message: `text after ' #' is a YAML comment and is dropped from ${name}`,
    advice: quoteValue(name, text.slice(value.value === null ? start : value.span.start, end).trim()),
    span: span(start + 1, end),
  });
}

/** An unclosed code block contains every section after it: the most likely reason for a missing part. */
export function reportOpenFence({ source, sections }: Note, collector: DiagnosticCollector): void {
  const last = sections.at(-1)?.blocks.at(-1);
  if (last?.block.type !== 'code') return;
  const lines = source.text.slice(last.span.start, last.span.end).split('\n');
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  const isClosed = (line: string) => line.length >= (fence?.length ?? 0) && line === line.charAt(0).repeat(line.length);
  const end = lines.length > 1 ? (lines.at(-1) ?? '').trim() : '';
  if (fence === undefined || (end.startsWith(fence) && isClosed(end))) return;
  const opener = lineAt(source, positionAt(source, last.span.start).line);
  collector.add('warning', {
    rule: 'unclosed-fence',
    message: 'unclosed code block: everything after this line is code',
    advice: `Close it with a line of '${fence}'.`,
    span: span(last.span.start, last.span.start + opener.length),
  });
}

/** The lines of a YAML text that hold only a comment. */
export function* yamlComments({ text }: Source, { start: from, end }: Span): Generator<NoteComment> {
  for (const { 0: found, index } of text.slice(from, end).matchAll(/^[ \t]*#.*$/gm)) {
    const start = from + index;
    yield { span: span(start, start + found.length) };
  }
}

/** The conflict markers of Git. */
const OURS = /^<{7}(?= |$)/gm;
const BETWEEN = /^={7}$/gm;
const THEIRS = /^>{7}(?= .|$)/gm;

/** The first unresolved merge conflict. @param code code blocks, where conflict markers are an example. */
export function findConflict(text: string, code: readonly Span[] = []): Problem | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  for (const { index } of text.matchAll(OURS)) {
    if (code.some(({ start, end }) => start < index && index < end)) continue;
    const between = indexFrom(BETWEEN, text, index);
    if (between === -1 || indexFrom(THEIRS, text, between) === -1) return undefined;
    return {
      rule: 'merge-conflict',
      message: 'unresolved merge conflict',
      advice: "Keep the correct text and remove the lines '<<<<<<<', '=======' and '>>>>>>>'.",
      span: span(index, index + 7),
    };
  }
  return undefined;
}

function indexFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.index ?? -1;
  pattern.lastIndex = 0;
  return found;
}
