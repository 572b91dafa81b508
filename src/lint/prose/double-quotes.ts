import { isInches } from '../../typography/index.ts';

/** What the double quotation marks of a text leave over: offsets of those that nothing closes, and of those that close nothing. */
export interface OpenQuotes {
  readonly open: readonly number[];
  readonly astray: readonly number[];
}

const MARKS = /["“”„「」『』]/g;

/**
 * Pairs the double quotation marks of a text. A straight mark opens or closes by what stands beside it, and in between by
 * what is open; “ closes „; a mark alone in its text is a ditto.
 */
export function openQuotes(text: string): OpenQuotes {
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
  // Swedish and Finnish open with ”, too.
  if (mark === '”') return !isOpen && mayOpen && !mayClose ? 'opens' : 'closes';
  if (mayOpen === mayClose) return isOpen ? 'closes' : 'opens';
  return mayOpen ? 'opens' : 'closes';
}

function isMeasure(text: string, at: number, isOpen: boolean): boolean {
  return /[\d½¼¾⅓⅔⅛⅜⅝⅞]/.test(text.charAt(at - 1)) && isInches(text, at, isOpen);
}

/** Something of a word, or an ellipsis, stands after it. */
function beginsWord(text: string, at: number): boolean {
  const after = text.charAt(at + 1);
  if (after === '.') return /^\.(?:\.\.|[A-Za-z0-9])/.test(text.slice(at + 1, at + 4));
  return after !== '' && !/[\s,;:!?)\]}，。；：！？、）》】”]/.test(after);
}

/** Something of a word or its sentence stands before it. */
function endsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before !== '' && !/[\s([{（《【“]/.test(before);
}
