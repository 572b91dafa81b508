import type { CstBlock, CstNote } from '../../model/cst.ts';
import { isNothing } from '../../model/data.ts';
import type { House } from '../../model/house.ts';
import type { Note } from '../../model/note.ts';
import { type Span, withLineEnd } from '../../text/index.ts';
import { blockText } from './blocks.ts';
import { Body } from './body.ts';
import { type Addition, frontMatterText } from './front-matter.ts';
import type { FormatLevel, PrintPlan } from './print-plan.ts';
import { sectionBlocks } from './sections.ts';
import { yamlSources, yamlText } from './yaml.ts';

export { alwaysUnformatted, type FormatLevel, FULL_PLAN, type PrintPlan, type Unformatted } from './print-plan.ts';

/**
 * A note as text, formatted as far as the plan says, with `\n` line ends and without a byte order mark. The caller checks that
 * it means the same.
 */
export function noteText(cst: CstNote, house: House, plan: PrintPlan): string {
  const { text } = cst.note.source;
  const moves = plan.body ? movesOf(cst, plan) : [];
  const front = frontText(cst, moves, plan) ?? { text: frontText(cst, [], plan)?.text ?? '', gone: new Set() };
  if (!plan.body) return front.text + withLineEnd(text.slice(cst.front?.whole.end ?? 0));
  const printed = sectionBlocks(cst, house, plan).flatMap((stretch) =>
    stretch.blocks.filter((index) => !front.gone.has(index)).map((index) => ({ index, stretch })),
  );
  const body = new Body(cst, plan, front.text === '').print(printed);
  const gap = front.text === '' || body === '' ? '' : '\n';
  return front.text + gap + (body === '' ? '' : `${body}\n`);
}

/** A block on its own, at a level. */
export function blockAlone(cst: CstBlock, level: FormatLevel): string {
  return blockText(cst, { level });
}

interface Front {
  /** With its fences and a final line end, or empty. */
  readonly text: string;
  /** The blocks that became keys. */
  readonly gone: ReadonlySet<number>;
}

/** Undefined if the front matter cannot take additional keys. */
function frontText({ note, front }: CstNote, moves: readonly Move[], plan: PrintPlan): Front | undefined {
  const { text } = note.source;
  const additions = moves.flatMap(({ addition }) => (addition ? [addition] : []));
  const gone = new Set(moves.map(({ index }) => index));
  if (!front) {
    const lines = additions.map(({ key, value }) => `${key}: ${value}\n`).join('');
    return { text: lines === '' ? '' : `---\n${lines}---\n`, gone };
  }
  if (!plan.keys && additions.length === 0) return { text: `${text.slice(0, front.whole.end).trimEnd()}\n`, gone };
  const content = frontMatterText(text, front, additions);
  if (content === undefined && additions.length > 0) return undefined;
  return { text: `---\n${content ?? text.slice(front.content.start, front.content.end)}---\n`, gone };
}

function movesOf(cst: CstNote, { headline, source }: PrintPlan): readonly Move[] {
  return [...(headline ? headlineMove(cst) : []), ...(source ? sourceMove(cst) : [])];
}

/** A block that becomes a key, or that repeats one. */
interface Move {
  readonly index: number;
  readonly addition?: Addition;
}

/** Sections whose headings do not show the language. */
const OTHERS: readonly string[] = ['body', 'unknown'];

/** A comment cannot move to a key, and HTML would mean something else there. */
const HTML = /<[a-z/!?]/i;
/** An image or link without a URL is text, but its title is not. */
const HTML_OR_TITLE = /<[a-z/!?]|\]\([ \t\n]*<>[ \t\n]/i;

function holds(pattern: RegExp, { source }: Note, { start, end }: Span): boolean {
  return pattern.test(source.text.slice(start, end));
}

function headlineMove({ note, blocks }: CstNote): readonly Move[] {
  const { headline, fields } = note;
  if (!headline?.isPlain || headline.text === '' || holds(HTML_OR_TITLE, note, headline.span)) return [];
  const index = blocks.findIndex(({ span }) => span.start === headline.span.start);
  const given = fields.find(({ key, value }) => key === 'headline' && !isNothing(value))?.value;
  if (given !== undefined) return given.kind === 'scalar' && given.value === headline.text ? [{ index }] : [];
  const value = yamlText(headline.text);
  return value === undefined ? [] : [{ index, addition: { key: 'headline', value } }];
}

function sourceMove({ note, blocks }: CstNote): readonly Move[] {
  const { sourceLine, fields, sections, labelLanguage } = note;
  if (!sourceLine || holds(HTML, note, sourceLine.block.span)) return [];
  // Its label may be all that shows the language of the story.
  const isSaid = fields.some(({ key }) => key === 'lang') || sections.some(({ kind }) => !OTHERS.includes(kind));
  if (!isSaid && labelLanguage !== 'en') return [];
  const index = blocks.findIndex(({ span }) => span.start === sourceLine.block.span.start);
  const value = yamlSources(sourceLine.attributions);
  if (value === undefined) return [];
  const given = fields.find(({ key, value }) => key === 'source' && !isNothing(value))?.value;
  if (given === undefined) return [{ index, addition: { key: 'source', value } }];
  const [only, ...more] = sourceLine.attributions;
  const isSame = given.kind === 'scalar' && more.length === 0 && only?.url === undefined && only?.name === given.value;
  return isSame ? [{ index }] : [];
}
