import { isNothing } from '../../model/data.ts';
import type { House } from '../../model/house.ts';
import type { Note } from '../../model/note.ts';
import type { Written, WrittenNote } from '../../model/written.ts';
import type { Span } from '../../text/index.ts';
import { blockText } from './blocks.ts';
import { Body } from './body.ts';
import { type Addition, frontMatterText } from './front-matter.ts';
import type { Care, Plan } from './plan.ts';
import { stretches } from './sections.ts';
import { yamlSources, yamlText } from './yaml.ts';

export { type Left, leftAnyway } from './left.ts';
export { type Care, FULL, type Plan } from './plan.ts';

/**
 * A note as text, in the one shape as far as the plan goes; with line ends `\n`, and no byte order mark. Whether it means
 * the same is for the caller to see.
 */
export function noteText(written: WrittenNote, house: House, plan: Plan): string {
  const { text } = written.note.source;
  const moves = plan.body ? movesOf(written, plan) : [];
  const front = frontText(written, moves, plan) ?? { text: frontText(written, [], plan)?.text ?? '', gone: new Set() };
  if (!plan.body) return front.text + withLineEnd(text.slice(written.front?.whole.end ?? 0));
  const printed = stretches(written, house, plan).flatMap((stretch) =>
    stretch.blocks.filter((index) => !front.gone.has(index)).map((index) => ({ index, stretch })),
  );
  const body = new Body(written, plan, front.text === '').print(printed);
  const gap = front.text === '' || body === '' ? '' : '\n';
  return front.text + gap + (body === '' ? '' : `${body}\n`);
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** A block by itself, as the full or the careful plan prints it. */
export function blockAlone(written: Written, care: Care): string {
  return blockText(written, { care });
}

interface Front {
  /** With its fences and a last line end, or nothing. */
  readonly text: string;
  /** The blocks that have become keys. */
  readonly gone: ReadonlySet<number>;
}

/** Undefined where keys should be added to a front matter that takes none. */
function frontText({ note, front }: WrittenNote, moves: readonly Move[], plan: Plan): Front | undefined {
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

function movesOf(written: WrittenNote, { headline, source }: Plan): readonly Move[] {
  return [...(headline ? headlineMove(written) : []), ...(source ? sourceMove(written) : [])];
}

/** A block that becomes a key, or that says what a key says already. */
interface Move {
  readonly index: number;
  readonly addition?: Addition;
}

/** Sections whose headings say nothing of the language. */
const OTHERS: readonly string[] = ['body', 'unknown'];

/** An editor's mark has no place in a key, and what is HTML in the text would be none there. */
function holdsHtml({ source }: Note, { start, end }: Span): boolean {
  return /<[a-z/!?]/i.test(source.text.slice(start, end));
}

function headlineMove({ note, blocks }: WrittenNote): readonly Move[] {
  const { headline, fields } = note;
  if (!headline?.isPlain || headline.text === '' || holdsHtml(note, headline.span)) return [];
  const index = blocks.findIndex(({ span }) => span.start === headline.span.start);
  const given = fields.find(({ key, value }) => key === 'headline' && !isNothing(value))?.value;
  if (given !== undefined) return given.kind === 'scalar' && given.value === headline.text ? [{ index }] : [];
  const value = yamlText(headline.text);
  return value === undefined ? [] : [{ index, addition: { key: 'headline', value } }];
}

function sourceMove({ note, blocks }: WrittenNote): readonly Move[] {
  const { sourceLine, fields, sections, labelLanguage } = note;
  if (!sourceLine || holdsHtml(note, sourceLine.block.span)) return [];
  // Its label may be all that says what language the story is in.
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
