import { withAbsoluteUrls } from './absolute.ts';
import type { Format } from './format.ts';
import { newsItem } from './ninjs/news-item.ts';

/** A news item after IPTC ninjs 3.1, for agencies and content management systems. Needs an `id` or a `url`. */
export const ninjs: Format<'ninjs'> = {
  name: 'ninjs',
  extensions: ['.ninjs.json'],
  hasTemplate: false,
  write: (article, house) => `${JSON.stringify(newsItem(withAbsoluteUrls(article).article, house), null, 2)}\n`,
};
