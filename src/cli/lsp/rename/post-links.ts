import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { unescapeText } from '../../../read/markdown/unescape.ts';
import { type Span, span } from '../../../text/index.ts';
import { safelyDecoded } from '../links.ts';
import type { WrittenLink } from './note-links.ts';
import type { Story } from './story.ts';

/** A path in its parts: `news/berths.html` is the name `berths` in the folder `news/`. */
interface Path {
  readonly folder: string;
  /** The last part of the path that is not empty or `index.html`. */
  readonly name: string;
  /** Whether the path is that of a folder: `berths/`, `berths/index.html`. */
  readonly isFolder: boolean;
}

const PATH = /^(.*?)([^/]*)(\/(?:index\.html)?)?$/s;

function partsOf(path: string): Path {
  const [, folder = '', name = '', index] = PATH.exec(path) ?? [];
  return { folder, name, isFolder: index !== undefined };
}

/**
 * The slug of a story in a link that leads to its post or its file. Undefined for any other link.
 * @param from has the link.
 * @param hasFile whether the name of its file is the slug.
 */
export function slugIn(
  link: WrittenLink,
  from: Story,
  story: Story,
  hasFile: boolean = story.isNamedByFile,
): Span | undefined {
  const target = safelyDecoded(link.target.replace(/[?#].*$/s, ''));
  const ending = endingOf(target, from, story, hasFile);
  return ending === undefined ? undefined : slugSpan(link, from, story.slug, ending);
}

/** What follows the slug in the last part of a path that leads to a story. */
function endingOf(target: string, from: Story, story: Story, hasFile: boolean): string | undefined {
  if (/^(?:https?:)?\/\//i.test(target)) return endingOfUrl(urlPath(target), story);
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
  if (target.startsWith('/')) return endingOfUrl(target, story);
  const { folder, name, isFolder } = partsOf(target);
  if (resolve(from.folder, folder) !== story.folder) return undefined;
  const path = resolve(story.folder, name);
  if (path === story.path) return hasFile ? story.extension : undefined;
  const ending = endingAfter(story.slug, name, isFolder);
  // Another file of the project. A page beside the notes is a post.
  return ending !== '.html' && existsSync(path) ? undefined : ending;
}

function endingAfter(slug: string, name: string, isFolder: boolean): string | undefined {
  return (isFolder ? [''] : ['.html', '.md', '']).find((ending) => name === slug + ending);
}

/** A URL as host and path, without its scheme. */
function urlPath(url: string): string {
  const whole = url.replace(/^(?:https?:)?/i, 'https:');
  if (!URL.canParse(whole)) return '';
  const { host, pathname } = new URL(whole);
  return host + safelyDecoded(pathname);
}

/** @param path with a host, or from the top of the site or of the project. */
function endingOfUrl(path: string, story: Story): string | undefined {
  const { folder, name, isFolder } = partsOf(path);
  const own = story.value('url')?.value;
  const ending =
    endingAfter(story.slug, name, isFolder) ?? (name === story.slug + story.extension ? story.extension : undefined);
  if (ending === undefined) return undefined;
  const isRooted = path.startsWith('/');
  if (own) {
    const post = partsOf(urlPath(own));
    const folderOfPost = isRooted ? post.folder.replace(/^[^/]*/, '') : post.folder;
    return folder === folderOfPost && endingAfter(story.slug, post.name, post.isFolder) !== undefined
      ? ending
      : undefined;
  }
  const top = isRooted ? '/' : story.site && urlPath(story.site.replace(/\/*$/, '/'));
  if (!top || !folder.startsWith(top)) return undefined;
  // The rendered folder is unknown, so the path may be any suffix of the path of the note.
  return `${story.folder.replaceAll('\\', '/')}/`.endsWith(`/${folder.slice(top.length)}`) ? ending : undefined;
}

/** A character reference may have a `#`. */
const PATH_AS_WRITTEN = /^(?:&#\w+;|[^?#])*/;

function slugSpan({ span: whole }: WrittenLink, { source }: Story, slug: string, ending: string): Span | undefined {
  const [path = ''] = PATH_AS_WRITTEN.exec(source.text.slice(whole.start, whole.end)) ?? [];
  const { folder, name } = partsOf(path);
  const written = name.endsWith(ending) ? name.slice(0, name.length - ending.length) : name;
  const start = whole.start + folder.length;
  return safelyDecoded(unescapeText(written)) === slug ? span(start, start + written.length) : undefined;
}
