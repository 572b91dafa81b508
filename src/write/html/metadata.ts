import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { ImageSize } from '../format.ts';
import { absolute, address, description } from './json-ld.ts';

/** A `<meta>`: plain text, to be escaped where it is printed. Open Graph says `property`, HTML itself `name`. */
export interface Meta {
  readonly attribute: 'name' | 'property';
  readonly name: string;
  readonly content: string;
}

/**
 * The regions of languages that a post names without one, which Open Graph cannot do: CLDR's likely ones, as a table,
 * because the engine's own differ between versions. Any other language stays without a region.
 */
const REGIONS: Readonly<Record<string, string>> = {
  'zh-hant': 'TW',
  de: 'DE',
  en: 'US',
  es: 'ES',
  fr: 'FR',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  pt: 'BR',
  ru: 'RU',
  zh: 'CN',
};

/** BCP 47 to Open Graph's `language_TERRITORY`: `en-GB` → `en_GB`, `zh-Hans-SG` → `zh_SG`, `zh` → `zh_CN`. */
export function locale(tag: string): string {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const region = subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag))?.toUpperCase();
  const territory = region ?? REGIONS[`${language}-${script}`] ?? REGIONS[language];
  return territory === undefined ? language : `${language}_${territory}`;
}

/** Languages that are written from right to left, unless a subtag names another script. */
const RIGHT_TO_LEFT =
  /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)(?:-|$)|-(?:adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)(?:-|$)/i;

/** The direction of a BCP 47 language, for the attribute `dir`. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(tag) && !/-(?:latn|cyrl)(?:-|$)/i.test(tag) ? 'rtl' : 'ltr';
}

/** What the head of the page says of the story, in the order of the house style's table; absent fields are omitted. */
export function metadata(article: Article, house: House, imageSize?: ImageSize): Meta[] {
  const { publisher } = house;
  const image = absolute(article.image?.url, article.url);
  const found: Meta[] = [];
  const add = (attribute: Meta['attribute'], name: string, content: string | undefined) => {
    if (content) found.push({ attribute, name, content });
  };
  const property = (name: string, content: string | undefined) => add('property', name, content);

  if (article.status === 'draft' || article.status === 'withdrawn') add('name', 'robots', 'noindex');
  add('name', 'description', description(article, house));
  for (const name of article.byline ?? []) add('name', 'author', name);
  property('og:type', 'article');
  property('og:title', article.headline);
  property('og:description', description(article, house));
  property('og:url', address(article.url));
  property('og:locale', locale(article.lang));
  property('og:site_name', publisher.name);
  property('og:image', image);
  property('og:image:alt', image && article.image?.alt);
  property('og:image:width', image && imageSize && String(imageSize.width));
  property('og:image:height', image && imageSize && String(imageSize.height));
  // The other values of the card are those of Open Graph.
  add('name', 'twitter:card', image === undefined ? 'summary' : 'summary_large_image');
  property('article:published_time', article.date);
  property('article:modified_time', article.updated);
  property('article:expiration_time', article.expires);
  for (const name of article.byline ?? []) property('article:author', name);
  property('article:section', article.section);
  for (const topic of article.topics ?? []) property('article:tag', topic);
  return found;
}
