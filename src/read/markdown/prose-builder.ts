import type { FootnoteReference, Inline, Link } from '../../model/article.ts';
import { joinsWithNothing } from '../../text/index.ts';

interface TextLeaf {
  readonly type: 'text';
  text: string;
}

/** `Inline` while it is being built: a text may still grow or shrink. */
type Node = TextLeaf | { readonly type: string; readonly href?: string; readonly tokens?: Node[] };

/** Number of characters before a line end that decide whether it is a space. */
const CONTEXT = 64;

/** Marks that have no space before them. */
const CLOSING = /^[.,;:!?…)\]’”。，、；：！？）》」』】]/;

/**
 * Builds the Article's inlines of one block. It merges text and turns line ends into a space, or into nothing in Han prose.
 * It drops whitespace at either end, beside a line end, on one side of a comment, and before a footnote that has whitespace or
 * a closing mark after it. It keeps whitespace after a footnote at the start, because the post prints its number there.
 */
export class ProseBuilder {
  readonly #root: Node[] = [];
  #into = this.#root;
  #tail = '';
  /** The text before a line end, while the text after it is unknown. */
  #breaking: TextLeaf | undefined;
  /** Whitespace after the last word, kept only if another word follows on the line. */
  #held: { readonly leaf: TextLeaf; readonly spaces: string }[] = [];
  #skipSpaces = true;
  /** Whether a reference to a footnote is the last inline. */
  #isAfterFootnote = false;

  /** Adds decoded text, in which `\n` is a soft line break. */
  text(text: string): void {
    let first = true;
    for (const line of text.includes('\n') ? text.split('\n') : [text]) {
      if (!first) this.#softBreak();
      first = false;
      if (this.#isAfterFootnote && line !== '') this.#moveSpace(line);
      const words = this.#skipSpaces && isSpace(line, 0) ? line.replace(/^[ \t]+/, '') : line;
      if (words !== '') this.#words(words);
    }
  }

  #words(words: string): void {
    let end = words.length;
    while (end > 0 && isSpace(words, end - 1)) end--;
    if (end > 0) this.#visible(words.slice(0, end));
    const leaf = this.#leaf();
    leaf.text += words.slice(0, end);
    if (end < words.length) this.#held.push({ leaf, spaces: words.slice(end) });
  }

  /** Adds code or an image; `visible` is what a reader sees of it. */
  atom(inline: Extract<Inline, { type: 'codespan' | 'image' }>, visible: string): void {
    this.#visible(visible || 'x');
    this.#into.push(inline);
  }

  /** Adds a reference to a footnote, which is no word of the text. */
  footnote(inline: FootnoteReference): void {
    this.#into.push(inline);
    this.#isAfterFootnote = true;
  }

  /** Leaves one space around a footnote, so that words never touch, and none where a mark follows. @param next the text after it. */
  #moveSpace(next: string): void {
    this.#isAfterFootnote = false;
    const isClosing = CLOSING.test(next);
    if (!isClosing && !isSpace(next, 0)) return;
    this.#held = [];
    if (this.#breaking !== undefined || this.#tail === '') this.#breaking = isClosing ? undefined : this.#leaf();
  }

  hardBreak(): void {
    this.#held = [];
    this.#breaking = undefined;
    this.#tail = '';
    this.#skipSpaces = true;
    this.#isAfterFootnote = false;
    this.#into.push({ type: 'br' });
  }

  /** Skips a comment, and one of the spaces on its two sides. */
  comment(): void {
    if (this.#tail === '' || this.#held.length > 0) this.#skipSpaces = true;
  }

  /** Adds an inline whose inlines `fill` adds. Without any it is dropped, unless it is a link. */
  nest(
    inline: { readonly type: 'em' | 'strong' | 'del' | 'sub' | 'sup' } | Omit<Link, 'tokens'>,
    fill: () => void,
  ): void {
    const outer = this.#into;
    const tokens: Node[] = [];
    outer.push({ ...inline, tokens });
    this.#into = tokens;
    fill();
    this.#into = outer;
  }

  build(): readonly Inline[] {
    tidy(this.#root);
    while (this.#root.at(-1)?.type === 'br') this.#root.pop();
    return this.#root as readonly Inline[];
  }

  #leaf(): TextLeaf {
    const last = this.#into.at(-1);
    if (last !== undefined && isText(last)) return last;
    const leaf: TextLeaf = { type: 'text', text: '' };
    this.#into.push(leaf);
    return leaf;
  }

  #softBreak(): void {
    this.#held = [];
    this.#skipSpaces = true;
    if (this.#tail !== '' || this.#isAfterFootnote)
      this.#breaking = (this.#isAfterFootnote ? undefined : this.#breaking) ?? this.#leaf();
  }

  #visible(text: string): void {
    if (this.#breaking !== undefined && !joinsWithNothing(this.#tail, text)) this.#breaking.text += ' ';
    for (const { leaf, spaces } of this.#held) {
      leaf.text += spaces;
      this.#tail += spaces;
    }
    this.#breaking = undefined;
    this.#held = [];
    this.#isAfterFootnote = false;
    this.#skipSpaces = false;
    this.#tail = text.length >= CONTEXT ? text.slice(-CONTEXT) : (this.#tail + text).slice(-CONTEXT);
  }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function isText(node: Node): node is TextLeaf {
  return node.type === 'text';
}

/** Merges adjacent texts and drops empty inlines, in place. A link without text shows its URL. */
function tidy(nodes: Node[]): void {
  let kept = 0;
  for (const node of nodes) {
    if (isText(node)) {
      const last = nodes[kept - 1];
      if (node.text === '') continue;
      if (last !== undefined && isText(last)) {
        last.text += node.text;
        continue;
      }
    } else if ('tokens' in node && node.tokens !== undefined) {
      tidy(node.tokens);
      if (node.tokens.length === 0) {
        if (node.type !== 'link') continue;
        if (node.href) node.tokens.push({ type: 'text', text: node.href });
      }
    }
    nodes[kept++] = node;
  }
  nodes.length = kept;
}
