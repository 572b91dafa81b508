import type { Passage } from '../../model/passage.ts';
import { isInches, maskCodeLike } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const MARK = /["“”„「」『』]/;
/** Attributes, JSON and strings of programs have their own rules for quotation marks. */
const DATA = /=["“]|["”][ \t]*:[ \t]*["“[{]|"""/;
const OPENED = 'unclosed quotation';
const CLOSED = 'closing quotation mark without an opening one';

export const unbalancedQuote: Rule = {
  id: 'unbalanced-quote',
  group: 'quotation marks',
  what: 'A double quotation mark without a partner.',
  why: 'If a mark is missing, readers cannot tell where the quoted words begin or end. A quotation of several paragraphs opens each of them and closes only the last (Chicago Manual of Style, GB/T 15834). Marks for inches and seconds, as in `6"`, do not count.',
  severity: 'warning',
  bad: { body: 'The lab opened.\n\nIts director said, "We sleep, and the lab does not.' },
  good: { body: 'The lab opened.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    const { passages } = context;
    const alone = passages.map(({ text }) =>
      MARK.test(text) && !DATA.test(text) ? openQuotes(maskCodeLike(text)) : { open: [], astray: [] },
    );
    const across = acrossItems(context, alone);
    let isOpen = false;
    for (const [index, passage] of passages.entries()) {
      const { open, astray } = alone[index] ?? { open: [], astray: [] };
      // A quotation that does not open its next paragraph is one problem, not two.
      const strays = isOpen ? astray.slice(1) : astray;
      const next = passages[index + 1];
      const goesOn = across.has(index) || (next && open.length === 1 && continues(context, passage, next));
      const opened = open.slice(0, goesOn ? 0 : 1);
      isOpen = opened.length > 0;
      yield* inPassage(passage, unbalanced(opened, across.has(index) ? [] : strays));
    }
  },
};

/** The passages in which a quotation begins or ends that goes through the items of a list or the cells of a table. */
function acrossItems({ passages, source }: RuleContext, alone: readonly OpenQuotes[]): ReadonlySet<number> {
  const across = new Set<number>();
  let start: number | undefined;
  for (const [index, { open, astray }] of alone.entries()) {
    const isWhole = open.length + astray.length === 0;
    const isEnd = start !== undefined && open.length === 0 && astray.length === 1;
    const isInItems = [passages[start ?? index], passages[index]].some(
      (passage) => passage && isItem(passage, source.text),
    );
    if (isEnd && isInItems && start !== undefined) across.add(start).add(index);
    if (!isWhole) start = open.length === 1 && astray.length === 0 ? index : undefined;
  }
  return across;
}

function isItem({ kind, span }: Passage, source: string): boolean {
  const line = source.lastIndexOf('\n', span.start - 1) + 1;
  return kind === 'cell' || /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$/.test(source.slice(line, span.start));
}

function* unbalanced(opened: readonly number[], closed: readonly number[]): Generator<TextMatch> {
  for (const at of opened)
    yield { message: OPENED, advice: 'Add the closing quotation mark.', span: { start: at, end: at + 1 } };
  for (const at of closed)
    yield { message: CLOSED, advice: 'Add the opening quotation mark.', span: { start: at, end: at + 1 } };
}

/** Whether the next paragraph continues the quotation, and so opens it again. */
function continues({ source }: RuleContext, passage: Passage, next: Passage): boolean {
  if (passage.kind !== 'paragraph' || next.kind !== 'paragraph' || !/^["“„「『]/.test(next.text)) return false;
  return !/^#{1,6} /m.test(source.text.slice(passage.span.end, next.span.start));
}

/** The offsets of double quotation marks that open without a partner, and of those that close without one. */
interface OpenQuotes {
  readonly open: readonly number[];
  readonly astray: readonly number[];
}

const MARKS = /["“”„「」『』]/g;

/**
 * Returns the double quotation marks of a text that have no partner. The characters beside a straight mark decide whether it
 * opens or closes; if they do not, it closes what is open. “ closes „. A mark alone in its text is a ditto mark.
 */
function openQuotes(text: string): OpenQuotes {
  const open: number[] = [];
  const corners = { '「': [] as number[], '『': [] as number[] };
  const astray: number[] = [];
  if (/^\s*["”„“]\s*$/.test(text)) return { open, astray };
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark === '「' || mark === '『') corners[mark].push(at);
    else if (mark === '」' || mark === '』') {
      if (corners[mark === '」' ? '「' : '『'].pop() === undefined) astray.push(at);
    } else {
      const turn = turnOf(text, at, mark, open);
      if (turn === 'opens') open.push(at);
      else if (turn === 'closes' && open.pop() === undefined) astray.push(at);
    }
  }
  const left = [...open, ...corners['「'], ...corners['『']].sort((a, b) => a - b);
  return { open: left, astray };
}

type Turn = 'opens' | 'closes' | 'neither';

function turnOf(text: string, at: number, mark: string, open: readonly number[]): Turn {
  const last = text.charAt(open.at(-1) ?? text.length);
  const isOpen = open.length > 0;
  if (mark === '„') return 'opens';
  if (mark === '“') return last === '„' ? 'closes' : 'opens';
  if (mark === '"' && isMeasure(text, at, isOpen)) return 'neither';
  const mayOpen = beginsWord(text, at);
  const mayClose = endsWord(text, at);
  // Swedish and Finnish also open with ”.
  if (mark === '”') return !isOpen && mayOpen && !mayClose ? 'opens' : 'closes';
  if (mayOpen === mayClose) return isOpen ? 'closes' : 'opens';
  return mayOpen ? 'opens' : 'closes';
}

function isMeasure(text: string, at: number, isOpen: boolean): boolean {
  return /[\d½¼¾⅓⅔⅛⅜⅝⅞]/.test(text.charAt(at - 1)) && isInches(text, at, isOpen);
}

/** Whether a word or an ellipsis follows. */
function beginsWord(text: string, at: number): boolean {
  const after = text.charAt(at + 1);
  if (after === '.') return /^\.(?:\.\.|[A-Za-z0-9])/.test(text.slice(at + 1, at + 4));
  return after !== '' && !/[\s,;:!?)\]}，。；：！？、）》】”]/.test(after);
}

/** Whether a word or its punctuation comes before. */
function endsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before !== '' && !/[\s([{（《【“]/.test(before);
}
