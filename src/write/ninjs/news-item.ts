import type { Article, Attribution, Correction, Image } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { printDate } from '../dates.ts';
import { absolute, address, addresses, description } from '../html/json-ld.ts';
import { sourceName } from '../html/plain.ts';
import { names } from '../template/context.ts';
import { UnprintableError } from '../unprintable.ts';
import { bodies } from './bodies.ts';
import type { AssociatedPicture, NewsItem, Text } from './document.ts';
import { uriOf } from './uri.ts';

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const;

/** A story that is ready may be used; until then it is withheld. */
const PUB_STATUS = { draft: 'withheld', ready: 'usable', published: 'usable', withdrawn: 'canceled' } as const;

/** IPTC's NewsCodes for the story, by who wrote its insight. */
const DIGITAL_SOURCE = {
  human: 'digitalCreation',
  ai: 'compositeWithTrainedAlgorithmicMedia',
  mixed: 'compositeWithTrainedAlgorithmicMedia',
} as const;

/** A story as a news item. JSON omits keys whose value is undefined. @throws {UnprintableError} */
export function newsItem(article: Article, house: House): NewsItem {
  const { image, insight_by, status, byline } = article;
  const about = description(article, house);
  return {
    uri: identifier(article),
    standard: STANDARD,
    type: 'text',
    language: article.lang,
    contentCreated: moment(article.date),
    versionCreated: moment(article.updated),
    embargoedUntil: moment(article.embargo),
    expires: moment(article.expires),
    pubStatus: status && PUB_STATUS[status],
    headlines: [{ role: 'main', value: article.headline }],
    descriptions: about === undefined ? undefined : [{ value: about }],
    by: byline?.length ? names(byline, house) : undefined,
    slugline: article.slug,
    located: article.dateline,
    infoSources: some(article.source.map((source) => infoSource(source, house))),
    genres: article.section === undefined ? undefined : [{ name: article.section }],
    subjects: some((article.topics ?? []).map((name) => ({ name }))),
    bodies: some(bodies(article, house)),
    associations: image && some(pictures(image, article.url)),
    altIds: article.url === undefined ? undefined : [{ role: 'url', value: article.url }],
    edNote: article.corrections?.map((one) => correction(one, house)).join('\n') || undefined,
    copyrightHolder: house.publisher.name,
    digitalSourceType: insight_by && {
      uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${DIGITAL_SOURCE[insight_by]}`,
    },
  };
}

/** @throws {UnprintableError} */
function identifier({ id, url }: Article): string {
  if (id !== undefined) return requireUri(id, 'id', "Write a URI such as 'urn:newsml:example.com:2026:lab'.");
  if (url !== undefined) return requireUri(url, 'url', COPY);
  throw new UnprintableError({
    rule: 'missing-id',
    message: "missing id: ninjs identifies a story by its 'id' or 'url'",
    advice: "Write 'id: …' or 'url: …' in the front matter.",
  });
}

const COPY = 'Copy the URL again from your browser.';

/** @throws {UnprintableError} */
function requireUri(given: string, key: 'id' | 'url' | 'image', advice: string): string {
  const uri = uriOf(given);
  if (uri !== undefined) return uri;
  const name = key === 'image' ? 'image.url' : key;
  throw new UnprintableError({ rule: 'wrong-type', message: `${name} must be a URI`, advice, key });
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A date by RFC 3339, which has seconds. A day, or a time without an offset, is not a moment. */
function moment(written: string | undefined): string | undefined {
  const [, minutes, seconds = ':00', offset] = MOMENT.exec(written ?? '') ?? [];
  return minutes === undefined ? undefined : `${minutes}${seconds}${offset}`;
}

/** The name of a source, with the URL of what it published. */
function infoSource(source: Attribution, { labels }: House): { name: string; uri: string | undefined } {
  const [url] = addresses(source);
  return { name: sourceName(source, labels), uri: url === undefined ? undefined : uriOf(url) };
}

/** The image beside the story, as IPTC's examples have it. No image with an unsafe URL. @throws {UnprintableError} */
function pictures(image: Image, page: string | undefined): readonly AssociatedPicture[] {
  if (address(image.url) === undefined) return [];
  const url = absolute(image.url, page);
  if (url === undefined)
    throw new UnprintableError({
      rule: 'relative-image',
      message: `relative image '${image.url}' in a note without a URL`,
      advice: "Add the 'url' of the post, or write the full URL of the image.",
      key: 'image',
      url: image.url,
    });
  const uri = requireUri(url, 'image', COPY);
  const { caption, alt, credit } = image;
  return [
    {
      uri,
      name: 'image',
      type: 'picture',
      descriptions: some(texts(['caption', caption], ['alt', alt])),
      by: credit,
      renditions: [{ name: 'main', href: uri }],
    },
  ];
}

/** A correction as the text format prints it. */
function correction({ date, text }: Correction, house: House): string {
  const { correction: label, open, close, colon } = house.labels;
  return `${label}${date === undefined ? '' : `${open}${printDate(date, house)}${close}`}${colon}${text}`;
}

/** The texts that there are, with their roles. */
function texts(...given: readonly (readonly [role: string, value: string | undefined])[]): readonly Text[] {
  return given.flatMap(([role, value]) => (value ? [{ role, value }] : []));
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
