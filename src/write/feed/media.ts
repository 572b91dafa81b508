import { element, type Xml } from '../xml.ts';
import type { FeedEntry } from './feed.ts';

/** The namespace of Media RSS, which Atom and RSS share. */
export const MEDIA = 'http://search.yahoo.com/mrss/';

/** The image of an entry. */
export function media({ image }: FeedEntry): Xml | undefined {
  if (!image) return undefined;
  const { url, caption, credit } = image;
  const described = caption === undefined ? undefined : element('media:description', { type: 'plain' }, caption);
  const credited = credit === undefined ? undefined : element('media:credit', {}, credit);
  return element('media:content', { url, medium: 'image' }, described, credited);
}
