import type { Format } from './format.ts';
import { createHtmlContext } from './html/context.ts';
import { runTemplate } from './template/run.ts';

/** A whole page, or with `fragment` only its `<article>`. */
export const html: Format<'html'> = {
  name: 'html',
  extensions: ['.html', '.htm'],
  printsAll: true,
  sizesImages: true,
  write(article, house, { fragment = false, imageSizes, home }) {
    const context = createHtmlContext(article, house, { fragment, imageSizes, home });
    return `${runTemplate(house, 'post.html.hbs', context).trim()}\n`;
  },
};
