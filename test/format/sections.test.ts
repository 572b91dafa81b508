import { expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { type House, resolveHouse } from '../../src/index.ts';

/* Sections in houses other than the default one. `specs/sections.txt` has the rest. */

const FRONT = '---\nheadline: H\nsource: S\n---\n\n';

async function formatted(text: string, house: House | string): Promise<string | undefined> {
  const result = await format(text, { house });
  expect((await format(result.text ?? '', { house })).text).toBe(result.text);
  return result.text;
}

test('a Chinese heading stays in a Chinese house', async () => {
  expect(await formatted(`${FRONT}## 洞察\n\ni\n`, 'abab-zh')).toBe(`${FRONT}## 洞察\n\ni\n`);
});

test('the sections of a house are in the order of that house', async () => {
  const { house } = resolveHouse();
  const box = { id: 'box', heading: 'Box', label: 'BOX', aliases: ['Kasten'], required: false };
  const own = { ...house, name: 'own', sections: [box], order: ['headline', 'box', 'laws', 'insight', 'source'] };
  const written = `${FRONT}## Insight\n\ni\n\n## Laws\n\nl\n\n### kasten\n\nx\n`;
  expect(await formatted(written, own)).toBe(`${FRONT}## Box\n\nx\n\n## Laws\n\nl\n\n## Insight\n\ni\n`);
});
