import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { PostFormat } from '../format.ts';
import type { CardName } from './names.ts';

/** A font of a house: the name by which a template asks for it, and its file. */
export interface HouseFont {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CardOptions {
  /** The number of the law to show, from 1. Without it, the card shows the headline. */
  readonly law?: number | undefined;
  readonly fonts: readonly HouseFont[];
}

/**
 * Draws a story: SVG as text, PNG as bytes.
 * @throws {TemplateError} if the template of the house fails, or does not print a card.
 * @throws {UnprintableError} if the story has no room on the card, has a character that no font has, or lacks the law.
 */
export type DrawCard = (article: Article, house: House, options: CardOptions) => string | Uint8Array;

/** An output format whose posts are pictures. */
export interface CardFormat<Name extends string = string> extends PostFormat<Name> {
  /** Loads what draws it, with fonts and libraries that no other format needs. */
  load(): Promise<DrawCard>;
}

const SHARED = { template: '.svg', describesImages: true } as const;

/** The formats of the share card. */
export const CARDS: readonly CardFormat<CardName>[] = [
  {
    name: 'card',
    extensions: ['.card.png', '.png'],
    isBinary: true,
    ...SHARED,
    load: async () => (await import('./draw.ts')).loadPng(),
  },
  {
    name: 'card-svg',
    extensions: ['.card.svg', '.svg'],
    ...SHARED,
    load: async () => (await import('./draw.ts')).loadSvg(),
  },
];

/** The format of the card of a law, whose file does not replace that of the headline: `.law-2.card.png`. */
export function forLaw(format: CardFormat, law: number): CardFormat {
  return { ...format, extensions: format.extensions.map((extension) => `.law-${law}${extension}`) };
}
