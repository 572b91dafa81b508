import { describe, expect, it } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { HAN_ROWS } from './han-rows.ts';
import { ABAB, ABAB_ZH } from './profiles.ts';

describe('full-width Han', () => {
  for (const [construct, rows] of Object.entries(HAN_ROWS)) {
    describe(construct, () => {
      it.each(rows)('%s → %s', (written, printed) => {
        expect(typesetText(written, ABAB_ZH)).toBe(printed);
      });
    });
  }
  it('is not the English house’s business', () => {
    for (const [written, printed] of [
      ['use 使用AI,模型', 'use 使用AI,模型'],
      ['他说"你好"', '他说"你好"'],
    ] as const) {
      expect(typesetText(written, ABAB)).toBe(printed);
    }
  });
  it('never makes a middle dot a katakana dot', () => {
    expect(typesetText('列奥纳多·达·芬奇', ABAB_ZH)).toBe('列奥纳多·达·芬奇');
  });
});
