import { isInches } from '../../typography/index.ts';

/** The offsets of double quotation marks that open without a partner, and of those that close without one. */
export interface OpenQuotes {
  readonly open: readonly number[];
  readonly astray: readonly number[];
}

const MARKS = /["“”„「」『』]/g;

/**
 * Returns the double quotation marks of a text that have no partner. The characters beside a straight mark decide whether it
 * opens or closes; if they do not, it closes what is open. “ closes „. A mark alone in its text is a ditto mark.
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
