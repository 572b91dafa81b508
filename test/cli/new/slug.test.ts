import { expect, test } from 'vitest';
import { slugOf } from '../../../src/cli/new/slug.ts';

test.each([
  ['Lab Opens at Night', 'lab-opens-at-night'],
  ["It's 'Self-Driving': AI Runs $1.3 Million Lab", 'its-self-driving-ai-runs-1-3-million-lab'],
  ['Café Ærø Opens in Łódź', 'cafe-aero-opens-in-lodz'],
  ['实验室夜间开放', '实验室夜间开放'],
  ['《AI》实验室：夜间开放', 'ai-实验室-夜间开放'],
  ['Лаборатория работает', 'лаборатория-работает'],
  ['야간 연구소', '야간-연구소'],
  ['🚀🚀', 'story'],
  ['Con', 'con-story'],
  ['../../etc/passwd', 'etc-passwd'],
])('%s → %s', async (headline, slug) => {
  expect(await slugOf(headline, { slug: 'keep' })).toBe(slug);
});

test.each([
  ['实验室夜间开放', 'shi-yan-shi-ye-jian-kai-fang'],
  ['银行行长宣布重庆新政', 'yin-hang-hang-zhang-xuan-bu-chong-qing-xin-zheng'],
  ['AI 实验室 2.0', 'ai-shi-yan-shi-2-0'],
  ['Лаборатория', 'laboratoriya'],
  ['女性', 'nv-xing'],
])('in Latin letters: %s → %s', async (headline, slug) => {
  expect(await slugOf(headline, { slug: 'latin' })).toBe(slug);
});

test('a long headline is cut between words', async () => {
  const slug = await slugOf('Anthropic Announces Early Signs of Intelligence Explosion: AI May Train Its Successors', {
    slug: 'keep',
  });
  expect(slug).toBe('anthropic-announces-early-signs-of-intelligence-explosion-ai-may-train-its');
  expect([...(await slugOf('字'.repeat(200), { slug: 'keep' }))]).toHaveLength(80);
});
