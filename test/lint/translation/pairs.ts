import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'en' | 'zh';

/** One story in two languages, as the bodies of two notes. */
export interface Pair {
  readonly desk: string;
  readonly en: string;
  readonly zh: string;
}

const [, ...STORIES] = readFileSync(join(import.meta.dirname, 'pairs.txt'), 'utf8').split(/^=== /m);

export const PAIRS: readonly Pair[] = STORIES.map((story) => {
  const [, desk = '', en = '', zh = ''] = /^(.*)\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(story) ?? [];
  return { desk, en: en.trim(), zh: zh.trim() };
});

const LAWS = {
  en: ['A number that crosses a language is counted twice.', 'The first reader is the one who checks.'],
  zh: ['跨过语言的数字要数两遍。', '第一个读者就是核对的人。'],
} as const;

/** The whole note of one side of a pair. Its headline says nothing that can differ. */
export function noteOf(language: Language, body: string, laws: readonly string[] = LAWS[language]): string {
  const zh = language === 'zh';
  const front = `headline: ${zh ? '新闻' : 'The News of the Day'}\nsource: ${zh ? '公开信息' : 'Public Information'}\nid: tag:news.example,2026:a\nlang: ${language}\ndate: 2026-03-03T08:00:00Z`;
  const heading = zh ? '认知定律' : 'Laws';
  return `---\n${front}\n---\n\n${body}\n\n## ${heading}\n\n${laws.map((law) => `- ${law}`).join('\n')}\n`;
}

export function lawsOf(language: Language): readonly string[] {
  return LAWS[language];
}
