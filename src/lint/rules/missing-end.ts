import type { NoteBlock, NoteSection } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { OBJECT, VERBATIM } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** The end of a sentence, with what may close behind it. */
const ENDED = /[.!?…。！？．｡][\s"'“”‘’」』»›)\]）】》]*$/;
/** The end of a sentence before what is added in brackets: `… at night. (AP)`, `… at night.[1]`. */
const ENDED_BEFORE = /[.!?…。！？]["'”’」』]?\s*[([（][^()[\]（）]*[)\]）]$/;
/** The end of a whole sentence. */
const SENTENCES = /[\p{Ll}\p{N})"'”’][.!?]["'”’)]*\s+["'“‘(]?(?=\p{Lu})|[。！？]/gu;
/** A word at the end, or a mark after which more should come. What else there is, an emoji or a tag, is no sentence's. */
const BROKEN_OFF = /[\p{L}\p{N}%,;、，；—–-]["'“”‘’」』»)\]）】》]*$/u;

export const missingEnd: Rule = {
  id: 'missing-end',
  group: 'punctuation',
  what: 'A paragraph or a law breaks off without a full stop, a question mark or an exclamation mark.',
  why: 'In the reference post of the house every line ends a sentence but the headline, the source line and the labels. Where the mark is missing, words may be missing, too. In the insight and the laws, and behind whole sentences of the body, it is as bad as the house says; a line of the body that is alone may be a caption or a credit, and there it is only a remark, unless the house sets its severity.',
  severity: 'warning',
  bad: { laws: '- When labs run at night, the scarce thing is no longer time, but questions' },
  good: { laws: '- When labs run at night, the scarce thing is no longer time, but questions.' },
  *check(context) {
    for (const { passage, isOurs } of prose(context)) {
      if (ENDED.test(passage.text.slice(-40)) || !isBrokenOff(passage, isOurs)) continue;
      const span = { start: lastWord(passage.text), end: passage.text.length };
      const hits = inPassage(passage, [
        { message: 'this does not end as a sentence does', advice: advice(context), span },
      ]);
      // A line that is alone may be a caption or a credit; one behind whole sentences has lost its end.
      for (const violation of hits)
        yield isOurs || isWhole(passage) ? violation : { ...violation, severity: 'information' };
    }
  },
};

/** A paragraph, or a law; `isOurs` where the house's own writers wrote it: captions and credits stand in the body. */
interface Line {
  readonly passage: Passage;
  readonly isOurs: boolean;
}

function advice({ language }: RuleContext): string {
  return language === 'zh' ? 'End it with 。？ or ！.' : 'End it with a full stop, or finish the sentence.';
}

/** Paragraphs of the body and the insight, and laws however they are written. */
function* prose({ bodyBlocks, insight, laws }: RuleContext): Generator<Line> {
  const blocks = (section: NoteSection | undefined) => section?.blocks ?? [];
  for (const passage of paragraphs(bodyBlocks)) yield { passage, isOurs: false };
  for (const passage of paragraphs(blocks(insight))) yield { passage, isOurs: !passage.isQuoted };
  for (const { block, passages = [] } of blocks(laws)) {
    if (block.type !== 'paragraph' && block.type !== 'list') continue;
    for (const passage of passages)
      if (passage.kind === 'paragraph' && !passage.isQuoted && !/[:：]$/.test(passage.text))
        yield { passage, isOurs: true };
  }
}

function* paragraphs(blocks: readonly NoteBlock[]): Generator<Passage> {
  for (const [index, block] of blocks.entries())
    if (block.block.type === 'paragraph' && !leadsOn(block, blocks[index + 1])) yield* block.passages ?? [];
}

/** Whether whole sentences stand before the last, and that is no label (`Photo: …`), signature or link. */
function isWhole({ text, marks }: Passage): boolean {
  const ends = [...text.matchAll(SENTENCES)];
  const last = ends.at(-1);
  if (!last) return false;
  const from = last.index + last[0].length;
  const rest = text.slice(from);
  const isLink = marks.some(({ text: { start, end } }) => start >= from && (end - start) * 2 > rest.length);
  return !isLink && !rest.includes('\n') && !/^[^\s:：]+(?: [^\s:：]+){0,2}[:：]/.test(rest.trim());
}

/** A list or code goes on with the sentence; after a colon so does whatever comes next. */
function leadsOn({ passages = [] }: NoteBlock, next: NoteBlock | undefined): boolean {
  if (next === undefined || next.block.type === 'heading') return false;
  const text = passages.at(-1)?.text ?? '';
  return next.block.type === 'list' || next.block.type === 'code' || /[:：]["'”’」』)）]*$/.test(text);
}

function isBrokenOff(passage: Passage, isOurs: boolean): boolean {
  const { text } = passage;
  if (!BROKEN_OFF.test(text.slice(-80)) || ENDED_BEFORE.test(text.slice(-200))) return false;
  if (text.includes(OBJECT) || text.endsWith(VERBATIM) || /(?:^|\s)[#@]\S+$/.test(text)) return false;
  if (isMostly(passage, isOurs ? ['link'] : undefined) || TEMPLATE.test(text) || BRACKETED.test(text)) return false;
  return isOurs ? isPlainSentence(text) : !LABEL.test(text) && !CLOSING.test(text) && isSentence(text);
}

/** Whether one mark, of these types where they are given, has more than half of the text. */
function isMostly({ text, marks }: Passage, types?: readonly string[]): boolean {
  return marks.some(
    ({ type, text: { start, end } }) => (types?.includes(type) ?? true) && (end - start) * 2 > text.length,
  );
}

/** What a program reads. */
const TEMPLATE = /\{[{%]/;
/** A note in brackets. */
const BRACKETED = /^[(（[].*[)）\]]$/;
/** A label with what it labels: `Photo: Reuters`. */
const LABEL = /^(?:[A-Za-z][A-Za-z ]{0,19}: ?\S.{0,40}|[\u3400-\u9fff]{1,6}：.{1,20})$/;
/** `Best wishes,`, `:-)`, `译者：某人`. */
const CLOSING = /^(?:\S+\s+){0,7}\S+,$|[:;]-?[)(D]$|：[^\s：，。、]{1,12}$/;

/** Words with a small letter among them: a byline, a signature and a name have none. Lines of their own are verse or an address. */
function isSentence(text: string): boolean {
  if (text.includes('\n') && text.split('\n').every((line) => !ENDED.test(line))) return false;
  const words = text.split(/\s+/);
  if (HAN.test(text)) return text.length >= LEAST_HAN;
  return (
    words.length >= 3 && words.slice(1).some((word) => /^\p{Ll}{4}/u.test(word)) && /^["'“‘(]?[\p{Lu}\p{N}]/u.test(text)
  );
}

/** Where no line is a credit, two small words are enough: `Data is the new oil`, but not `Track Record and Risk`. */
function isPlainSentence(text: string): boolean {
  if (HAN.test(text)) return text.length >= LEAST_HAN;
  const words = text.split(/\s+/);
  return words.length >= 3 && words.slice(1).filter((word) => /^["'“‘(]?\p{Ll}/u.test(word)).length >= 2;
}

const HAN = /[\u3400-\u9fff]/;
const LEAST_HAN = 6;

function lastWord(text: string): number {
  return text.length - (/\S{1,40}$/.exec(text)?.[0].length ?? 1);
}
