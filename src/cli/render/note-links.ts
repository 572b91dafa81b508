import { statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { openNote } from '../../format/edit/open-note.ts';
import { resolveHouse } from '../../house/resolve.ts';
import type { Article } from '../../model/article.ts';
import { peek } from '../../read/peek.ts';
import { isStructured } from '../../read/structured.ts';
import { pathOf } from '../../read/url-place.ts';
import type { Post } from '../../render.ts';
import { createSource } from '../../text/index.ts';
import { withUrls } from '../../write/absolute.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import { FileError } from '../files/error.ts';
import type { Input } from '../files/inputs.ts';
import { noteUse } from '../files/observe.ts';
import { readContent } from '../files/read.ts';
import type { OutputFormat } from '../requests.ts';
import { decodeNote } from '../run/read-note.ts';

/** A note that a story links to, as writers link their files: `[the berths](../2026/berths.md)`. */
interface LinkedNote {
  /** The URL of its post from the post of the story, without the ending. Absent if the run writes no post of it. */
  readonly post?: string;
  /** Its `url`. */
  readonly url?: string;
}

/** The notes that a story links to, by the URLs of the links in its Article. */
type LinkedNotes = ReadonlyMap<string, LinkedNote>;

const NOTE = /\.(?:md|markdown|ya?ml|json)$/i;

/** The story for a format, or for a feed, with links to the posts of other notes. */
export type LinkedStory = (format?: OutputFormat) => Post;

/**
 * Returns a story with links to the posts of the notes that it links to; undefined if it links to none.
 * @param target the path of its post in a folder, without the ending.
 */
export async function linkNotes(
  post: Post,
  input: Input,
  target: string | undefined,
  configResolver: ConfigResolver,
): Promise<LinkedStory | undefined> {
  const linked = await findLinkedNotes(post.article, input, target, configResolver);
  if (linked.size === 0) return undefined;
  return (format) => ({ ...post, article: withLinks(post.article, linked, format) });
}

async function findLinkedNotes(
  article: Article,
  input: Input,
  target: string | undefined,
  configResolver: ConfigResolver,
): Promise<LinkedNotes> {
  const urls = new Set<string>();
  withUrls(article, (url) => {
    if (NOTE.test(pathOf(url) ?? '')) urls.add(url);
    return url;
  });
  const found = new Map<string, LinkedNote>();
  for (const url of urls) {
    const path = join(dirname(input.path), pathOf(url) ?? '');
    const linked = await look(path, configResolver);
    if (linked) found.set(url, { ...linked.own, ...postOf(path, linked.slug, input, target) });
  }
  return found;
}

/** What a file says of itself; undefined if it is not a note. */
async function look(path: string, configResolver: ConfigResolver) {
  noteUse(path);
  try {
    // A pipe would wait for its writer.
    if (!statSync(path).isFile()) return undefined;
    const { bytes } = readContent(path);
    const read = decodeNote(bytes, path);
    if ('problem' in read) return undefined;
    const { house } = await configResolver.of(path);
    const source = createSource(path, read.text);
    const { isNote, slug } = peek(source, isStructured(source), resolveHouse(house).vocabulary);
    if (!isNote) return undefined;
    const { url } = openNote(read.text, { path, house }).article ?? {};
    return { slug, own: url === undefined ? {} : { url } };
  } catch (error) {
    if (error instanceof FileError || (error instanceof Error && 'syscall' in error)) return undefined;
    throw error;
  }
}

/** The post of a note of the same folder of the run, whose posts have the folders of the notes. */
function postOf(
  path: string,
  slug: string | undefined,
  { base, path: own }: Input,
  target: string | undefined,
): LinkedNote {
  if (base === undefined || target === undefined || relative(base, path).startsWith('..')) return {};
  const stem = slug ?? basename(path).replace(/(?<=.)\.[^.]+$/, '');
  const folder = join(dirname(target), relative(dirname(own), dirname(path)));
  const post = relative(dirname(target), join(folder, stem));
  return { post: post.split(sep).map(encodeURIComponent).join('/') };
}

/**
 * The story with links that lead to the posts of the notes: in pages and Markdown to their files, else to the web.
 * @param format absent for a feed.
 */
function withLinks(article: Article, linked: LinkedNotes, format: OutputFormat | undefined): Article {
  // Both print the links as they are written.
  if (format?.name === 'json' || format?.name === 'text') return article;
  const isFile = format?.name === 'html' || format?.name === 'markdown';
  // Away from its page, a story without a URL loses all relative links, and each is reported.
  if (!isFile && article.url === undefined) return article;
  return withUrls(article, (url) => {
    const { post, url: web } = linked.get(url) ?? {};
    const place = isFile && post !== undefined ? post + format.extensions[0] : web;
    return place === undefined ? url : place + (/#.*$/s.exec(url)?.[0] ?? '');
  });
}
