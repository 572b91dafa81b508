import { displayWidth, graphemes } from '../../../typography/width.ts';
import { wrap } from '../../../typography/wrap.ts';
import { MarkReader, type Run } from './marks.ts';

/** A line of the screen. */
export type Line = readonly Run[];

export interface Indent {
  readonly first: string;
  readonly rest: string;
}

const NO_INDENT: Indent = { first: '', rest: '' };

/**
 * Breaks marked text into lines of at most `width` columns, as the plain text of a post is broken. What is longer than a line,
 * such as a URL, goes on in the next one.
 */
export function wrapMarked(text: string, width: number, indent: Indent = NO_INDENT): readonly Line[] {
  const reader = new MarkReader();
  return text.split('\n').flatMap((part, index) => {
    const runs = reader.read(part);
    const lead = index === 0 ? indent.first : indent.rest;
    return wrapRuns(runs, width, { first: lead, rest: indent.rest });
  });
}

function wrapRuns(runs: readonly Run[], width: number, indent: Indent): readonly Line[] {
  const plain = runs.map(({ text }) => text).join('');
  const leads = (index: number): string => (index === 0 ? indent.first : indent.rest);
  const lines = wrap(plain, width, { han: true, indent }).map((line, index) => line.slice(leads(index).length));
  const cut = lines.flatMap((line, index) => cutLine(line, Math.max(1, width - displayWidth(leads(index)))));
  let at = 0;
  return cut.map((line, index) => {
    // A break replaces spaces.
    while (line !== '' && !plain.startsWith(line, at) && plain.charAt(at) === ' ') at++;
    const found = slice(runs, at, at + line.length);
    at += line.length;
    const lead = leads(index);
    return lead === '' ? found : [{ text: lead, looks: [] }, ...found];
  });
}

/** Cuts a line that is too long for its width. */
function cutLine(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [''];
  let used = 0;
  for (const grapheme of graphemes(line)) {
    const needed = displayWidth(grapheme);
    if (used > 0 && used + needed > width) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += grapheme;
    used += needed;
  }
  return lines;
}

/** The runs between two offsets of their text. */
function slice(runs: readonly Run[], start: number, end: number): Line {
  const found: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') found.push({ ...run, text });
    at += run.text.length;
  }
  return found;
}
