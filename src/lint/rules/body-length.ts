import type { NoteBlock } from '../../model/note.ts';
import type { Rule } from '../rule.ts';

export const bodyLength: Rule = {
  id: 'body-length',
  group: 'body',
  what: 'The body has more or fewer paragraphs than the house allows.',
  why: 'A post is short: the body tells what happened, who said so and why it matters, and the insight does the rest. That of the reference post has three paragraphs; `counts.body` in `house.yaml` gives the limits. A list or a block quotation counts as one, unless a paragraph with a colon leads to it; tables, pictures and code are not counted.',
  severity: 'warning',
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
    const message = `the body has ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`;
    const advice = count > max ? `Cut it to ${max} at most, or join what belongs together.` : `Write ${min} at least.`;
    yield { message, advice, span: last.span };
  },
};

const LEADS = /[:：]["'”’]?\s*$/;

function isCounted({ block, passages = [] }: NoteBlock, before: NoteBlock | undefined): boolean {
  if (block.type === 'paragraph') return passages.some(({ text }) => WRITTEN.test(text));
  if (block.type !== 'list' && block.type !== 'blockquote') return false;
  return !(before?.block.type === 'paragraph' && LEADS.test(before.passages?.at(-1)?.text ?? ''));
}

/** More than a picture. */
const WRITTEN = /[^\s\ufffc]/;
