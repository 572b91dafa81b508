import type { Span } from '../../../text/index.ts';
import { PHRASES } from './phrases.ts';
import type { Row } from './row.ts';
import { SOUND_ALIKES } from './sound-alikes.ts';

/** A word in a text that another word was meant for. */
export interface ConfusedWord {
  readonly span: Span;
  readonly right: string;
}

interface Judge {
  readonly after: RegExp;
  readonly before: RegExp;
  readonly right: string;
}

/** What is beside the most frequent words where they are wrong, so that the search skips them elsewhere. */
const FREQUENT: Readonly<Record<string, string>> = {
  to: '(?= (?:[$€£\\d]|(?:many|much|few|little|often|long|late|early|soon|small|big|large|high|low|fast|slow|expensive|hard|easy|weak|strong|heavy|young|old|dangerous|difficult|costly|risky|busy|tired|poor|sick)\\b))',
  of: '(?<=(?:ould|must|might|t) of)',
  in: '(?= the same)',
  and: '(?= point)',
};

/** How far the text beside a word is read. */
const REACH = 80;

let known: { readonly judges: ReadonlyMap<string, readonly Judge[]>; readonly words: RegExp } | undefined;

/** Built on first use, because most runs never check. */
function table(): NonNullable<typeof known> {
  if (known) return known;
  const judges = new Map<string, Judge[]>();
  for (const [after, wrong, before, right] of [...SOUND_ALIKES, ...PHRASES]) {
    const judge = judgeOf([after, wrong, before, right]);
    const others = judges.get(wrong);
    if (others) others.push(judge);
    else judges.set(wrong, [judge]);
  }
  const any = [...judges.keys()].map((word) => `${word.replace("'", "['’]")}${FREQUENT[word] ?? ''}`).join('|');
  known = { judges, words: new RegExp(`\\b(?:${any})(?![\\w'’-])`, 'gi') };
  return known;
}

function judgeOf([after, , before, right]: Row): Judge {
  return { after: new RegExp(`(?:${after})$`, 'i'), before: new RegExp(`^(?:${before})`, 'i'), right };
}

/** Finds the words that the words around them show to be wrong. */
export function* confusedWords(text: string): Generator<ConfusedWord> {
  const { judges, words } = table();
  for (const { 0: found, index: start } of text.matchAll(words)) {
    const end = start + found.length;
    if (/[\w'’@#&/-]/.test(text.charAt(start - 1))) continue;
    const wrong = found.toLowerCase().replace('’', "'");
    const [before, behind] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
    const judge = judges.get(wrong)?.find((one) => one.before.test(behind) && one.after.test(before));
    if (judge) yield { span: { start, end }, right: likeCase(judge.right, found) };
  }
}

/** A word with the capital of another, and with its kind of apostrophe. */
function likeCase(word: string, other: string): string {
  const isCapital = /^[A-Z]/.test(other);
  return isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
