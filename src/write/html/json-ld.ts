import type {
  CorrectionCommentLeaf,
  CreativeWorkLeaf,
  ImageObjectLeaf,
  NewsArticleLeaf,
  NewsMediaOrganizationLeaf,
  OrganizationLeaf,
  PersonLeaf,
  WebPageLeaf,
  WithContext,
} from 'schema-dts';
import type { Article, Attribution, Inline } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { safeUrl, withAsciiHost } from '../../model/url.ts';
import { lede, plainProse, sourceName } from './plain.ts';

/** Members of schema.org's IPTCDigitalSourceEnumeration: of the insight itself, and of a story that holds such an insight. */
const OF_INSIGHT = {
  human: 'https://schema.org/DigitalArtDigitalSource',
  ai: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  mixed: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
} as const;
const OF_STORY = { ...OF_INSIGHT, ai: OF_INSIGHT.mixed } as const;

const UNSAFE: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A schema.org NewsArticle as the content of a `<script>`: no character of it can end the element. Absent fields are omitted. */
export function jsonLd(article: Article, house: House): string {
  return JSON.stringify(newsArticle(article, house)).replace(/[<>&\u2028\u2029]/g, (found) => UNSAFE[found] ?? found);
}

/** The description of a story: its dek, else its lede, whole. */
export function description(article: Article, { labels }: House): string | undefined {
  return article.dek ?? lede(article.body, labels);
}

/**
 * A node of schema.org. A property that its type does not have, or a value of the wrong type, is a compile error. JSON leaves
 * out the properties that are undefined.
 */
function node<T extends object>(properties: { readonly [Property in keyof T]: T[Property] | undefined }): T {
  return properties as T;
}

export function newsArticle(article: Article, house: House): object {
  const url = address(article.url);
  return node<WithContext<NewsArticleLeaf>>({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: description(article, house),
    articleBody: plainProse(article.body, house.labels) || undefined,
    hasPart: some(parts(article, house)),
    url,
    mainEntityOfPage: url ? node<WebPageLeaf>({ '@type': 'WebPage', '@id': url }) : undefined,
    identifier: article.id,
    inLanguage: article.lang,
    author: some(article.byline?.map((name) => author(name, house))),
    citation: oneOrMany(article.source.map((source) => citation(source, house))),
    isBasedOn: oneOrMany(article.source.flatMap(addresses)),
    datePublished: article.date,
    dateModified: article.updated,
    expires: article.expires,
    dateline: article.dateline,
    articleSection: article.section,
    keywords: some(article.topics),
    image: image(article),
    correction: some(
      article.corrections?.map(({ date, text }) =>
        node<CorrectionCommentLeaf>({ '@type': 'CorrectionComment', text, datePublished: date }),
      ),
    ),
    creativeWorkStatus: article.status,
    digitalSourceType: article.insight_by && OF_STORY[article.insight_by],
    publisher: publisher(house),
  });
}

/** The insight, the laws and the further sections as works of their own: only the body is the story's own text. */
function parts(article: Article, { labels, sections }: House): CreativeWorkLeaf[] {
  const insight = article.insight.map(({ prose }) => plainProse(prose, labels)).join('\n');
  const laws = article.laws.map((law) => plainProse(law, labels)).join('\n');
  const found: CreativeWorkLeaf[] = [];
  if (insight !== '') {
    const origin = article.insight_by && OF_INSIGHT[article.insight_by];
    found.push(node<CreativeWorkLeaf>({ ...part(labels.insight, insight), digitalSourceType: origin }));
  }
  if (laws !== '') found.push(part(labels.laws, laws));
  for (const { id, heading, prose } of article.sections) {
    found.push(part(sections.find((own) => own.id === id)?.label ?? heading, plainProse(prose, labels)));
  }
  return found;
}

function part(name: string, text: string): CreativeWorkLeaf {
  return { '@type': 'CreativeWork', name, text };
}

/** A byline may name the newsroom itself. */
function author(name: string, house: House): PersonLeaf | OrganizationLeaf {
  return { '@type': name === house.publisher.name ? 'Organization' : 'Person', name };
}

function publisher({ publisher: { name, url, logo } }: House): NewsMediaOrganizationLeaf {
  const picture = address(logo);
  return node<NewsMediaOrganizationLeaf>({
    '@type': 'NewsMediaOrganization',
    name,
    url: address(url),
    logo: picture ? node<ImageObjectLeaf>({ '@type': 'ImageObject', url: picture }) : undefined,
  });
}

/** A source is its name; one with a date is a work with a name, a date and a URL. */
function citation(source: Attribution, { labels }: House): string | CreativeWorkLeaf {
  const { url, date } = source;
  const name = sourceName(source, labels);
  if (date === undefined) return name;
  return node<CreativeWorkLeaf>({ '@type': 'CreativeWork', name, url: address(url), datePublished: date });
}

function image({ image, url: page }: Article): ImageObjectLeaf | undefined {
  const url = absolute(image?.url, page);
  if (!image || url === undefined) return undefined;
  return node<ImageObjectLeaf>({
    '@type': 'ImageObject',
    url,
    description: image.alt,
    caption: image.caption,
    creditText: image.credit,
  });
}

/** The safe URLs of a source: its own, and those of the links in its line. */
export function addresses({ url, tokens = [] }: Attribution): string[] {
  const links = tokens.flatMap(function linked(inline: Inline): string[] {
    if (inline.type === 'link') return [inline.href];
    return 'tokens' in inline ? inline.tokens.flatMap(linked) : [];
  });
  const safe = [url, ...links].map(address).filter((found) => found !== undefined);
  return [...new Set(safe)];
}

/** An address to print: safe, and not the empty one. */
export function address(url: string | undefined): string | undefined {
  const safe = (url && safeUrl(url)) || undefined;
  return safe && withAsciiHost(safe);
}

/** The absolute URL of `url` on the page of a story; undefined for a relative one where the URL of the page is not known. */
export function absolute(url: string | undefined, page: string | undefined): string | undefined {
  const safe = address(url);
  if (safe === undefined || /^https?:/i.test(safe)) return safe;
  const base = address(page);
  return base !== undefined && URL.canParse(safe, base) ? new URL(safe, base).href : undefined;
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

/** JSON-LD's own short form: a set of one is its member. */
function oneOrMany<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length === 1 ? list[0] : some(list);
}
