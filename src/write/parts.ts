import type { Article } from '../model/article.ts';
import { POST_PARTS, type PostPart } from '../model/channels.ts';
import { type House, PARTS } from '../model/house.ts';
import type { Format } from './format.ts';

/** A story without the parts that are left out, and the house that prints the others. */
export interface ChosenParts {
  readonly article: Article;
  readonly house: House;
}

/** Keeps the chosen parts of a story. The headline and the other values of the front matter stay, for metadata. */
export function chooseParts(article: Article, house: House, parts: readonly PostPart[] | undefined): ChosenParts {
  if (!parts) return { article, house };
  const kept = <Part>(part: PostPart, value: readonly Part[]): readonly Part[] => (parts.includes(part) ? value : []);
  return {
    article: {
      ...article,
      body: kept('body', article.body),
      source: kept('source', article.source),
      insight: kept('insight', article.insight),
      laws: kept('laws', article.laws),
      sections: kept('sections', article.sections),
    },
    house: { ...house, order: orderOf(house, parts) },
  };
}

/** The same format, which prints the parts that its options choose. */
export function withParts<Name extends string>(format: Format<Name>): Format<Name> {
  return {
    ...format,
    write(article, house, options) {
      const chosen = chooseParts(article, house, options.parts);
      return format.write(chosen.article, chosen.house, options);
    },
  };
}

const USUAL_ORDER: readonly string[] = PARTS;

/** The order of the house without the parts that are left out. A part that only the channel prints has its usual place. */
function orderOf({ order }: House, parts: readonly PostPart[]): readonly string[] {
  const isChosen = (name: string): boolean => {
    const part = POST_PARTS.find((one) => one === name);
    if (part !== undefined) return parts.includes(part);
    // Any other name is that of a section that the house adds.
    return name === 'corrections' || name === 'footnotes' || parts.includes('sections');
  };
  const chosen = order.filter(isChosen);
  for (const part of POST_PARTS) {
    if (!parts.includes(part) || chosen.includes(part)) continue;
    const isBefore = (name: string): boolean => {
      const at = USUAL_ORDER.indexOf(name);
      return at !== -1 && at < USUAL_ORDER.indexOf(part);
    };
    chosen.splice(chosen.findLastIndex(isBefore) + 1, 0, part);
  }
  return chosen;
}
