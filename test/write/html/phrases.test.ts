import { expect, test } from 'vitest';
import { phrasesOf } from '../../../src/write/html/phrases.ts';
import { html } from '../../../src/write/html.ts';
import { article, house } from '../fixtures.ts';
import { parseHtml } from './well-formed.ts';

test.each([
  [
    '青禾机器人公布“自我校准”早期成果：生产线或将自主训练',
    ['青禾机器人公布', '“自我校准”', '早期成果：', '生产线或将自主训练'],
  ],
  ['港口拍卖泊位，船只减速', ['港口拍卖泊位，', '船只减速']],
  ['他说：“够了。”会议结束', ['他说：', '“够了。”', '会议结束']],
  ['《章程》（草案）公布', ['《章程》', '（草案）', '公布']],
  ['港口——一座城市的未来', ['港口——', '一座城市的未来']],
  ['港口拍卖泊位', []],
  ['', []],
])('%s breaks into %j', (headline, phrases) => expect(phrasesOf(headline, 'zh-Hans')).toEqual(phrases));

test('a headline in another language is one phrase', () => {
  expect(phrasesOf('港口：泊位', 'ja')).toEqual([]);
  expect(phrasesOf('Ports: Berths', 'en')).toEqual([]);
});

test('the headline reads the same, and stays text in the title', () => {
  const headline = '港口“A&B”：泊位 <b>';
  const { elements } = parseHtml(html.write(article({ headline, lang: 'zh' }), house('abab-zh'), {}));
  expect(elements.find(({ name }) => name === 'h1')?.text).toBe(headline);
  expect(elements.find(({ name }) => name === 'title')?.text).toBe(headline);
});
