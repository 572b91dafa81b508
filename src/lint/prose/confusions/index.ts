import type { Span } from '../../../text/index.ts';
import { PHRASES } from './phrases.ts';
import type { Row } from './row.ts';
import { SOUND_ALIKES } from './sound-alikes.ts';

/** A word in a text that another word was meant for. */
export interface ConfusedWord {
  readonly span: Span;
  readonly right: string;
}

/** A row as one pattern, which is tried at each place of its word. */
interface Judge {
  readonly pattern: RegExp;
  readonly right: string;
}

/** What is beside the most frequent words where they are wrong, so that the search skips them elsewhere. */
const FREQUENT: Readonly<Record<string, string>> = {
  to: '(?= (?:[$€£\\d]|(?:many|much|few|little|often|long|late|early|soon|small|big|large|high|low|fast|slow|expensive|hard|easy|weak|strong|heavy|young|old|dangerous|difficult|costly|risky|busy|tired|poor|sick)\\b))',
  of: '(?<=(?:ould|must|might|t) of)',
  in: '(?= the same)',
  i: '(?<=and i)',
  and: '(?= point)',
};

/** Built on first use, because most runs never check. The pattern of a row is compiled when its word is first found. */
let known: { readonly rows: ReadonlyMap<string, readonly Row[]>; readonly words: RegExp } | undefined;

function table(): NonNullable<typeof known> {
  if (known) return known;
  const rows = new Map<string, Row[]>();
  for (const row of [...SOUND_ALIKES, ...PHRASES]) {
    const others = rows.get(row[1]);
    if (others) others.push(row);
    else rows.set(row[1], [row]);
  }
  const any = [...rows.keys()].map((word) => `${spelt(word)}${FREQUENT[word] ?? ''}`).join('|');
  known = { rows, words: new RegExp(`\\b(?:${any})(?![\\w'’-])`, 'gi') };
  return known;
}

const judges = new Map<string, readonly Judge[]>();

function judgesOf(word: string): readonly Judge[] {
  const compiled = judges.get(word) ?? table().rows.get(word)?.map(judgeOf) ?? [];
  judges.set(word, compiled);
  return compiled;
}

/** The text before a word is read from right to left, so that it costs no more than its own length. */
function judgeOf([after, wrong, before, right]: Row): Judge {
  return { pattern: new RegExp(`(?<=${after})${spelt(wrong)}(?=${before})`, 'iy'), right };
}

function spelt(word: string): string {
  return word.replace("'", "['’]");
}

/** Finds the words that the words around them show to be wrong. */
export function* confusedWords(text: string): Generator<ConfusedWord> {
  for (const { 0: found, index: start } of text.matchAll(table().words)) {
    const end = start + found.length;
    if (/[\w'’@#&/-]/.test(text.charAt(start - 1))) continue;
    const wrong = found.toLowerCase().replace('’', "'");
    const judge = judgesOf(wrong).find(({ pattern }) => {
      pattern.lastIndex = start;
      return pattern.test(text);
    });
    if (judge) yield { span: { start, end }, right: likeCase(judge.right, found) };
  }
}

/** A word with the capital of another. `I` always has one. */
function likeCase(word: string, other: string): string {
  const isCapital = /^[A-Z]/.test(other) && other !== 'I';
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
