import type { Span } from '../../../text/index.ts';
import type { English } from '../english.ts';
import { lowered } from '../numbers.ts';
import { WordClasses } from '../word-classes.ts';
import { rightByClass } from './by-class.ts';
import { HOMOPHONES } from './homophones.ts';
import { IDIOMS } from './idioms.ts';
import { JUDGES } from './judges.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { MORE_HOMOPHONES } from './more-homophones.ts';
import { Pairs } from './pairs.ts';
import { PHRASES } from './phrases.ts';
import type { Row } from './row.ts';
import { SOUND_ALIKES } from './sound-alikes.ts';

/** A word in a text that another word was meant for. */
export interface ConfusedWord {
  readonly span: Span;
  readonly right: string;
  /** Whether a speaker may have said it, as in `less people`. Otherwise the two words sound alike, and the writer chose. */
  readonly isSpoken: boolean;
}

/** A row as one pattern, which is tried at each place of its word. */
interface Judge {
  readonly pattern: RegExp;
  readonly right: string;
}

/** The most frequent words with what is beside them where they are wrong, so that no row is tried elsewhere. */
const FREQUENT: ReadonlyMap<string, RegExp> = new Map([
  [
    'to',
    /to (?:[$€£\d]|(?:many|much|few|little|often|long|late|early|soon|small|big|large|high|low|fast|slow|expensive|hard|easy|weak|strong|heavy|young|old|dangerous|difficult|costly|risky|busy|tired|poor|sick)\b|[a-z]+(?:[.;!?]| to | for ))/y,
  ],
  [
    'of',
    /(?<=(?:ould|must|might|may|not|never|also|only|['’]t|[^aeiou]ed|[ls]aid|paid|teed|to [a-z]{3,7}|[cf][ao]me|f[ae]ll|took|takes?|got?|get|turn|switch|went|goes|drove|ran) )of/y,
  ],
  ['in', /in the same/y],
  [
    'and',
    /and (?:point|effort|attempt|interview|hour|e-?mail|emergency|article|agreement|average|investigation|official|independent|inquiry|apology|elderly|un[dpu])/y,
  ],
  ['has', /has (?:well|soon|long|far|many|much) as\b/y],
  ['it', /it own\b/y],
  ['you', /you own\b/y],
  ['they', /they own\b/y],
  ['he', /he own\b/y],
  [
    'who',
    /(?<=of )who|who (?:should|did|do|does|was|were|is|are|will|would|can|could)|who (?:(?:the|an?|his|her|their|its) [a-z]+|he|she|they|we|i|police|[a-z]{4,}s) [a-z]+/y,
  ],
]);

/** A word as the tables have it. */
const WORD = /[A-Za-z]+(?:['’-][A-Za-z]+)*/g;

/** By word, the rows that are written as code. */
interface Table {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly pairs: Pairs;
}

/** Made on first use, because most runs never check. The pattern of a row is compiled when its word is first found. */
let known: Table | undefined;

function table(): Table {
  if (known) return known;
  const rows = new Map<string, Row[]>();
  for (const row of [...SOUND_ALIKES, ...PHRASES]) {
    const others = rows.get(row[1]);
    if (others) others.push(row);
    else rows.set(row[1], [row]);
  }
  known = { rows, pairs: new Pairs([HOMOPHONES, MORE_HOMOPHONES, LOOK_ALIKES, IDIOMS]) };
  return known;
}

/** Words that speakers use, whatever the stylebooks say. */
const SPOKEN = new Set(
  'less fewer amount to i laying lay irregardless hone honed hones honing regards worse worst it into who whom'.split(
    ' ',
  ),
);

/** The patterns of each word, for a passage and for a whole note. */
const judges = new Map<string, readonly Judge[]>();
const judgesOfNotes = new Map<string, readonly Judge[]>();

function judgesOf(word: string, isWhole: boolean): readonly Judge[] {
  const all = isWhole ? judgesOfNotes : judges;
  const known = all.get(word);
  if (known) return known;
  const { rows, pairs } = table();
  const flags = isWhole ? 'my' : 'y';
  const compiled = [...(rows.get(word) ?? []), ...pairs.rowsOf(word)].map((row) => judgeOf(row, flags));
  all.set(word, compiled);
  return compiled;
}

/**
 * The text before a word is read from right to left, so that it costs no more than its own length. The pattern is for a text
 * in lower case: one that ignores case takes a third longer to compile.
 */
function judgeOf([after, wrong, before, right]: Row, flags: string): Judge {
  const pattern = `(?<=${after})${spelt(wrong)}(?=${before})`;
  return {
    pattern: new RegExp(
      pattern.replace(CAPITAL, (found) => (found.length > 1 ? found : found.toLowerCase())),
      flags,
    ),
    right,
  };
}

/** A capital, or an escape, which keeps its case. */
const CAPITAL = /\\.|[A-Z]/g;

function spelt(word: string): string {
  return word.replace("'", "['’]");
}

/**
 * Finds the words that the words around them show to be wrong.
 * @param english the dictionary. Without it, only the tables are used.
 * @param isWhole whether the text has several passages, with an empty line between them.
 */
export function* confusedWords(text: string, english?: English, isWhole = false): Generator<ConfusedWord> {
  const { rows, pairs } = table();
  const classes = english && new WordClasses(english);
  const lower = lowered(text);
  for (const { 0: found, index: start } of text.matchAll(WORD)) {
    const wrong = plain(found);
    if (!rows.has(wrong) && !pairs.has(wrong) && !JUDGES.has(wrong)) continue;
    const end = start + found.length;
    if (/[\w'’@#&/-]/.test(text.charAt(start - 1)) || /[\w'’-]/.test(text.charAt(end))) continue;
    const frequent = FREQUENT.get(wrong);
    if (frequent && !matchesAt(frequent, lower, start)) continue;
    const span = { start, end };
    const right = rightByRow(wrong, lower, start, isWhole) ?? (classes && rightByClass(wrong, text, span, classes));
    if (right !== undefined) yield { span, right: likeCase(right, found), isSpoken: SPOKEN.has(wrong) };
  }
}

function rightByRow(wrong: string, text: string, start: number, isWhole: boolean): string | undefined {
  return judgesOf(wrong, isWhole).find(({ pattern }) => matchesAt(pattern, text, start))?.right;
}

const LOWER_A = 'a'.charCodeAt(0);

/** Most words are in lower case already. */
function plain(word: string): string {
  return word.charCodeAt(0) < LOWER_A || word.includes('’') ? word.toLowerCase().replace('’', "'") : word;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** A word with the capital of another. `I` always has one. */
function likeCase(word: string, other: string): string {
  const isCapital = /^[A-Z]/.test(other) && other !== 'I';
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
