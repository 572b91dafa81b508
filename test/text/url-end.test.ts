import { describe, expect, it } from 'vitest';
import { urlRunEnd, withoutTrail } from '../../src/text/index.ts';

/** The first URL of a sentence. */
function urlIn(sentence: string): string {
  const start = sentence.indexOf('https://');
  return withoutTrail(sentence.slice(start, urlRunEnd(sentence, start + 'https://'.length)));
}

const URL = 'https://x.example/y';

describe('a bare URL ends where the sentence goes on', () => {
  it.each([
    [`报告见${URL}，谢谢。`],
    [`详见${URL}。然后看`],
    [`见${URL}谢谢`],
    [`（${URL}）`],
    [`《${URL}》`],
    [`“${URL}”`],
    [`「${URL}」`],
    [`«${URL}»`],
    [`${URL}—that`],
    [`${URL}–that`],
    [`${URL}…`],
    [`${URL}\u00a0and`],
    [`${URL}\u3000and`],
    [`${URL}\u200band`],
    [`[${URL}] for`],
    [`{${URL}}`],
    [`([${URL}]).`],
    [`[${URL}];`],
    [`${URL}[^1] and`],
    [`${URL}?!`],
    [`**${URL}**`],
    [`"${URL}",`],
    [`${URL}(`],
    [`${URL}[`],
    [`${URL}은 서울`],
  ])('%s', (sentence) => expect(urlIn(sentence)).toBe(URL));
});

describe('a bare URL keeps what belongs to it', () => {
  it.each([
    ['https://zh.example/wiki/基於WebKit排版'],
    ['https://zh.example/wiki/北京/历史'],
    ['https://zh.example/?q=北京&r=上海'],
    ['https://zh.example/北京-shi'],
    ['https://例子.中国/路'],
    ['https://ko.example/위키/서울'],
    ['https://ar.example/صفحة'],
    ['https://de.example/straße'],
    ['https://x.example/a_(b)'],
    ['https://x.example/a[1]'],
    ['https://x.example/{id}'],
    ['https://x.example/😀'],
  ])('%s', (url) => expect(urlIn(`见 ${url}，see ${url}`)).toBe(url));
});
