/** A note cut at its fences, with every line end as `\n` and without its byte order mark: the oracle's own reading. */
export interface Cut {
  /** What stands between the fences; absent without front matter. */
  readonly yaml?: string;
  readonly body: string;
}

export function cut(text: string): Cut {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const found = /^---[ \t]*(?:yaml)?[ \t]*\n((?:(?!---[ \t]*$).*\n)*)---[ \t]*(?:\n|$)/m.exec(lines);
  if (found?.index !== 0) return { body: lines };
  return { yaml: found[1] ?? '', body: lines.slice(found[0].length) };
}

/** The words of known headings, for the oracle: written down from the house style, not taken from the program. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  insight: ['insight', 'analysis', 'ai insight', 'abab ai insight', '洞察', '分析', 'abab ai 洞察'],
  laws: ['laws', 'cognitive laws', 'abab news · cognitive laws', '认知定律', '定律', 'abab news · 认知定律'],
  notes: ['notes', 'scratch', '备注', '笔记'],
};

/** The section that a heading's text begins, or undefined. */
export function sectionOf(heading: string): string | undefined {
  const word = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[•‧∙⋅・･]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]\s*$/, '')
    .trim();
  return Object.entries(SECTIONS).find(([, names]) => names.includes(word))?.[0];
}

const ALIASES: Readonly<Record<string, string>> = {
  hed: 'headline',
  title: 'headline',
  标题: 'headline',
  sources: 'source',
  attribution: 'source',
  来源: 'source',
  subhead: 'dek',
  summary: 'dek',
  摘要: 'dek',
  author: 'byline',
  by: 'byline',
  作者: 'byline',
  kicker: 'section',
  tags: 'topics',
  keywords: 'topics',
};

/** The canonical name of a key of the front matter: itself, when nobody knows it. */
export function canonical(key: string): string {
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? key) : key;
}

/** What one list has more of than another, each as often as it has it more. */
export function surplus(of: readonly string[], over: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of over) counts.set(one, (counts.get(one) ?? 0) + 1);
  return of.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}
