import type { CstNote } from '../../model/cst.ts';
import type { House } from '../../model/house.ts';
import type { NoteSection } from '../../model/note.ts';
import type { PrintPlan } from './print-plan.ts';

/** A section of a note with the indices of its blocks, starting with its heading. */
export interface SectionBlocks {
  readonly section: NoteSection;
  readonly blocks: readonly number[];
  /** The new heading, if it changes. */
  readonly heading: string | undefined;
  /** The change of level of the headings in the section. */
  readonly shift: number;
}

const BLANK_LINE = /\n[ \t]*\n/;
/** The level of a section's heading. */
const LEVEL = 2;

/** The sections of a note in the house's order, under the house's headings. */
export function sectionBlocks({ note, blocks }: CstNote, house: House, plan: PrintPlan): readonly SectionBlocks[] {
  const starts = new Map(note.sections.map((section, index) => [section.heading?.span.start, index]));
  const members: number[][] = note.sections.map(() => []);
  let current = 0;
  // A comment directly below a block belongs to that block. Any other comment belongs to the next block and moves with it. One
  // at the end stays at the end.
  let comments: number[] = [];
  blocks.forEach((item, index) => {
    const { kind, span } = item;
    const isBelow = () => {
      const end = blocks[index - 1]?.span.end ?? 0;
      return comments.length === 0 && index > 0 && !BLANK_LINE.test(note.source.text.slice(end, span.start));
    };
    const isFree = kind === 'comment' && item.cst?.type === 'html' && !isBelow();
    comments.push(index);
    if (isFree) return;
    if (kind === 'block') current = starts.get(span.start) ?? current;
    members[current]?.push(...comments);
    comments = [];
  });
  const found = note.sections.map((section, index): SectionBlocks => {
    const own = members[index] ?? [];
    const next = note.sections[index + 1];
    return plan.headings
      ? renamed(section, next, own, { note, blocks }, house)
      : { section, blocks: own, heading: undefined, shift: 0 };
  });
  const isOrdered = plan.order && !sharesLabels(found, blocks);
  return withLast(isOrdered ? inOrder(found, house) : found, comments);
}

function withLast(found: readonly SectionBlocks[], blocks: readonly number[]): readonly SectionBlocks[] {
  const last = found.at(-1);
  return last && blocks.length > 0 ? [...found.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks] }] : found;
}

/** Replaces a heading that the house knows with the canonical one, at level 2 if the headings around it allow that. */
function renamed(
  section: NoteSection,
  next: NoteSection | undefined,
  own: readonly number[],
  { note, blocks }: CstNote,
  house: House,
): SectionBlocks {
  const { heading } = section;
  const name = canonicalName(section, house);
  const asItIs = { section, blocks: own, heading: undefined, shift: 0 };
  if (!heading || name === undefined) return asItIs;
  // The new heading would lose a link or a comment.
  if (/[[<]/.test(note.source.text.slice(heading.span.start, heading.span.end))) return asItIs;
  const inner = own.flatMap((index) => {
    const written = blocks[index]?.cst;
    return written?.type === 'heading' && blocks[index]?.span.start !== heading.span.start ? [written.depth] : [];
  });
  const least = Math.min(...inner);
  const follower = next?.kind === 'unknown' ? (next.heading?.depth ?? 0) : 0;
  const isFree = section.kind === 'laws' || section.kind === 'insight' || least > LEVEL;
  const level = Math.max(isFree ? LEVEL : heading.depth, Math.min(heading.depth, follower));
  const shift = section.kind === 'insight' && inner.length > 0 ? level + 1 - least : 0;
  return { section, blocks: own, heading: `${'#'.repeat(level)} ${name}`, shift };
}

function canonicalName({ kind, id }: NoteSection, { headings, sections }: House): string | undefined {
  if (kind === 'insight' || kind === 'laws' || kind === 'notes') return headings[kind].heading;
  return kind === 'house' ? sections.find((one) => one.id === id)?.heading : undefined;
}

/** Whether two sections define the same link or footnote label. The first definition counts, so such sections keep their order. */
function sharesLabels(found: readonly SectionBlocks[], blocks: CstNote['blocks']): boolean {
  const owner = new Map<string, SectionBlocks>();
  for (const stretch of found) {
    for (const index of stretch.blocks) {
      for (const label of blocks[index]?.labels ?? []) {
        const first = owner.get(label) ?? stretch;
        if (first !== stretch) return true;
        owner.set(label, first);
      }
    }
  }
  return false;
}

/** Sorts the sections that the house knows. Unknown ones keep their places. */
function inOrder(found: readonly SectionBlocks[], { order }: House): readonly SectionBlocks[] {
  const rank = ({ section: { kind, id } }: SectionBlocks): number => {
    if (kind === 'notes') return order.length + 1;
    const at = order.indexOf(kind === 'house' ? (id ?? '') : kind);
    return at === -1 ? order.length : at;
  };
  const isKnown = ({ section: { kind } }: SectionBlocks): boolean => kind !== 'body' && kind !== 'unknown';
  const known = found.filter(isKnown).sort((a, b) => rank(a) - rank(b));
  return found.map((stretch) => (isKnown(stretch) ? (known.shift() ?? stretch) : stretch));
}
