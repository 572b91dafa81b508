import type { Article } from '../model/article.ts';
import type { House } from '../model/house.ts';

export interface WriteOptions {
  /** HTML without the page around it, for a content management system. */
  readonly fragment?: boolean;
  /** Text wrapped to so many columns; without it, one line per paragraph. */
  readonly width?: number;
}

/** An output format: one file in this folder, one line in `index.ts`, one template in a house. */
export interface Format {
  readonly name: string;
  /** With the dot; the first names new files, each is recognised after `-o`. */
  readonly extensions: readonly string[];
  /** The post as text that ends in one line feed. Throws only a TemplateError, for a template of the user's. */
  write(article: Article, house: House, options: WriteOptions): string;
}
