import { parseFragment, serialize } from 'parse5';
import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { withAbsoluteUrls } from '../absolute.ts';
import { Footnotes } from '../footnotes.ts';
import type { Format } from '../format.ts';
import { createHtmlContext } from '../html/context.ts';
import { inlineStyles } from '../styled/inline-styles.ts';
import { simplifyElements } from '../styled/simple-elements.ts';
import { channelData } from '../template/context.ts';
import { runTemplate } from '../template/run.ts';
import { nothingLeft } from './compose.ts';
import { WECHAT } from './limits/wechat.ts';
import { type LengthOf, lengthAdvice, lengthError } from './too-long.ts';
import { removeForbidden } from './wechat/allowed.ts';
import { withoutFieldParts } from './wechat/fields.ts';
import { describeImages } from './wechat/images.ts';
import { numberLinks } from './wechat/links.ts';

/** HTML to paste into the editor of an official account, or to send as `content` of a draft. */
export const wechat: Format['write'] = (given, house, options) => {
  const { article } = withAbsoluteUrls(given);
  const html = htmlOf(article, withoutFieldParts(article, house));
  if (/^(?:<(?!img)[^>]*>|\s)*$/.test(html)) throw nothingLeft('wechat');
  const { max } = WECHAT.content;
  // UTF-16 units, which are never fewer than characters.
  if (html.length > max) {
    const lengthOf: LengthOf = (part, desk) => htmlOf(part, withoutFieldParts(part, desk)).length;
    const advice = lengthAdvice(article, house, options, lengthOf);
    throw lengthError('wechat', html.length - max, max, advice);
  }
  return `${html}\n`;
};

function htmlOf(article: Article, house: House): string {
  const context = createHtmlContext(article, house, { fragment: true });
  Object.assign(context, { channel: channelData('wechat') });
  const page = parseFragment(runTemplate(house, 'post.wechat.html.hbs', context).trim());
  describeImages(page, house.labels);
  numberLinks(page, new Footnotes(article, house).list.length, house.labels);
  inlineStyles(page);
  simplifyElements(page, 'section');
  removeForbidden(page);
  return serialize(page).trim();
}
