import type { Problem } from '../model/diagnostic.ts';
import { type Span, span } from '../text/index.ts';

/** The conflict markers of git. */
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
