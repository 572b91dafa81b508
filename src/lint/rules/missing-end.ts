import type { NoteBlock, NoteSection } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { OBJECT, VERBATIM } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** The end of a sentence, with closing marks. */
const ENDED = /[.!?…。！？．｡][\s"'“”‘’」』»›)\]）】》]*$/;
/** The end of a sentence before an addition in brackets: `… at night. (AP)`, `… at night.[1]`. */
const ENDED_BEFORE = /[.!?…。！？]["'”’」』]?\s*[([（][^()[\]（）]*[)\]）]$/;
/** The end of a sentence inside a paragraph. */
const SENTENCES = /[\p{Ll}\p{N})"'”’][.!?]["'”’)]*\s+["'“‘(]?(?=\p{Lu})|[。！？]/gu;
/** A word, or a mark that needs more text after it. An emoji or a tag does not end a sentence. */
const BROKEN_OFF = /[\p{L}\p{N}%,;、，；—–-]["'“”‘’」』»)\]）】》]*$/u;

export const missingEnd: Rule = {
  id: 'missing-end',
  group: 'punctuation',
  what: 'A paragraph or a law without punctuation at its end.',
  why: 'In the reference post, every line except the headline, the source and the labels ends a sentence. If the mark is missing, words may be missing too. A lone line in the body may be a caption or a credit, so there it is only a suggestion unless the house sets a severity.',
  severity: 'warning',
  bad: { laws: '- When labs run at night, the scarce thing is no longer time, but questions' },
  good: { laws: '- When labs run at night, the scarce thing is no longer time, but questions.' },
  *check(context) {
    for (const { passage, isOurs } of prose(context)) {
      if (ENDED.test(passage.text.slice(-40)) || !isBrokenOff(passage, isOurs)) continue;
      const span = { start: lastWord(passage.text), end: passage.text.length };
      const violations = inPassage(passage, [
        { message: 'missing punctuation at the end of the sentence', advice: advice(context), span },
      ]);
      // A lone line may be a caption or a credit; after whole sentences, an end is missing.
      for (const violation of violations)
        yield isOurs || isWhole(passage) ? violation : { ...violation, severity: 'information' };
    }
  },
};

/** A paragraph or a law. `isOurs` means that it must be prose: only the body has captions and credits. */
interface Line {
  readonly passage: Passage;
  readonly isOurs: boolean;
}

function advice({ language }: RuleContext): string {
  return language === 'zh' ? 'End the sentence with 。, ？ or ！.' : 'Add a full stop, or finish the sentence.';
}

/** Paragraphs of the body and the insight, and all laws. */
function* prose({ bodyBlocks, insight, laws }: RuleContext): Generator<Line> {
  const blocks = (section: NoteSection | undefined) => section?.blocks ?? [];
  for (const passage of paragraphs(bodyBlocks)) yield { passage, isOurs: false };
  for (const passage of paragraphs(blocks(insight))) yield { passage, isOurs: !passage.isQuoted };
  for (const [index, { block, passages = [] }] of blocks(laws).entries()) {
    if (block.type !== 'paragraph' && block.type !== 'list') continue;
    // The speaker of a block quotation may be a list item.
    const isSpeaker = block.type === 'list' && block.items.length === 1;
    if (isSpeaker && blocks(laws)[index - 1]?.block.type === 'blockquote') continue;
    for (const passage of passages)
      if (passage.kind === 'paragraph' && !passage.isQuoted && !/[:：]$/.test(passage.text))
        yield { passage, isOurs: true };
  }
}

function* paragraphs(blocks: readonly NoteBlock[]): Generator<Passage> {
  for (const [index, block] of blocks.entries())
    if (block.block.type === 'paragraph' && !introduces(block, blocks[index + 1])) yield* block.passages ?? [];
}

/** Whether whole sentences come before the last line, and that is not a label (`Photo: …`), signature or link. */
function isWhole({ text, marks }: Passage): boolean {
  const ends = [...text.matchAll(SENTENCES)];
  const last = ends.at(-1);
  if (!last) return false;
  const from = last.index + last[0].length;
  const rest = text.slice(from);
  const isLink = marks.some(({ text: { start, end } }) => start >= from && (end - start) * 2 > rest.length);
  return !isLink && !rest.includes('\n') && !/^[^\s:：]+(?: [^\s:：]+){0,2}[:：]/.test(rest.trim());
}

/** A list, a code block or a quotation continues the sentence; after a colon, any block does. */
function introduces({ passages = [] }: NoteBlock, next: NoteBlock | undefined): boolean {
  if (next === undefined || next.block.type === 'heading') return false;
  const text = passages.at(-1)?.text ?? '';
  return ['list', 'code', 'blockquote'].includes(next.block.type) || /[:：]["'”’」』)）]*$/.test(text);
}

function isBrokenOff(passage: Passage, isOurs: boolean): boolean {
  const { text } = passage;
  if (!BROKEN_OFF.test(text.slice(-80)) || ENDED_BEFORE.test(text.slice(-200))) return false;
  if (text.includes(OBJECT) || text.endsWith(VERBATIM) || /(?:^|\s)[#@]\S+$/.test(text)) return false;
  if (ATTRIBUTION.test(text) || endsInLink(passage)) return false;
  if (isMostly(passage, isOurs ? ['link'] : undefined) || TEMPLATE.test(text) || BRACKETED.test(text)) return false;
  return isOurs ? isPlainSentence(text) : !LABEL.test(text) && !CLOSING.test(text) && isSentence(text);
}

/** Whether one mark, of the given types if any, covers more than half of the text. */
function isMostly({ text, marks }: Passage, types?: readonly string[]): boolean {
  return marks.some(
    ({ type, text: { start, end } }) => (types?.includes(type) ?? true) && (end - start) * 2 > text.length,
  );
}

/** The name below a quotation: `—— Kevin Wang`, `--- 《左耳听风》`. */
const ATTRIBUTION = /^(?:[—–]{1,2}|-{1,3})\s*\S.{0,80}$/;

/** A link after a colon: `troubleshoot it here: [text](url)`. */
function endsInLink({ text, marks }: Passage): boolean {
  return marks.some(
    ({ type, text: { start, end } }) =>
      type === 'link' && end === text.length && /[:：]\s*$/.test(text.slice(0, start)),
  );
}

/** Template syntax. */
const TEMPLATE = /\{[{%]/;
/** A remark in brackets. */
const BRACKETED = /^[(（[].*[)）\]]$/;
/** A label and its value: `Photo: Reuters`. */
const LABEL = /^(?:[A-Za-z][A-Za-z ]{0,19}: ?\S.{0,40}|[\u3400-\u9fff]{1,6}：.{1,20})$/;
/** `Best wishes,`, `:-)`, `译者：某人`. */
const CLOSING = /^(?:\S+\s+){0,7}\S+,$|[:;]-?[)(D]$|：[^\s：，。、]{1,12}$/;

/** A sentence has a lower-case word; bylines, signatures and names have none. Several short lines are verse or an address. */
function isSentence(text: string): boolean {
  if (text.includes('\n') && text.split('\n').every((line) => !ENDED.test(line))) return false;
  const words = text.split(/\s+/);
  if (HAN.test(text)) return text.length >= LEAST_HAN;
  return (
    words.length >= 3 && words.slice(1).some((word) => /^\p{Ll}{4}/u.test(word)) && /^["'“‘(]?[\p{Lu}\p{N}]/u.test(text)
  );
}

/** In prose, two lower-case words make a sentence: `Data is the new oil`, but not `Track Record and Risk`. */
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
