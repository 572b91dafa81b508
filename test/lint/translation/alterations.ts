import type { Random } from '../source-text/random.ts';
import { type Language, lawsOf, noteOf, type Pair } from './pairs.ts';

export type Kind = 'figure' | 'magnitude' | 'percentage' | 'date' | 'law' | 'quotation' | 'name';
export const KINDS: readonly Kind[] = ['figure', 'magnitude', 'percentage', 'date', 'law', 'quotation', 'name'];

/** A note with one change that no translator makes. */
export interface Altered {
  readonly note: string;
  readonly change: string;
}

/** Changes one version of a story. Undefined if it has nothing of the kind. */
export function alter(pair: Pair, language: Language, kind: Kind, random: Random): Altered | undefined {
  const body = pair[language];
  if (kind === 'law') return { note: noteOf(language, body, lawsOf(language).slice(1)), change: 'a law is left out' };
  if (kind === 'quotation') {
    const added = random.pick(QUOTATIONS[language]);
    const paragraphs = [...body.split('\n\n'), added];
    return { note: noteOf(language, paragraphs.join('\n\n')), change: `added ${added}` };
  }
  const found = [...body.matchAll(FACTS[kind][language])];
  if (found.length === 0) return undefined;
  const { 0: from, index } = random.pick(found);
  const to = CHANGES[kind](from, random);
  if (to === from) return undefined;
  return {
    note: noteOf(language, body.slice(0, index) + to + body.slice(index + from.length)),
    change: `'${from}' -> '${to}' in ${body.slice(Math.max(0, index - 20), index + 20).replaceAll('\n', ' ')}`,
  };
}

const QUOTATIONS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '"Nobody on this quay expected the machines to learn the tides," a spokesman said.',
    'The mayor said, "We asked for patience, and they gave us a year."',
    '"You can replace a pump in an afternoon," she said. "Trust takes rather longer."',
  ],
  zh: [
    '发言人说：“码头上没有人料到机器能学会潮汐。”',
    '市长表示：“我们请求耐心，他们给了我们一年。”',
    '“换一台泵只要一个下午，”她说，“重建信任要久得多。”',
  ],
};

type TextKind = Exclude<Kind, 'law' | 'quotation'>;

/** Numbers of two digits and more, which are compared without a unit, but no times, dates, versions and scores. */
const FIGURE = '(?<![\\d.,:A-Za-z-])\\d[\\d,]*(?:\\.\\d+|\\d)(?![\\d:%]|,\\d|-\\d)';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const FACTS: Readonly<Record<TextKind, Readonly<Record<Language, RegExp>>>> = {
  figure: {
    en: new RegExp(
      `(?<!(?:${MONTHS.join('|')}|in|by|since|than in|from|until) )${FIGURE}(?! percent)(?<!, 20\\d\\d)`,
      'g',
    ),
    zh: new RegExp(`${FIGURE}(?! ?[年月日])`, 'g'),
  },
  magnitude: { en: /(?<=\d )(?:million|billion|trillion)/g, zh: /(?<=\d )(?:万亿|[万亿])/g },
  percentage: { en: /\d[\d.]*(?=%| percent)/g, zh: /\d[\d.]*(?=%)/g },
  date: {
    en: new RegExp(
      `(?:${MONTHS.join('|')}) \\d{1,2}(?!\\d)|(?:${WEEKDAYS.join('|')})|(?<=(?:in|by|since|of|, ) ?)(?:19|20)\\d\\d(?!\\d)`,
      'g',
    ),
    zh: /\d{1,2} 月 \d{1,2} 日|周[一二三四五六日](?!是)|(?:19|20)\d\d(?= 年)/g,
  },
  name: { en: /(?<=[a-z,] )[A-Z][a-z]{5,}/g, zh: /[A-Z][A-Za-z]{3,}/g },
};

const CHANGES: Readonly<Record<TextKind, (text: string, random: Random) => string>> = {
  figure: changedDigit,
  percentage: changedDigit,
  magnitude: (text, random) =>
    random.pick(MAGNITUDES.filter((one) => one !== text && /[a-z]/.test(one) === /[a-z]/.test(text))),
  date(text, random) {
    if (/^\d{4}$/.test(text)) return changedDigit(text, random, 2);
    if (/^周/.test(text)) return `周${random.pick([...'一二三四五六日'])}`;
    if (WEEKDAYS.includes(text)) return random.pick(WEEKDAYS);
    if (random.next() < 0.5) return text.replace(/\d+(?=\D*$)/, () => String(random.between(1, 28)));
    return text.replace(/^[A-Za-z]+/, () => random.pick(MONTHS)).replace(/^\d+/, () => String(random.between(1, 12)));
  },
  name(text, random) {
    const at = random.between(1, text.length - 2);
    const own = text.charAt(at);
    const change = random.between(0, 2);
    const put = change === 0 ? '' : change === 1 ? own + own : random.pick([...'aeioulnrst']);
    return text.slice(0, at) + put + text.slice(at + 1);
  },
};

const MAGNITUDES = ['million', 'billion', 'trillion', '万', '亿', '万亿'];

function changedDigit(text: string, random: Random, from = 0): string {
  const digits = [...text.matchAll(/\d/g)].filter(({ index }) => index >= from);
  const { index } = random.pick(digits);
  return text.slice(0, index) + random.pick([...'123456789']) + text.slice(index + 1);
}
