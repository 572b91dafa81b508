import type { Block } from '../../model/article.ts';
import type { CstBlock, CstItem } from '../../model/cst.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { NoteBlock, NoteComment, NoteFootnote, NoteLinkDefinition } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { articleBlock } from './article-blocks.ts';
import { cstBlock } from './cst.ts';
import { isPage } from './html.ts';
import { normalizeFootnoteLabel } from './lexer/footnote.ts';
import { linkDefinitionsIn } from './link-definitions.ts';
import { type PassagesAndComments, passagesOf } from './passages.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode } from './tree.ts';

/** The text of a paragraph that is certainly printed begins with a visible character that is not markup. */
const PLAIN_START = /^[ \t]*[^\s&<![*_~\\`]/;

/** An item of a list that starts with a letter is certainly printed. */
const PLAIN_ITEM = /^[ \t]*(?:[-+*]|\d+[.)])[ \t]+[A-Za-z\u0080-\uffff]/m;

/** Whether a block without comments is certainly printed. */
function isPrinted(type: BlockNode['type'], raw: string): boolean {
  switch (type) {
    case 'paragraph':
      return PLAIN_START.test(raw);
    case 'list':
      return PLAIN_ITEM.test(raw);
    default:
      return type !== 'html' && type !== 'blockquote';
  }
}

/**
 * One thing at the top level of a text. Its span begins at the start of its first line and ends at the end of its last,
 * without the line end. What is made of the tree is made on demand and once: the formatter prints most blocks without
 * asking for the Article, and `render` asks for no passages. The getters belong to a class because an object literal with
 * a getter gets a hidden class of its own in V8, which slows down every access.
 */
export class MarkdownItem implements CstItem, NoteBlock {
  readonly kind: CstItem['kind'];
  readonly span: Span;
  /** The type of `block`, without making it. */
  readonly type: Block['type'];
  readonly #node: BlockNode;
  readonly #source: SourceBlock;
  #block: Block | undefined;
  #isBlockMade = false;
  #cst: { readonly value: CstBlock | undefined } | undefined;
  #passages: PassagesAndComments | undefined;

  /** @param isVerbatim whether the block can only be printed as written. */
  constructor(node: BlockNode, source: SourceBlock, isVerbatim = false) {
    this.span = source.span;
    this.#node = node;
    this.#source = source;
    if (isVerbatim) this.#cst = { value: undefined };
    const { type } = node;
    this.type = type === 'html' || type === 'definition' || type === 'footnote' ? 'paragraph' : type;
    this.kind = this.#findKind();
  }

  #findKind(): CstItem['kind'] {
    const { type, raw } = this.#node;
    if (type === 'definition' || type === 'footnote') return 'definition';
    return (isPrinted(type, raw) && !raw.includes('<!--')) || this.#makeBlock() ? 'block' : 'comment';
  }

  #makeBlock(): Block | undefined {
    if (!this.#isBlockMade) {
      this.#isBlockMade = true;
      this.#block = articleBlock(this.#node, this.#source);
    }
    return this.#block;
  }

  /** The block of the Article. @throws {Error} for a comment or a definition. */
  get block(): Block {
    const block = this.#makeBlock();
    if (!block) throw new Error(`a ${this.kind} is not part of the Article`);
    return block;
  }

  /** The text of the block as written. */
  get raw(): string {
    return this.#node.raw;
  }

  /** Whether all of it is HTML: a block of HTML, or a paragraph that is a page in one line. */
  get isHtml(): boolean {
    return this.#node.type === 'html' || (this.#node.type === 'paragraph' && isPage(this.#node.content));
  }

  get cst(): CstBlock | undefined {
    this.#cst ??= { value: cstBlock(this.#node, this.#source) };
    return this.#cst.value;
  }

  /** The footnotes that are defined in it. */
  get footnotes(): readonly NoteFootnote[] {
    if (!this.#source.definitions.hasFootnotes) return [];
    this.#makeBlock();
    return this.#source.footnotes;
  }

  get labels(): readonly string[] {
    const footnotes = this.footnotes.map(({ label }) => `^${normalizeFootnoteLabel(label)}`);
    return this.#node.type === 'definition' ? [this.#node.label] : footnotes;
  }

  get linkDefinitions(): readonly NoteLinkDefinition[] {
    return linkDefinitionsIn(this.#node, this.#source);
  }

  get passages(): readonly Passage[] {
    return this.#seen().passages;
  }

  get comments(): readonly NoteComment[] {
    const { comments } = this.#seen();
    return this.kind === 'block' ? comments : comments.map(({ span }) => ({ span }));
  }

  /** What the author should look at. Known once the block of the Article has been made. */
  get warnings(): readonly Problem[] {
    this.#makeBlock();
    return this.#source.warnings;
  }

  #seen(): PassagesAndComments {
    this.#passages ??= passagesOf(this.#node, this.#source);
    return this.#passages;
  }
}
