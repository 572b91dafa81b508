import { parse, serialize } from 'parse5';
import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { withAbsoluteUrls } from '../absolute.ts';
import { toInstant, toRfc822 } from '../feed/instant.ts';
import type { Format } from '../format.ts';
import { createHtmlContext } from '../html/context.ts';
import { field, messageId, textField } from '../mime/header.ts';
import { writeMessage } from '../mime/message.ts';
import { inlineStyles } from '../styled/inline-styles.ts';
import { simplifyElements } from '../styled/simple-elements.ts';
import {
  append,
  attributeOf,
  classesOf,
  createElement,
  elementsIn,
  elementsNamed,
  type PageParent,
  setAttribute,
  textNode,
} from '../styled/tree.ts';
import { channelData } from '../template/context.ts';
import { runTemplate } from '../template/run.ts';
import { text } from '../text.ts';
import { UnprintableError } from '../unprintable.ts';
import { nothingLeft } from './compose.ts';
import { byteCount } from './count.ts';
import { EMAIL } from './limits/email.ts';
import { lengthError } from './too-long.ts';

const TOO_LONG = 'Shorten the story, or choose parts of it with --parts.';

/** A message that a mail program opens as a draft. Its sender adds who it is from and who gets it. */
export const email: Format['write'] = (given, house) => {
  const { article, text: plain, html } = emailContent(given, house);
  return writeMessage({ fields: fieldsOf(article), text: plain, html });
};

/** A story with absolute URLs, and its two versions in a message. */
interface EmailContent {
  readonly article: Article;
  readonly text: string;
  readonly html: string;
}

/** Returns the parts of a message. @throws {UnprintableError} for a story that does not fit into one. */
export function emailContent(given: Article, house: House): EmailContent {
  const { article, relative } = withAbsoluteUrls(given);
  if (relative[0] !== undefined) throw relativeError(relative[0]);
  const plain = text.write(article, house, {});
  if (plain.trim() === '') throw nothingLeft('email');
  const html = pageOf(article, house);
  const { max } = EMAIL.htmlBytes;
  const bytes = byteCount(html);
  if (bytes > max) throw lengthError('email', bytes - max, max, TOO_LONG, 'byte');
  return { article, text: plain, html };
}

function relativeError(url: string): UnprintableError {
  return new UnprintableError({
    rule: 'relative-url',
    message: `email: relative URL '${url}' needs the url of the story`,
    advice: "Write 'url: https://…' in the front matter, or the full URL here.",
    url,
  });
}

/** Nothing in them is invented: a message has a date and an id only if its story has. */
function fieldsOf({ headline, date = '', id = '', lang }: Article): readonly string[] {
  const sent = toInstant(date);
  const name = messageId(id, lang);
  return [
    textField('Subject', headline),
    ...(sent === undefined ? [] : [field('Date', toRfc822(sent).replace('GMT', '+0000'))]),
    ...(name === undefined ? [] : [field('Message-ID', name)]),
    ...(/^[a-z\d-]+$/i.test(lang) ? [field('Content-Language', lang)] : []),
    // Outlook, Thunderbird and others open the file as a message to send.
    field('X-Unsent', '1'),
  ];
}

/** The HTML part. A program that keeps the style sheet also gets what no attribute can hold, such as dark colors. */
function pageOf(article: Article, house: House): string {
  const context = createHtmlContext(article, house, { fragment: false, page: false });
  Object.assign(context, { channel: channelData('email') });
  const page = parse(runTemplate(house, 'post.email.html.hbs', context).trim());
  const rest = inlineStyles(page);
  simplifyElements(page, 'div');
  removeUnused(page, rest);
  const [head] = elementsNamed(page, 'head');
  if (head && rest !== '') append(head, [createElement(head, 'style', '', [textNode(`\n${rest}\n`)]), textNode('\n')]);
  return `${serialize(page)}\n`;
}

/** What only a page in a browser needs. A class stays if the style sheet has a rule for it. */
const UNUSED = ['id', 'tabindex', 'loading', 'aria-label', 'aria-labelledby', 'scope'];

function removeUnused(page: PageParent, css: string): void {
  const used = new Set(Array.from(css.matchAll(/\.([a-z][\w-]*)/gi), ([, name]) => name));
  for (const element of elementsIn(page)) {
    for (const name of UNUSED) setAttribute(element, name, '');
    setAttribute(
      element,
      'class',
      classesOf(element)
        .filter((name) => used.has(name))
        .join(' '),
    );
    if (attributeOf(element, 'role') !== 'presentation') setAttribute(element, 'role', '');
  }
}
