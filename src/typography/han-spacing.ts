import { codePointAfter, codePointBefore, type Edit, hasHan, isFullWidthPunctuation } from '../text/index.ts';
import { isBlank, isDigit, isIdeograph, isLatin, isWide } from './marks.ts';
import { insertAt, type Pass } from './pass.ts';
import { quotePairs } from './quote-pairs.ts';

const CURRENCY = '$€£¥₩₹';
const UNITS = '%‰°℃℉';

/**
 * A space between Han and a Latin word or number; none beside full-width punctuation or before % ‰ ° ℃. Quotation marks,
 * —— and …… beside Han count as full-width. Spaces beside a middle dot, slash, bracket or hyphen, and between two Han
 * characters, stay as the writer typed them.
 */
export const hanSpacing: Pass = {
  name: 'han-spacing',
  trigger: ({ han }) => (han === 'full-width' ? trigger() : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    const marks = /[“”‘’]/.test(text) ? markSides(text) : undefined;
    for (let at = 0; at < text.length; at++) {
      if (isBlank(text.charCodeAt(at))) {
        const start = at;
        while (isBlank(text.charCodeAt(at + 1))) at++;
        if (isNeedless(text, start, at + 1, marks)) edits.push({ span: { start, end: at + 1 }, text: '' });
      } else if (isJoint(text, at)) edits.push(insertAt(at, ' '));
    }
    return edits;
  },
};

/** Han beside Latin, or a blank beside a mark that may be full-width. Coarser than the pass, but fast. */
function trigger(): string {
  const han = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\ud800-\\udfff]';
  const latin = 'A-Za-z0-9\\u00aa-\\u052f\\u1e00-\\u1fff\\ufdd0';
  const mark = '[\\u2010-\\u2030\\u2103\\u2109%°\\u3001-\\u303d\\u30a0\\u30fb\\ufe10-\\uff65]';
  return `${han}[${latin}${CURRENCY}]|[${latin}${UNITS}+]${han}|[ \\t]${mark}|${mark}[ \\t]`;
}

/** A letter and Han that are one word: T恤, B超, A股, U盘. */
const ONE_WORD = /(?<![A-Za-z0-9])(?:[ABH]股|T[恤台]|B超|U盘|K线|X光|[VU]领|[QPO]版|[AC]位)$/;

/** Between Han and Latin, in either order. */
function isJoint(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at);
  if (isIdeograph(before))
    return isLatin(after) || (CURRENCY.includes(text.charAt(at)) && isDigit(text.charCodeAt(at + 1)));
  if (ONE_WORD.test(text.slice(Math.max(0, at - 2), at + 1))) return false;
  return isIdeograph(after) && (isLatin(before) || endsNumber(text, at));
}

/** After `15%`, `30°`, `1000+`, and after `C++`. */
function endsNumber(text: string, at: number): boolean {
  const last = text.charAt(at - 1);
  if (last === '' || !`${UNITS}+`.includes(last)) return false;
  return (
    isDigit(text.charCodeAt(at - 2)) ||
    (last === '+' && text.charAt(at - 2) === '+' && isLatin(codePointBefore(text, at - 2)))
  );
}

/** Whether blanks are beside a full-width mark, or separate a number from its unit. */
function isNeedless(text: string, start: number, end: number, marks: MarkSides | undefined): boolean {
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (isFullWidthPunctuation(before) || isFullWidthPunctuation(after)) return true;
  if (isDigit(before) && UNITS.includes(text.charAt(end)) && end < text.length) return true;
  if (marks?.opening.has(start - 1) || marks?.closing.has(end)) return true;
  const afterMark = marks?.closing.has(start - 1) || isDoubled(text, start - 2);
  const beforeMark = marks?.opening.has(end) || isDoubled(text, end);
  return (afterMark && (isWide(after) || beforeMark)) || (beforeMark && isWide(before)) || false;
}

function isDoubled(text: string, at: number): boolean {
  const two = text.slice(Math.max(at, 0), at + 2);
  return two === '——' || two === '……';
}

interface MarkSides {
  readonly opening: ReadonlySet<number>;
  readonly closing: ReadonlySet<number>;
}

function markSides(text: string): MarkSides {
  const pairs = quotePairs(text, 'all').filter(({ han }) => han);
  return { opening: new Set(pairs.map(({ open }) => open)), closing: new Set(pairs.map(({ close }) => close)) };
}
