import { scalar } from '../../format/edit/scalar.ts';
import type { House } from '../../model/house.ts';
import { KEYS, type Key } from '../../model/keys.ts';
import { type Hints, hintsIn } from './hints.ts';
import type { Material } from './material.ts';

/** What a new note holds from the start. */
export interface Beginning {
  readonly headline: string;
  readonly lang?: string;
  readonly date?: string;
  /** The text of a source. */
  readonly material?: Pick<Material, 'markdown'> & {
    /** The path for `source_text`, relative to the note. */
    readonly path: string;
  };
}

/** Parts that are sections, or that no writer starts with. */
const NO_KEYS: readonly string[] = ['body', 'insight', 'laws', 'sections', 'footnotes', 'corrections'];

/** A note with every part that the house requires, and a hint in each that is still to be written. */
export function noteSkeleton(beginning: Beginning, house: House): string {
  const hints = hintsIn(house.lang);
  const sections = sectionsOf(house, hints).map(([heading, text]) => `## ${heading}\n\n${text}\n`);
  const body = house.required.includes('body') || beginning.material ? bodyOf(beginning, house, hints) : [];
  return [`---\n${frontMatter(beginning, house, hints)}---\n`, ...body.map((text) => `${text}\n`), ...sections].join(
    '\n',
  );
}

function frontMatter({ headline, lang, date, material }: Beginning, { required }: House, hints: Hints): string {
  const given: Partial<Record<Key, string | undefined>> = {
    headline,
    lang,
    date,
    source_text: material?.path,
  };
  const lines = Object.keys(KEYS).map((name) => {
    const key = name as Key;
    const value = given[key];
    if (value !== undefined) return `${key}: ${scalar(value, 'block') ?? JSON.stringify(value)}\n`;
    if (!required.includes(key) || NO_KEYS.includes(key)) return '';
    return `# ${key === 'source' ? hints.source : KEYS[key].about}\n${key}:\n`;
  });
  return lines.join('');
}

function bodyOf({ material }: Beginning, { counts }: House, hints: Hints): readonly string[] {
  if (!material) return [comment(hints.body(counts))];
  return [comment(hints.rewritten(counts, material.path)), material.markdown];
}

/** The headings of the required sections with what is below them, in the order of the house. */
function sectionsOf(house: House, hints: Hints): readonly (readonly [heading: string, text: string])[] {
  const { headings, required, sections, counts, order } = house;
  const isFirst = (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
  return [...required].sort(isFirst).flatMap((name): readonly (readonly [string, string])[] => {
    if (name === 'insight') return [[headings.insight.heading, insightOf(house, hints)]];
    if (name === 'laws') return [[headings.laws.heading, comment(hints.laws(counts))]];
    const own = sections.find(({ id }) => id === name);
    return own ? [[own.heading, comment(hints.section(own))]] : [];
  });
}

/** The parts of the insight under their names, if each part of the house has one. */
function insightOf({ insight, counts }: House, hints: Hints): string {
  const hasAll = insight.length > 0 && insight.length <= counts.insight.max;
  if (!hasAll) return comment(hints.insight(counts));
  return insight
    .map((role) => `### ${role.names[0] ?? role.id}\n\n${comment(hints.part(role, hints.roles[role.id]))}`)
    .join('\n\n');
}

/** A text as a comment. What would end the comment is taken out of it. */
function comment(text: string): string {
  return `<!-- ${text.replace(/-{2,}>?|[<>]/g, '')} -->`;
}
