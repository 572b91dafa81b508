import { cut } from './oracle/cut.ts';
import { lostFacts } from './oracle/facts.ts';
import { differentData } from './oracle/front-matter.ts';
import { differentGfm } from './oracle/gfm.ts';
import { differentStory } from './oracle/story.ts';
import { differentText } from './oracle/text.ts';

export { wrongShape } from './oracle/shape.ts';
export { isReadable } from './oracle/story.ts';

/**
 * Whether a formatted note means what the note meant, judged from outside: by the story that it makes, by the HTML that a
 * second Markdown parser and a GFM parser make of it, by the data that the yaml package reads, and by its words. Each fault is one line;
 * there is none when all is well. The program's own comparison has no part in this.
 */
export function differences(before: string, after: string): string[] {
  const { faults, moved } = differentText(before, after);
  const gfm = differentGfm(before, after, moved);
  return [
    ...differentStory(before, after),
    ...(FOOTNOTE.test(before) && gfm.length === 0 ? faults.filter((fault) => !TEXT.test(fault)) : faults),
    ...differentData(cut(before).yaml, cut(after).yaml),
    ...lostFacts(before, after, moved),
    ...gfm,
  ];
}

/** To CommonMark a footnote is a definition, and `[^1]: '` opens a title. What only its parser sees there is no fault. */
const FOOTNOTE = /^[ \t>]*\[\^[^\]\s]+\]:/m;
const TEXT = /^(?:lost|new) text:/;
