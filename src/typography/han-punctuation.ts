import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isBlank, isDigit, isIdeograph, isLatin, isLetter, isWide } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';
import { Sentence } from './sentence.ts';

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  ['.', '。'],
  [':', '：'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
]);

/** Skipped to find the word before a mark. Both widths of a bracket, so that the order of passes does not matter. */
const CLOSING = `)]}）】》」』"'”’`;
/** They close a quotation or a remark, which has a sentence of its own. */
const ENCLOSING = `"”』」)）`;
const OPENING = `([{（【《「『"'“‘`;

/** Common abbreviations, whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[^A-Za-z])(?:[A-Za-z]|[A-Za-z.]*\.[A-Za-z]+|Inc|Corp|Ltd|Co|Bros|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|vs|etc|al)$/;

/** A mark with something other than Latin on one side. Skips 3.5, 12:30 and Node.js. */
const TRIGGER = '[^A-Za-z0-9][,.:;?!]|[,.:;?!](?![A-Za-z0-9])';

/**
 * , . : ; ? ! beside Han become ，。：；？！. So does the mark at the end of a Han sentence whose last word is Latin. Marks
 * inside Latin text stay ASCII: `Node.js, v2.0`, 3.5, 12:30, 1,000, 3:1, a file name, an English sentence.
 */
export const hanPunctuation: Pass = {
  name: 'han-punctuation',
  trigger: ({ han }) => (han === 'full-width' ? TRIGGER : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    const sentence = new Sentence();
    // Whether the last word or mark is Han or full-width as printed. Ignores closing marks and blanks.
    let afterWide = false;
    for (let at = 0; at < text.length; at++) {
      const codePoint = codePointAfter(text, at);
      if (isIdeograph(codePoint)) {
        sentence.read(codePoint, -1);
        afterWide = true;
        if (codePoint > 0xffff) at++;
        continue;
      }
      const mark = text.charAt(at);
      const full = FULL_WIDTH.get(mark);
      if (full !== undefined && isHanMark(text, at, afterWide, sentence)) {
        edits.push(replaceAt(at, full));
        afterWide = true;
        sentence.read(full.charCodeAt(0), -1);
        continue;
      }
      sentence.read(codePoint, text.charCodeAt(at + 1));
      const transparent = isBlank(codePoint) || CLOSING.includes(mark) || isEllipsis(text, at);
      if (!transparent) afterWide = isWide(codePoint) && !OPENING.includes(mark);
    }
    return edits;
  },
};

/** Part of an ellipsis in any form. Like a blank, it does not change what the text before it is. */
function isEllipsis(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return mark === '…' || ('.。'.includes(mark) && (text[at - 1] === mark || text[at + 1] === mark));
}

function isHanMark(text: string, at: number, afterWide: boolean, sentence: Sentence): boolean {
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at + 1);
  if (before === -1 || before === 0x0a || (isDigit(before) && isDigit(after))) return false;
  // `使用 .NET`, but `AI ,夜间` and `你好 ,AI`.
  if (isBlank(before) && isLatin(after) && !',;'.includes(text.charAt(at))) return false;
  if (text[at] === '.') return isHanPeriod(text, at, afterWide, sentence);
  return afterWide || isHanBeside(wordAfter(text, at + 1)) || endsHanSentence(text, at, sentence);
}

function isHanPeriod(text: string, at: number, afterWide: boolean, sentence: Sentence): boolean {
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at + 1);
  if (before === 0x2e || after === 0x2e) return false;
  if (isBlank(before) && after !== -1 && after !== 0x0a) return false;
  // 报告.pdf is a file; 结束.OpenAI is a sentence and the next.
  if (afterWide) return !isLatin(after) || /^[A-Z][a-z]/.test(text.slice(at + 1, at + 3));
  if (endsHanSentence(text, at, sentence)) return !isAbbreviation(text, at) || isSingleLetterAtEnd(text, at);
  // Before more Han. The number of an item, `2. 香蕉`, keeps its full stop.
  const followed = isHanBeside(wordAfter(text, at + 1));
  return followed && !isDigit(before) && isLatinSide(before) && sentence.isHan() && !isAbbreviation(text, at);
}

function isLatinSide(codePoint: number): boolean {
  return isLatin(codePoint) || CLOSING.includes(String.fromCodePoint(codePoint)) || codePoint === 0x25;
}

/** Marks that only Han text has, whatever is inside: `15%, 《AI》`. */
const HAN_OPENING = '【《「『';

function isSkipped(mark: string): boolean {
  return OPENING.includes(mark) && !HAN_OPENING.includes(mark);
}

function isHanBeside(codePoint: number): boolean {
  return isIdeograph(codePoint) || (codePoint !== -1 && HAN_OPENING.includes(String.fromCodePoint(codePoint)));
}

/** The first character of the next word, or the first mark of Han, after blanks and opening marks. */
function wordAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || isSkipped(text.charAt(at)))) at++;
  return codePointAfter(text, at);
}

/** Whether only closing marks follow in the line or quotation, and the sentence, or the text in those marks, is mostly Han. */
function endsHanSentence(text: string, at: number, sentence: Sentence): boolean {
  if (ENCLOSING.includes(text.charAt(at + 1) || ' ')) return sentence.isHanInside();
  let end = at + 1;
  while (end < text.length && (isBlank(text.charCodeAt(end)) || CLOSING.includes(text.charAt(end)))) end++;
  if (end < text.length && text[end] !== '\n') return false;
  return CLOSING.includes(text.charAt(at + 1) || ' ') ? sentence.isHanInside() : sentence.isHan();
}

function isAbbreviation(text: string, at: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, at - 12), at));
}

/** 计划 B. ends a sentence; an initial does not. */
function isSingleLetterAtEnd(text: string, at: number): boolean {
  return isLetter(codePointBefore(text, at)) && !isLatin(codePointBefore(text, at - 1)) && text[at - 2] !== '.';
}
