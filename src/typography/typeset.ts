import type {
  Article,
  Attribution,
  Block,
  Correction,
  Image,
  Inline,
  ListItem,
  Prose,
  TableCell,
} from '../model/article.ts';
import type { House, Typography } from '../model/house.ts';
import { type Profile, profileOf } from './passes.ts';
import { editRun, flatten, flattenText, maskRun, rebuild, type TextRun, unmaskRun } from './run.ts';

/**
 * The article with the typography of the house in every text that a reader sees. Code, URLs, and fields that are not printed
 * or are for machines (slug, dates, topics) stay. Typesetting the result again changes nothing. Shares what did not change
 * with `article`, and returns `article` itself if nothing did.
 */
export function typeset(article: Article, house: Pick<House, 'typography'>): Article {
  const profile = profileOf(house.typography);
  const names = profileOf(namesOf(house.typography));
  const text = (value: string): string => setText(value, profile);
  const prose = (blocks: Prose): Prose => setProse(blocks, profile);
  return patch(article, {
    headline: text(article.headline),
    dek: article.dek && text(article.dek),
    byline: article.byline && map(article.byline, (name) => setText(name, names)),
    dateline: article.dateline && text(article.dateline),
    section: article.section && text(article.section),
    source: map(article.source, (source) => setAttribution(source, profile)),
    image: article.image && setImage(article.image, profile),
    corrections: article.corrections && map(article.corrections, (correction) => setCorrection(correction, profile)),
    body: prose(article.body),
    insight: map(article.insight, (part) => patch(part, { prose: prose(part.prose) })),
    laws: map(article.laws, prose),
    sections: map(article.sections, (part) => patch(part, { heading: text(part.heading), prose: prose(part.prose) })),
    footnotes: article.footnotes && map(article.footnotes, (one) => patch(one, { prose: prose(one.prose) })),
  });
}

/** A plain text, such as a headline, in the typography of the house. The same string if nothing changes. */
export function typesetText(text: string, typography: Typography): string {
  return setText(text, profileOf(typography));
}

/** The inlines of a paragraph, heading or cell. The same array if nothing changes. */
export function typesetInlines(inlines: readonly Inline[], typography: Typography): readonly Inline[] {
  return setInlines(inlines, profileOf(typography));
}

const nameTypographies = new WeakMap<Typography, Typography>();

/** A person's name gets only the quotes (O'Neil), dots and spaces of the house. */
function namesOf(typography: Typography): Typography {
  const known = nameTypographies.get(typography);
  if (known) return known;
  const names: Typography = { ...typography, dashes: 'keep', ellipsis: 'keep', han: 'keep' };
  nameTypographies.set(typography, names);
  return names;
}

function setText(text: string, profile: Profile): string {
  return profile.any.test(text) ? (setRun(flattenText(text), profile).leaves[0]?.text ?? text) : text;
}

function setInlines(inlines: readonly Inline[], profile: Profile): readonly Inline[] {
  const run = flatten(inlines);
  const set = profile.any.test(run.text) ? rebuild(inlines, setRun(run, profile)) : inlines;
  return map(set, (inline) => setAttributes(inline, profile));
}

/** A guard. Nearly always the second round changes nothing. */
const MAX_ROUNDS = 8;

/**
 * Runs the passes in order until they change nothing. A removed space can bring two marks together that an earlier pass
 * needs to see, and a changed mark can end a URL.
 */
function setRun(run: TextRun, { passes, any, typography }: Profile): TextRun {
  let set = run;
  for (let round = 0; round < MAX_ROUNDS && any.test(set.text); round++) {
    const before = maskRun(set);
    let after = before;
    for (const { pass, trigger } of passes) {
      if (trigger.test(after.text)) after = editRun(after, pass.edits(after.text, typography));
    }
    if (after === before) return set;
    set = unmaskRun(after);
  }
  return set;
}

/** Typesets titles and the alt text of images. */
function setAttributes(inline: Inline, profile: Profile): Inline {
  switch (inline.type) {
    case 'image':
      return patch(inline, {
        text: setText(inline.text, profile),
        title: inline.title && setText(inline.title, profile),
      });
    case 'link':
      return patch(inline, {
        title: inline.title && setText(inline.title, profile),
        tokens: map(inline.tokens, (token) => setAttributes(token, profile)),
      });
    case 'em':
    case 'strong':
    case 'del':
    case 'sub':
    case 'sup':
      return patch(inline, { tokens: map(inline.tokens, (token) => setAttributes(token, profile)) });
    case 'text':
    case 'codespan':
    case 'br':
    case 'footnote':
      return inline;
  }
}

function setProse(prose: Prose, profile: Profile): Prose {
  return map(prose, (block) => setBlock(block, profile));
}

function setBlock(block: Block, profile: Profile): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return patch(block, { tokens: setInlines(block.tokens, profile) });
    case 'blockquote':
      return patch(block, { tokens: setProse(block.tokens, profile) });
    case 'list': {
      const item = (entry: ListItem): ListItem => patch(entry, { tokens: setProse(entry.tokens, profile) });
      return patch(block, { items: map(block.items, item) });
    }
    case 'table': {
      const cell = (entry: TableCell): TableCell => patch(entry, { tokens: setInlines(entry.tokens, profile) });
      return patch(block, { header: map(block.header, cell), rows: map(block.rows, (row) => map(row, cell)) });
    }
    case 'code':
    case 'hr':
      return block;
  }
}

function setAttribution(source: Attribution, profile: Profile): Attribution {
  return patch(source, {
    name: setText(source.name, profile),
    tokens: source.tokens && setInlines(source.tokens, profile),
  });
}

function setImage(image: Image, profile: Profile): Image {
  return patch(image, {
    alt: image.alt && setText(image.alt, profile),
    credit: image.credit && setText(image.credit, profile),
    caption: image.caption && setText(image.caption, profile),
  });
}

function setCorrection(correction: Correction, profile: Profile): Correction {
  return patch(correction, { text: setText(correction.text, profile) });
}

/** A copy with the changes, or the same object if nothing differs. */
function patch<T extends object>(value: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T {
  let copy: T | undefined;
  for (const key of Object.keys(changes) as (keyof T)[]) {
    const change = changes[key];
    if (change === undefined || change === value[key]) continue;
    copy ??= { ...value };
    copy[key] = change;
  }
  return copy ?? value;
}

/** `Array.map` that returns the same array if no element changed. */
function map<T>(values: readonly T[], change: (value: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (const [index, value] of values.entries()) {
    const changed = change(value);
    if (changed !== value) {
      copy ??= [...values];
      copy[index] = changed;
    }
  }
  return copy ?? values;
}
