import type { NoteBlock } from '../../model/note.ts';
import type { Rule } from '../rule.ts';

export const bodyLength: Rule = {
  id: 'body-length',
  group: 'body',
  what: 'A body with more or fewer paragraphs than the house allows.',
  why: 'The body says what happened, who said so and why it matters; the insight does the rest. The reference post takes three paragraphs for it. A list or a block quotation counts as one paragraph unless a line with a colon introduces it. Tables, images and code do not count.',
  severity: 'warning',
  options: ['counts.body'],
  bad: { body: 'A chipmaker opened a laboratory in which robots plan and run experiments at night.' },
  good: {
    body: 'A chipmaker opened a laboratory in which robots plan and run experiments at night.\n\nIt plans two more.',
  },
  *check({ bodyBlocks, house }) {
    const { min, max } = house.counts.body;
    const counted = bodyBlocks.filter((block, index) => isCounted(block, bodyBlocks[index - 1]));
    const count = counted.length;
    const last = counted[max] ?? counted.at(-1);
    if (!last || (count >= min && count <= max)) return;
    const wanted = count > max ? `at most ${max}` : `at least ${min}`;
    const message = `body has ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}; the house wants ${wanted}`;
    const advice = count > max ? 'Cut or join paragraphs.' : 'Write more paragraphs.';
    yield { message, advice, span: last.span };
  },
};

const LEADS = /[:：]["'”’]?\s*$/;

function isCounted({ block, passages = [] }: NoteBlock, before: NoteBlock | undefined): boolean {
  if (block.type === 'paragraph') return passages.some(({ text }) => WRITTEN.test(text));
  if (block.type !== 'list' && block.type !== 'blockquote') return false;
  return !(before?.block.type === 'paragraph' && LEADS.test(before.passages?.at(-1)?.text ?? ''));
}

/** Anything but images and space. */
const WRITTEN = /[^\s\ufffc]/;
