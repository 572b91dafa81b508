import type { NoteComment } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { span } from '../../text/index.ts';
import { commentsOf } from './html.ts';
import { type PassageFacts, passageOf } from './passage.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode, Content } from './tree.ts';

export interface PassagesAndComments {
  readonly passages: Passage[];
  readonly comments: NoteComment[];
}

/**
 * The passages of a block and the comments in it, in the order of the text. Raw HTML and code have no passages, and those of
 * a footnote are its own.
 */
export function passagesOf(node: BlockNode, sourceBlock: SourceBlock): PassagesAndComments {
  const collector = new PassageCollector(sourceBlock);
  collector.add(node, { isQuoted: false });
  return collector;
}

type Around = Omit<PassageFacts, 'kind'>;

class PassageCollector implements PassagesAndComments {
  readonly passages: Passage[] = [];
  readonly comments: NoteComment[] = [];
  readonly #source: SourceBlock;

  constructor(source: SourceBlock) {
    this.#source = source;
  }

  add(node: BlockNode, around: Around): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        this.#addContent(node.content, { ...around, kind: node.type });
        break;
      case 'blockquote':
        for (const block of node.blocks) this.add(block, { ...around, isQuoted: true });
        break;
      case 'list':
        for (const [index, { blocks }] of node.items.entries()) {
          this.#addItem(blocks, around.item === undefined && !around.isQuoted ? { ...around, item: index } : around);
        }
        break;
      case 'table':
        for (const cell of node.rows.flat()) if (cell.text !== '') this.#addContent(cell, { ...around, kind: 'cell' });
        break;
      case 'html':
        this.comments.push(...commentsIn(node.raw, node.line, this.#source));
        break;
      case 'footnote':
        for (const block of node.blocks) this.comments.push(...passagesOf(block, this.#source).comments);
        break;
      default:
    }
  }

  #addContent(content: Content, facts: PassageFacts): void {
    const { passage, comments } = passageOf(content, this.#source, facts);
    this.passages.push(passage);
    for (const comment of comments) this.comments.push({ span: comment, within: passage.span });
  }

  #addItem(blocks: readonly BlockNode[], around: Around): void {
    const own = new PassageCollector(this.#source);
    for (const block of blocks) own.add(block, around);
    this.passages.push(...own.passages);
    this.comments.push(...own.comments.map((comment) => widenToItem(comment, own.passages)));
  }
}

/** A comment in a paragraph of an item covers the whole item, unless it is in an item of an inner list. */
function widenToItem(comment: NoteComment, passages: readonly Passage[]): NoteComment {
  const [first] = passages;
  const last = passages.at(-1);
  const { within } = comment;
  const isOwn = within && passages.some(({ span: own }) => own.start === within.start && own.end === within.end);
  return first && last && isOwn ? { ...comment, within: span(first.span.start, last.span.end) } : comment;
}

/** The comments of an HTML block. A comment that is a whole top-level block is not within anything. */
function* commentsIn(raw: string, line: number, sourceBlock: SourceBlock): Generator<NoteComment> {
  const html = raw.trim();
  const { source, span: whole } = sourceBlock;
  const from = source.indexOf(html, Math.max(0, sourceBlock.lineStart(line) - whole.start));
  if (from === -1) return;
  for (const { start, end } of commentsOf(html)) {
    const isAlone = end - start === source.trim().length;
    const at = whole.start + from;
    yield { span: span(at + start, at + end), ...(isAlone ? {} : { within: whole }) };
  }
}
