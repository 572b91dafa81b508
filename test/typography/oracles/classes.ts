import { isHan } from '../../../src/text/index.ts';
import type { Difference } from './compare.ts';
import type { Tool } from './tools.ts';

/** A kind of difference that is right, with the reason. */
export interface DifferenceClass {
  readonly tool: Tool['name'];
  readonly reason: string;
  readonly explains: (difference: Difference) => boolean;
}

const HALF: ReadonlyMap<string, string> = new Map(
  [...'，。；：！？（）'].map((mark, at) => [mark, ',.;:!?()'.charAt(at)]),
);
const isHanText = (text: string) => text !== '' && isHan(text.codePointAt(0) ?? 0);
/** A mark of full width, also by its neighbours. */
const WIDE = /^(?:[，。：；？！、（）《》「」『』“”‘’]|……|——)$/;
const isLatinText = (text: string) => /^[A-Za-z\d]$/.test(text);
/** Letters, digits and the percent sign in full width. */
const WIDE_LATIN = /^[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]$/;
/** A mark that one prints full-width and the other half-width. */
const leavesHalf = ({ ours, theirs }: Difference) => HALF.get(ours) === theirs;

/** The first class that explains a difference stands for it. */
export const CLASSES: readonly DifferenceClass[] = [
  {
    tool: 'autocorrect',
    reason: 'It leaves straight quotation marks; GB/T 15834 has “ ” and ‘ ’.',
    explains: ({ ours, theirs }) => (/[“”]/.test(ours) && theirs === '"') || (/[‘’]/.test(ours) && theirs === "'"),
  },
  {
    tool: 'autocorrect',
    reason: 'It leaves half-width brackets; GB/T 15834 has full-width ones.',
    explains: ({ ours, theirs }) => /[（）]/.test(ours) && HALF.get(ours) === theirs,
  },
  {
    tool: 'autocorrect',
    reason: 'It never changes a semicolon.',
    explains: (difference) => difference.ours === '；' && leavesHalf(difference),
  },
  {
    tool: 'autocorrect',
    reason: 'It changes a mark only after Han, and before Han or at the end.',
    explains: (difference) =>
      leavesHalf(difference) &&
      !(isLatinText(difference.theirBefore) && isLatinText(difference.theirAfter)) &&
      !(
        isHanText(difference.theirBefore) &&
        difference.theirGap === '' &&
        (isHanText(difference.theirAfter) || difference.theirAfter === '')
      ),
  },
  {
    tool: 'autocorrect',
    reason: 'It misses every second of the same marks in a row, as in 实验:实验:实验.',
    explains: (difference) =>
      leavesHalf(difference) && /[：！？]/.test(difference.ours) && difference.lastMark === difference.ours,
  },
  {
    tool: 'autocorrect',
    reason: 'It leaves ... and -- as typed; GB/T 15834 has …… and ——.',
    explains: ({ ours, theirs }) =>
      (ours === '……' && /^(?:[.。]{3,}|…)$/.test(theirs)) || (ours === '——' && /^-{2,3}$/.test(theirs)),
  },
  {
    tool: 'autocorrect',
    reason: 'It takes ° and ℃ for no end of a number.',
    explains: ({ ours, theirs, before, after }) =>
      ours === ' ' && theirs === '' && /[°℃]/.test(before) && isHanText(after),
  },
  {
    tool: 'autocorrect',
    reason: 'It takes é for no letter.',
    explains: ({ ours, theirs, before, after }) =>
      ours === ' ' && theirs === '' && ((before === 'é' && isHanText(after)) || (isHanText(before) && after === 'é')),
  },
  {
    tool: 'autocorrect',
    reason: 'It inserts a space outside half-width brackets, which the house prints full-width.',
    explains: ({ ours, theirs, written, theirBefore, theirAfter }) =>
      ours === '' && theirs === ' ' && written === '' && (theirBefore === ')' || theirAfter === '('),
  },
  {
    tool: 'autocorrect',
    reason: 'It leaves a space beside a full-width mark if there is no Han on the other side.',
    explains: ({ ours, theirs, written, before, after }) =>
      ours === '' && theirs !== '' && written.startsWith(theirs) && (WIDE.test(before) || WIDE.test(after)),
  },
  {
    tool: 'autocorrect',
    reason: 'It takes out the space between a Latin word and a curly mark, which belongs to Latin text, too.',
    explains: ({ ours, theirs, before, after }) =>
      ours === ' ' &&
      theirs === '' &&
      ((/[”’]/.test(before) && /[A-Za-z\d]/.test(after)) || (/[A-Za-z\d%é]/.test(before) && /[“‘]/.test(after))),
  },
  {
    tool: 'zhlint',
    reason: 'It leaves ... and -- as typed; GB/T 15834 has …… and ——.',
    explains: ({ ours, theirs, written }) =>
      theirs === written &&
      ((ours === '……' && /^(?:[.。]{3,}|…)$/.test(theirs)) || (ours === '——' && /^-{2,3}$/.test(theirs))),
  },
  {
    tool: 'zhlint',
    reason: 'It takes % and + for symbols of their own, and leaves a space or a mark after them as typed.',
    explains: ({ ours, theirs, written, before, after, theirBefore }) =>
      theirs === written &&
      (/^[%+]$/.test(before)
        ? (ours === ' ' && isHanText(after)) || (ours === '' && WIDE.test(after)) || HALF.get(ours) === theirs
        : ours === '' && HALF.get(before) === theirBefore),
  },
  {
    tool: 'zhlint',
    reason: 'It prints every mark full-width; the house keeps those between Latin words, as in Node.js, v2.0.',
    explains: ({ ours, theirs, written, before, after }) =>
      ours === written && HALF.get(theirs) === ours && !isHanText(before) && !isHanText(after),
  },
  {
    tool: 'zhlint',
    reason: 'It takes out the space beside a mark that it alone prints full-width.',
    explains: ({ ours, theirs, before, after, theirBefore, theirAfter }) =>
      ours === ' ' &&
      theirs === '' &&
      ((before !== theirBefore && HALF.get(theirBefore) === before) ||
        (after !== theirAfter && HALF.get(theirAfter) === after)),
  },
  {
    tool: 'zhlint',
    reason: 'It takes out the space between a Latin word and a curly mark, which belongs to Latin text, too.',
    explains: ({ ours, theirs, before, after }) =>
      ours === ' ' &&
      theirs === '' &&
      ((/[”’…]/.test(before) && /[A-Za-z\d“‘…]/.test(after)) || (/[A-Za-z\d%°℃+é]/.test(before) && /[“‘]/.test(after))),
  },
  {
    tool: 'zhlint',
    reason: 'It leaves the spaces beside a dash or an ellipsis.',
    explains: ({ ours, theirs, written, before, after }) =>
      ours === '' && theirs !== '' && written !== '' && (/^(?:……|——)$/.test(before) || /^(?:……|——)$/.test(after)),
  },
  {
    tool: 'zhlint',
    reason: 'It curls every straight mark; the house keeps those of a quotation in Latin.',
    explains: ({ ours, theirs, written, before, after }) =>
      ours === written &&
      ((ours === '"' && /[“”]/.test(theirs)) || (ours === "'" && /[‘’]/.test(theirs))) &&
      !isHanText(before) &&
      !isHanText(after),
  },
  {
    tool: 'zhlint',
    reason: 'It takes out the space beside a mark that it alone curls.',
    explains: ({ ours, theirs, theirBefore, theirAfter, before, after }) =>
      ours === ' ' &&
      theirs === '' &&
      ((/["']/.test(before) && /[’”]/.test(theirBefore)) || (/["']/.test(after) && /[“‘]/.test(theirAfter))),
  },
  {
    tool: 'zhlint',
    reason: 'It takes a character beyond U+FFFF for Latin.',
    explains: ({ ours, theirs, before, after }) =>
      ours === '' &&
      theirs === ' ' &&
      (/^[\u{10000}-\u{10ffff}]$/u.test(before) || /^[\u{10000}-\u{10ffff}]$/u.test(after)),
  },
  {
    tool: 'zhlint',
    reason: 'It takes kana for no Chinese.',
    explains: (difference) => leavesHalf(difference) && /[\u3040-\u30ff]/.test(difference.before),
  },
  {
    tool: 'autocorrect',
    reason: 'It has a half-width colon between two numbers; the house leaves the one that the writer typed.',
    explains: ({ ours, theirs, written, before, after }) =>
      ours === '：' && ours === written && theirs === ':' && /\d/.test(before) && /\d/.test(after),
  },
  ...(['autocorrect', 'zhlint'] as const).flatMap((tool): DifferenceClass[] => [
    {
      tool,
      reason:
        'It changes full-width letters and digits; here a fix of check does, because a pass never changes a word.',
      explains: ({ ours, theirs, written, before, after }) =>
        (WIDE_LATIN.test(ours) && ours === written && theirs === ours.normalize('NFKC')) ||
        (ours === '' && theirs === ' ' && (WIDE_LATIN.test(before) || WIDE_LATIN.test(after))),
    },
    {
      tool,
      reason: 'It leaves several spaces.',
      explains: ({ ours, theirs, written }) => ours === ' ' && theirs.length > 1 && theirs === written,
    },
    {
      tool,
      reason: 'It leaves the space of 15 %.',
      explains: ({ ours, theirs, written, before, after }) =>
        ours === '' && theirs === written && /\d/.test(before) && /[%‰°℃]/.test(after),
    },
    {
      tool,
      reason: 'It takes $ for no part of a number.',
      explains: ({ ours, theirs, before, after }) =>
        ours === ' ' && theirs === '' && isHanText(before) && after === '$',
    },
    {
      tool,
      reason: 'It leaves a bullet between words; a name and a label have a middle dot.',
      explains: ({ ours, theirs, written }) => ours === '·' && theirs === written,
    },
  ]),
];

/** Texts on which a tool is wrong in its own way. */
export const EXCEPTIONS: readonly { readonly tool: Tool['name']; readonly text: string; readonly reason: string }[] = [
  { tool: 'zhlint', text: '使用 .NET 开发', reason: 'a name that starts with a full stop' },
  { tool: 'zhlint', text: '见 config.yaml,报告.pdf', reason: 'the name of a file' },
  { tool: 'zhlint', text: '见 config.yaml，报告.pdf', reason: 'the name of a file' },
  { tool: 'zhlint', text: '函数 f(x) 的值', reason: 'brackets of code' },
  { tool: 'zhlint', text: '约翰 J. 史密斯', reason: 'an initial' },
  { tool: 'zhlint', text: '苹果 Apple Inc. 宣布', reason: 'an abbreviation' },
  { tool: 'zhlint', text: '1. 苹果', reason: 'the number of an item' },
  { tool: 'zhlint', text: '真的吗?!', reason: 'two marks in a row' },
  { tool: 'zhlint', text: '一块 12" 屏幕', reason: 'an inch mark' },
  { tool: 'zhlint', text: '12"屏幕和15"屏幕', reason: 'inch marks' },
  { tool: 'zhlint', text: '一块12"屏幕的"新"电脑', reason: 'an inch mark' },
  { tool: 'zhlint', text: '12"屏幕和 15"屏幕', reason: 'inch marks' },
  { tool: 'zhlint', text: '一块 12"屏幕的“新”电脑', reason: 'an inch mark' },
  { tool: 'zhlint', text: '只有一个"引号', reason: 'a mark without a partner' },
  { tool: 'zhlint', text: '“前引号"后', reason: 'two marks of different shapes' },
];
