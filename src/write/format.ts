import type { Article } from '../model/article.ts';
import type { House } from '../model/house.ts';

/** The size of an image as a browser shows it, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface WriteOptions {
  /** HTML without the page around it, for a content management system. */
  readonly fragment?: boolean;
  /** The number of columns to wrap text to. Without it, each paragraph is one line. */
  readonly width?: number;
  /** The sizes of images by their URLs in the Article. HTML prints them, so that text does not move while images load. */
  readonly imageSizes?: ReadonlyMap<string, ImageSize>;
  /** The URL of the index page of the site from an HTML page, if there is one. */
  readonly home?: string;
}

/** An output format: one file in this folder, one line in `index.ts`, and perhaps one template in a house. */
export interface Format<Name extends string = string> {
  readonly name: Name;
  /** With the dot. New files get the first; `-o` recognises each. */
  readonly extensions: readonly string[];
  /** False if the house has no template for it. */
  readonly hasTemplate?: false;
  /** The ending of its template, if it is not its first extension: `.channel` for `post.channel.hbs`. */
  readonly template?: string;
  /** Whether a post describes images, so that no image file belongs to it. */
  readonly describesImages?: true;
  /** Whether a post states the sizes of its images. */
  readonly sizesImages?: true;
  /**
   * The post, ending in one line feed.
   * @throws {TemplateError} if a template of the house fails.
   * @throws {UnprintableError} if the format cannot print this story.
   */
  write(article: Article, house: House, options: WriteOptions): string;
}

/** The ending of a format's template, such as `.html`. Undefined if it has none. */
export function templateEnding({ extensions, hasTemplate, template }: Format): string | undefined {
  return hasTemplate === false ? undefined : (template ?? extensions[0]);
}
