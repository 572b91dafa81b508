import type { Inline, Link } from '../model/article.ts';
import { applyEdits, type Edit, OBJECT, VERBATIM } from '../text/index.ts';
import { maskCodeLike } from './code-like.ts';

/**
 * Text that can change, or an inline that cannot. Two siblings that are not text have an empty leaf between them, so that a
 * space between `*a*` and `**b**` can go outside both.
 */
interface Leaf {
  readonly text: string;
  readonly depth: number;
  readonly fixed: boolean;
  /** A space after the number of a footnote at the start of a line. No pass sees it, because the number has no text. */
  readonly lead?: string;
}

/** Inlines as one string. Passes see `text`, which is the text of the `leaves` in order. */
export interface TextRun {
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

/**
 * Flattens inlines into a run. It includes the text of emphasis and links. A hard break is `\n`, an image one U+FFFC. Code and
 * a link whose text is its URL are masked. `maskRun` masks the bare URLs in text.
 */
export function flatten(inlines: readonly Inline[]): TextRun {
  const leaves: Leaf[] = [];
  collect(inlines, 0, leaves);
  return join(leaves);
}

/** The run with its bare URLs as text again, so that `maskRun` can look for them again. */
export function unmaskRun({ leaves }: TextRun): TextRun {
  return join(leaves);
}

function join(leaves: readonly Leaf[]): TextRun {
  const [only, ...more] = leaves;
  return { text: only && more.length === 0 ? only.text : leaves.map((leaf) => leaf.text).join(''), leaves };
}

/** The run of a plain string. */
export function flattenText(text: string): TextRun {
  return { text, leaves: [{ text, depth: 0, fixed: false }] };
}

/** Masks bare URLs and code-like text. Separate from `flatten`, because most runs need no change and so no masks. */
export function maskRun(run: TextRun): TextRun {
  return { text: maskCodeLike(run.text), leaves: run.leaves };
}

function collect(inlines: readonly Inline[], depth: number, leaves: Leaf[]): void {
  let afterText = false;
  for (const inline of inlines) {
    if (inline.type === 'text') {
      leaves.push(textLeaf(inline.text, depth, leaves));
      afterText = true;
      continue;
    }
    if (!afterText) leaves.push({ text: '', depth, fixed: false });
    afterText = false;
    if (isOpaque(inline)) leaves.push({ text: mask(inline), depth, fixed: true });
    else collect(inline.tokens, depth + 1, leaves);
  }
  if (!afterText) leaves.push({ text: '', depth, fixed: false });
}

function textLeaf(text: string, depth: number, before: readonly Leaf[]): Leaf {
  if (!text.startsWith(' ') || !endsWithLeadingFootnote(before)) return { text, depth, fixed: false };
  return { text: text.slice(1), depth, fixed: false, lead: ' ' };
}

/** Whether only footnotes come before, since the start or a hard break. */
function endsWithLeadingFootnote(leaves: readonly Leaf[]): boolean {
  const last = leaves.findLastIndex(({ text }) => text !== '');
  const isStart = last === -1 || leaves[last]?.text === '\n';
  return isStart && leaves.slice(last + 1).some(({ fixed }) => fixed);
}

type Opaque = Extract<Inline, { type: 'br' | 'codespan' | 'image' | 'footnote' }>;

/** A link whose text is its URL is opaque, so that its text does not change. */
function isOpaque(inline: Exclude<Inline, { type: 'text' }>): inline is Opaque | Link {
  if (inline.type === 'link') return isAutolink(inline);
  return !('tokens' in inline);
}

function isAutolink({ href, tokens }: Link): boolean {
  const [only, ...more] = tokens;
  if (only?.type !== 'text' || more.length > 0) return false;
  return ['', 'mailto:', 'http://', 'https://'].some((prefix) => href === prefix + only.text);
}

function mask(inline: Opaque | Link): string {
  if (inline.type === 'br') return '\n';
  if (inline.type === 'footnote') return '';
  return inline.type === 'image' ? OBJECT : VERBATIM;
}

/**
 * Applies edits to a run. An insertion between two leaves goes into the shallower one. A replacement that covers several
 * leaves goes into the first.
 * @throws {RangeError} if edits overlap or one touches a fixed leaf: that is a bug of the pass.
 */
export function editRun(run: TextRun, edits: readonly Edit[]): TextRun {
  if (edits.length === 0) return run;
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const local: (Edit[] | undefined)[] = [];
  let first = 0;
  let start = 0;
  for (const edit of sorted) {
    let leaf = run.leaves[first];
    while (leaf && start + leaf.text.length < edit.span.start) {
      start += leaf.text.length;
      leaf = run.leaves[++first];
    }
    distribute(run.leaves, first, start, edit, local);
  }
  const leaves = run.leaves.map((leaf, index) => {
    const own = local[index];
    return own ? { ...leaf, text: applyEdits(leaf.text, own) } : leaf;
  });
  return { text: applyEdits(run.text, sorted), leaves };
}

function distribute(
  leaves: readonly Leaf[],
  first: number,
  at: number,
  edit: Edit,
  local: (Edit[] | undefined)[],
): void {
  const { start, end } = edit.span;
  let rest = edit.text;
  let home = -1;
  let homeStart = 0;
  for (let index = first, from = at; index < leaves.length && from <= end; index++) {
    const leaf = leaves[index];
    if (!leaf) break;
    const to = from + leaf.text.length;
    if (start === end) {
      const better = home === -1 || leaf.depth < (leaves[home]?.depth ?? 0);
      if (!leaf.fixed && better) [home, homeStart] = [index, from];
    } else if (Math.max(start, from) < Math.min(end, to)) {
      if (leaf.fixed) throw new RangeError(`edit [${start}, ${end}) touches a fixed leaf`);
      const span = { start: Math.max(start, from) - from, end: Math.min(end, to) - from };
      push(local, index, { span, text: rest });
      rest = '';
    }
    from = to;
  }
  if (home !== -1) push(local, home, { span: { start: start - homeStart, end: start - homeStart }, text: rest });
}

function push(local: (Edit[] | undefined)[], index: number, edit: Edit): void {
  const own = local[index];
  if (own) own.push(edit);
  else local[index] = [edit];
}

/** The inlines with the text of an edited run, without empty text. Shares what did not change. */
export function rebuild(inlines: readonly Inline[], run: TextRun): readonly Inline[] {
  return restore(inlines, run.leaves.values());
}

function restore(inlines: readonly Inline[], leaves: Iterator<Leaf>): readonly Inline[] {
  const out: Inline[] = [];
  let afterText = false;
  const gap = (): void => {
    const text = next(leaves);
    if (text !== '') out.push({ type: 'text', text });
  };
  for (const inline of inlines) {
    if (inline.type === 'text') {
      const text = next(leaves);
      if (text === inline.text) out.push(inline);
      else if (text !== '') out.push({ type: 'text', text });
      afterText = true;
      continue;
    }
    if (!afterText) gap();
    afterText = false;
    if (isOpaque(inline)) {
      next(leaves);
      out.push(inline);
    } else {
      const tokens = restore(inline.tokens, leaves);
      out.push(tokens === inline.tokens ? inline : { ...inline, tokens });
    }
  }
  if (!afterText) gap();
  return out.length === inlines.length && out.every((inline, index) => inline === inlines[index]) ? inlines : out;
}

function next(leaves: Iterator<Leaf>): string {
  const { value } = leaves.next();
  return (value?.lead ?? '') + (value?.text ?? '');
}
