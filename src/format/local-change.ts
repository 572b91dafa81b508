import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { findFences } from '../read/front-matter/index.ts';
import { firstIndex } from '../text/index.ts';
import { explainDifference } from './equivalence/equivalence.ts';
import type { ParseCache } from './parse-cache.ts';
import { FULL_PLAN, noteText } from './print/index.ts';

/*
 * The proof for a note of which formatting changes a few places. Its text is divided where every paragraph, list and quote
 * ends, so that a part means the same, and is formatted in the same way, in any position. Then only the front matter and
 * the parts that change have to be read again and compared.
 */

/** What can change the meaning of text far from it: a fence, HTML, and the definition of a link or footnote. */
const DISTANT = /```|~~~|<|\]:/;
/** The line end before a part, which starts with a heading, or with a letter after a blank line. */
const START = /\n(?:#{1,6} |(?<=\n\n)[A-Za-z\u4e00-\u9fff\u201c])/g;
/** What may be a heading, and so begin a section. */
const HEADING = /^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m;
/** A heading between two parts keeps blocks from moving from one part to the other. */
const SEPARATOR = '\n\n## 0\n\n';
const LINE_FEED = 0x0a;

interface Part {
  readonly start: number;
  /** Without the line ends after it. */
  readonly text: string;
}

/**
 * Whether the formatted text of a note means the same, and stays the same when it is formatted again. Also false if only the
 * whole notes can show that.
 */
export function isSafeLocalChange(cst: CstNote, formatted: string, house: House, parseCache: ParseCache): boolean {
  const { note, front } = cst;
  const fences = findFences(formatted);
  // A headline or a source line may move to the front matter.
  if (!front || fences.kind !== 'found' || note.headline || note.sourceLine) return false;
  const { text } = note.source;
  const before = partsOf(text, front.whole.end);
  const after = partsOf(formatted, fences.whole.end);
  if (!before || before.length !== after?.length) return false;
  const changed = [...before.keys()].filter((index) => before[index]?.text !== after[index]?.text);
  const lastOfBody = note.sections[0]?.blocks.at(-1)?.span.start ?? 0;
  // The last paragraph of the body may become a source line.
  const last = firstIndex(before, ({ start }) => start > lastOfBody) - 1;
  if (changed.length * 2 > before.length || changed.includes(last)) return false;
  const [parts, printed] = [before, after].map((all) => changed.map((index) => all[index]?.text ?? '')) as [
    string[],
    string[],
  ];
  if ([...parts, ...printed].some((part) => HEADING.test(part))) return false;
  return isFormattedTo(
    shortNote(text.slice(0, front.whole.end), parts),
    shortNote(formatted.slice(0, fences.whole.end), printed),
    house,
    parseCache,
  );
}

/** The parts of a text from an offset on. Undefined if one may depend on another. */
function partsOf(text: string, from: number): readonly Part[] | undefined {
  if (DISTANT.test(text.slice(from))) return undefined;
  const starts = [from];
  START.lastIndex = from;
  for (let found = START.exec(text); found; found = START.exec(text)) starts.push(found.index + 1);
  return starts.map((start, index) => {
    let end = starts[index + 1] ?? text.length;
    while (end > start && text.charCodeAt(end - 1) === LINE_FEED) end--;
    return { start, text: text.slice(start, end) };
  });
}

function shortNote(front: string, parts: readonly string[]): string {
  return parts.length === 0 ? front : `${front}\n${parts.join(SEPARATOR)}\n`;
}

/** Whether a note is formatted to another one that means the same and stays the same. */
function isFormattedTo(before: string, after: string, house: House, parseCache: ParseCache): boolean {
  const [first, second] = [before, after].map((text) => parseCache.parse(text));
  return (
    first !== undefined &&
    second !== undefined &&
    noteText(first.cst, house, FULL_PLAN) === after &&
    noteText(second.cst, house, FULL_PLAN) === after &&
    explainDifference(first.equivalence, second.equivalence) === undefined
  );
}
