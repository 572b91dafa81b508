import type { Passage } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { quotations } from '../prose/quotations.ts';

/** A sentence that somebody says, with the words that follow an attribution. */
export interface Spoken {
  readonly passage: Passage;
  readonly span: Span;
}

/** How many words or Chinese characters make a quotation certainly one of a sentence, and how many possibly. */
const CERTAIN = { words: 5, characters: 8 };
const POSSIBLE = { words: 2, characters: 3 };

/** Returns the quotations of sentences. A quotation that an attribution interrupts is one, and so is a block of them. */
export function certainQuotations(context: RuleContext): readonly Spoken[] {
  return spokenIn(context, CERTAIN, (gap) => !hasEndInside(gap));
}

/** Returns how many quotations a note may have at most: also those of few words, and both parts where they may be two. */
export function possibleQuotations(context: RuleContext): number {
  return spokenIn(context, POSSIBLE, (gap, before) => /[,，]["”]?$/.test(before) && !hasEndInside(gap)).length;
}

/** Whether a sentence ends between two quotations, and not only right before the second. */
function hasEndInside(gap: string): boolean {
  return /[.!?。！？]["”’）)]*\s*\S/.test(gap.replace(/[.,:，。：、\s]+$/, ''));
}

function spokenIn(
  { passages, headline }: RuleContext,
  { words, characters }: typeof CERTAIN,
  areOne: (gap: string, before: string) => boolean,
): readonly Spoken[] {
  const found: Spoken[] = [];
  let wasQuoted = false;
  for (const passage of passages) {
    if (passage.kind !== 'paragraph' || passage === headline) continue;
    const { text, isQuoted } = passage;
    if (isQuoted) {
      if (!wasQuoted) found.push({ passage, span: { start: 0, end: text.length } });
    } else {
      let last: Span | undefined;
      const least = hasHan(text) ? characters : words;
      for (const span of quotations(passage)) {
        const isOne = last && areOne(text.slice(last.end, span.start), text.slice(last.end - 2, last.end));
        const isLong = lengthOf(text.slice(span.start, span.end)) >= least;
        if (isLong && !isOne) found.push({ passage, span });
        if (isLong) last = span;
      }
    }
    wasQuoted = isQuoted;
  }
  return found;
}

/** The number of Chinese characters, or else of words. */
function lengthOf(text: string): number {
  return hasHan(text) ? (text.match(/[\u3400-\u9fff]/g) ?? []).length : text.split(/\s+/).length;
}
