import { codePointAfter, codePointBefore, type Edit, OBJECT } from '../text/index.ts';
import { isElision, isFeet, isInches, isSureElision } from './apostrophes.ts';
import { isDigit, isIdeograph, isLatin, isLetter } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';

/**
 * ' and " become ‘ ’ “ ”, the apostrophe ’, and feet and inches (minutes and seconds) ′ ″. Curly marks
 * stay unless they are certainly wrong: an opening mark inside a word, or before '90s and 'twas.
 */
export const quotesCurly: Pass = {
  name: 'quotes-curly',
  trigger: ({ quotes }) => (quotes === 'curly' ? `['"\u2018]` : undefined),
  edits: (text) => {
    const edits: Edit[] = [];
    const state: State = { text, open: [], before: '' };
    for (const { 0: typed, index } of text.matchAll(/['"‘’“”„‚]/g)) {
      // The mark before this one as printed, because it may just have become curly.
      const adjacent = edits.at(-1);
      state.before = adjacent && adjacent.span.end === index ? adjacent.text : text.charAt(index - 1);
      const mark = printed(state, index, typed);
      if (mark !== typed) edits.push(replaceAt(index, mark));
    }
    return edits;
  },
};

interface State {
  readonly text: string;
  /** The opening marks that are not closed yet. */
  readonly open: string[];
  before: string;
}

function printed(state: State, at: number, typed: string): string {
  switch (typed) {
    case '"':
      return double(state, at);
    case "'":
      return single(state, at);
    case '‘':
      if (isSureElision(state.text, at) || isInWord(state.text, at)) return '’';
      state.open.push('‘');
      return typed;
    case '“':
      // The closing mark of German „ “.
      if (state.open.at(-1) === '„') state.open.pop();
      else state.open.push('“');
      return typed;
    case '”':
      return close(state, '“', typed);
    case '’':
      return isInWord(state.text, at) ? typed : close(state, '‘', typed);
    default:
      state.open.push(typed);
      return typed;
  }
}

function double(state: State, at: number): string {
  const { text, open } = state;
  const isOpen = open.includes('“');
  if (isDigitOrFraction(text.charAt(at - 1)) && isInches(text, at, isOpen)) return '″';
  const left = leftOf(state);
  const right = rightOf(text, at);
  if (left === 'space' || left === 'opening') {
    // Nothing is inside an empty pair: "".
    const isEmpty = state.before === '“' && right !== 'word';
    const closes = isOpen && (left === 'space' || isEmpty) && right !== 'word';
    return closes ? close(state, '“', '”') : opened(state, '“');
  }
  return !isOpen && right === 'word' ? opened(state, '“') : close(state, '“', '”');
}

function single(state: State, at: number): string {
  const { text, open } = state;
  const isOpen = open.at(-1) === '‘';
  const before = text.charAt(at - 1);
  if (isDigitOrFraction(before) && isFeet(text, at, isOpen)) return '′';
  if (isInWord(text, at) || (before === OBJECT && isLetter(codePointAfter(text, at + 1)))) return '’';
  if (isSureElision(text, at)) return '’';
  const left = leftOf(state);
  const right = rightOf(text, at);
  if (left === 'word') {
    // Han has no space before a quotation. After Latin letters, brackets and quotations it is an apostrophe.
    const glued = /[\s,.:;!?…，。：；？！、]/.test(before) || isIdeograph(codePointBefore(text, at));
    return !isOpen && glued && right === 'word' ? opened(state, '‘') : close(state, '‘', '’');
  }
  if (isElision(text, at, open.includes('‘'))) return '’';
  if (left === 'dash') return isOpen || right !== 'word' ? close(state, '‘', '’') : opened(state, '‘');
  return right === 'word' || (left === 'opening' && right === 'punctuation')
    ? opened(state, '‘')
    : close(state, '‘', '’');
}

function opened({ open }: State, mark: '‘' | '“'): string {
  open.push(mark);
  return mark;
}

/** Closes the last such mark and those inside it. Without one, the mark is an apostrophe or a slip. */
function close({ open }: State, opening: '‘' | '“', mark: string): string {
  const at = open.lastIndexOf(opening);
  if (at !== -1 && (opening === '“' || at === open.length - 1)) open.length = at;
  return mark;
}

function leftOf({ before }: State): 'space' | 'opening' | 'dash' | 'word' {
  if (before === '' || /\s/.test(before)) return 'space';
  if ('([{<«‹（【《〈「『“‘„‚'.includes(before)) return 'opening';
  return '—–―-/=|'.includes(before) ? 'dash' : 'word';
}

/** What follows other quotation marks. An ellipsis, and a dash or full stops before a letter (.NET), count as a word. */
function rightOf(text: string, at: number): 'space' | 'punctuation' | 'word' {
  let index = at + 1;
  while (index < text.length && index < at + 8 && `'"‘’“”`.includes(text.charAt(index))) index++;
  const after = text.charAt(index);
  if (after === '' || /\s/.test(after)) return 'space';
  if (after === '…' || /^(?:\.\.\.|(?:\.{1,2}|[—–―]|-{1,3})[A-Za-z0-9])/.test(text.slice(index, index + 4)))
    return 'word';
  return '.,:;!?)]}>»›，。：；？！、）】》〉」』—–―-/|'.includes(after) ? 'punctuation' : 'word';
}

function isInWord(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  return (
    isLatin(before) &&
    (isLetter(codePointAfter(text, at + 1)) || (isDigit(before) && isDigit(codePointAfter(text, at + 1))))
  );
}

function isDigitOrFraction(character: string): boolean {
  return /[\d½¼¾⅓⅔⅛⅜⅝⅞]/.test(character);
}
