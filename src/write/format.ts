import type { Article } from '../model/article.ts';
import type { ChannelSettings } from '../model/channels.ts';
import type { House } from '../model/house.ts';
import type { Reason } from './unprintable.ts';

/** The size of an image as a browser shows it, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface WriteOptions extends ChannelSettings {
  /** HTML without the page around it, for a content management system. */
  readonly fragment?: boolean;
  /** The number of columns to wrap text to. Without it, each paragraph is one line. */
  readonly width?: number;
  /** The reply to a published post that tells its readers of the newest corrections, or of the withdrawal. */
  readonly followUp?: boolean;
  /** The posts of a thread as a person copies them: plain text, with the line `---` between two posts. */
  readonly asText?: boolean;
  /** The sizes of images by their URLs in the Article. HTML prints them, so that text does not move while images load. */
  readonly imageSizes?: ReadonlyMap<string, ImageSize>;
  /** The URL of the index page of the site from an HTML page, if there is one. */
  readonly home?: string;
}

/** An output format with one post for each note, whatever writes it. */
export interface PostFormat<Name extends string = string> {
  readonly name: Name;
  /** With the dot. New files get the first; `-o` recognises each. */
  readonly extensions: readonly string[];
  /** False if the house has no template for it. */
  readonly hasTemplate?: false;
  /** The ending of its template, if it is not its first extension: `.channel` for `post.channel.hbs`. One that ends in `.html` escapes. */
  readonly template?: string;
  /** Whether a post describes images, so that no image file belongs to it. */
  readonly describesImages?: true;
  /** The settings that it takes besides `parts`, which is for every format. */
  readonly settings?: readonly Exclude<keyof ChannelSettings, 'parts'>[];
  /** Whether readers see its posts away from the site, so that a relative link leads nowhere. */
  readonly isOffSite?: true;
  /** Whether it can write a follow-up. */
  readonly followsUp?: true;
  /** Whether a post is bytes, which no terminal shows. */
  readonly isBinary?: true;
  /** Whether a post states the sizes of its images. */
  readonly sizesImages?: true;
}

/** An output format of text: one file in this folder, one line in `index.ts`, and perhaps one template in a house. */
export interface Format<Name extends string = string> extends PostFormat<Name> {
  /** Whether it prints every story, so that `check` need not try. */
  readonly printsAll?: true;
  /**
   * The post, ending in one line feed.
   * @throws {TemplateError} if a template of the house fails.
   * @throws {UnprintableError} if the format cannot print this story.
   */
  write(article: Article, house: House, options: WriteOptions): string;
  /** What an editor has to do by hand, although there is a post. */
  warnings?(article: Article, house: House): readonly Reason[];
}

/** The ending of a format's template, such as `.html`. Undefined if it has none. */
export function templateEnding({ extensions, hasTemplate, template }: PostFormat): string | undefined {
  return hasTemplate === false ? undefined : (template ?? extensions[0]);
}
