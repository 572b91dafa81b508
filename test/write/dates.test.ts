import { describe, expect, it } from 'vitest';
import { printDate } from '../../src/write/dates.ts';
import { markdown } from '../../src/write/markdown.ts';
import { text } from '../../src/write/text.ts';
import { article, house } from './fixtures.ts';

describe('dates', () => {
  it.each([
    ['2026-05-07', 'May 7, 2026', '2026 年 5 月 7 日'],
    ['2026-12-31T08:00:00+08:00', 'December 31, 2026, 08:00 UTC+8', '2026 年 12 月 31 日 08:00 UTC+8'],
    ['2026-01-01T23:59Z', 'January 1, 2026, 23:59 UTC', '2026 年 1 月 1 日 23:59 UTC'],
    ['2026-01-01 09:05 -03:30', 'January 1, 2026, 09:05 UTC-3:30', '2026 年 1 月 1 日 09:05 UTC-3:30'],
    ['2026-01-01T09:05', 'January 1, 2026, 09:05', '2026 年 1 月 1 日 09:05'],
    ['2026-13-01', '2026-13-01', '2026-13-01'],
    ['last week', 'last week', 'last week'],
  ])('prints %s', (written, english, chinese) => {
    expect(printDate(written, house())).toBe(english);
    expect(printDate(written, house('abab-zh'))).toBe(chinese);
  });

  it('follows the pattern of the house', () => {
    const dates = { ...house().dates, date: '{day} {month} {year} {era}' };
    expect(printDate('2026-05-07', house('abab', { dates }))).toBe('7 May 2026 {era}');
  });
});

describe('the header of a post', () => {
  const story = article({ dek: 'A dek.', byline: ['Ann Lee', 'Bo *Wu*', 'Cy Ro'] });

  it('has the dek and the byline in plain text and Markdown', () => {
    expect(text.write(story, house(), {})).toContain('Books\nA dek.\nBy Ann Lee, Bo *Wu* and Cy Ro\nHarbor');
    expect(markdown.write(story, house(), {})).toContain(
      'Books\n\nA dek.\n\nBy Ann Lee, Bo \\*Wu\\* and Cy Ro\n\nHarbor',
    );
  });

  it('omits what the order of the house does not name', () => {
    const order = ['headline', 'body'];
    expect(text.write(story, house('abab', { order }), {})).not.toMatch(/A dek|Ann Lee/);
  });

  it('follows the house on the serial comma', () => {
    const usage = { ...house().usage, serial_comma: 'always' } as const;
    expect(text.write(story, house('abab', { usage }), {})).toContain('By Ann Lee, Bo *Wu*, and Cy Ro\n');
  });

  it('joins Chinese names', () => {
    expect(text.write(story, house('abab-zh'), {})).toContain('作者：Ann Lee、Bo *Wu*、Cy Ro\n');
  });

  it('prints the date of a source and a correction', () => {
    const dated = article({
      source: [{ name: 'Filing', date: '2026-05-07' }],
      corrections: [{ date: '2026-05-08', text: 'The port is in Ghent.' }],
    });
    expect(text.write(dated, house(), {})).toMatch(
      /Correction \(May 8, 2026\): The port[\s\S]*Source: Filing \(May 7, 2026\)/,
    );
  });
});
