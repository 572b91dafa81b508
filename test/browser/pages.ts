import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPost } from '../../src/render.ts';
import { html } from '../../src/write/html.ts';
import { createIndexItem } from '../../src/write/index-page/item.ts';
import { writeIndex } from '../../src/write/index-page/write.ts';
import { house } from '../write/fixtures.ts';
import { arabic, chinese, english } from '../write/html/stories.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** The page of every example, as the repository has it. A post for WeChat's editor is no page. */
export const EXAMPLES = readdirSync(join(examples, 'posts'))
  .filter((name) => name.endsWith('.html') && !name.endsWith('.wechat.html'))
  .map((name) => ({ name, page: readFileSync(join(examples, 'posts', name), 'utf8') }));

/** The index page of the examples. */
function examplesIndex(): string {
  const items = readdirSync(examples)
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .flatMap((name) => {
      const { post } = readPost(readFileSync(join(examples, name), 'utf8'), { path: name });
      return post ? [createIndexItem(post.article, post.house, { url: `${post.article.slug}.html` })] : [];
    });
  const found = [...items, createIndexItem(arabic, house(), { url: 'berths.html' })].filter((one) => one !== undefined);
  const feeds = [{ url: 'atom.xml', type: 'application/atom+xml' }];
  return writeIndex(found, house(), 'en', { fragment: false, feeds });
}

/** Pages with everything that a page can have. */
export const PAGES = [
  { name: 'English', page: html.write(english, house(), {}) },
  { name: 'Chinese', page: html.write(chinese, house('abab-zh'), {}) },
  { name: 'Arabic', page: html.write(arabic, house(), {}) },
  { name: 'a draft', page: html.write({ ...english, status: 'draft' }, house(), { home: 'index.html' }) },
  { name: 'an index', page: examplesIndex() },
];
