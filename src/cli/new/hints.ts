import type { Count, House, HouseSection, InsightRole } from '../../model/house.ts';

/** The hints of a new note in one language. */
export interface Hints {
  /** @param paragraphs how many, @param words how many in each. */
  readonly body: (counts: House['counts']) => string;
  /** The same, for a body that starts as the text of a source. @param name the file of the source. */
  readonly rewritten: (counts: House['counts'], name: string) => string;
  readonly source: string;
  /** What the part of an insight says, by the id of its role. */
  readonly roles: Readonly<Record<string, string>>;
  /** A part of the insight. */
  readonly part: (role: InsightRole, about: string | undefined) => string;
  /** An insight whose parts have no names. */
  readonly insight: (counts: House['counts']) => string;
  readonly laws: (counts: House['counts']) => string;
  readonly section: (section: HouseSection) => string;
}

const english: Hints = {
  body: ({ body, paragraph }) =>
    `Body: ${range(body, 'paragraph')}, ${range(paragraph, 'word')} in each. Start with what happened, who says so and when.`,
  rewritten: ({ body, paragraph }, name) =>
    `Body: ${range(body, 'paragraph')}, ${range(paragraph, 'word')} in each. Below is the text of ${name}. Write the story from it in your own words.`,
  source: "Where the news comes from: a name, or '{ name: …, url: … }'.",
  roles: {
    background: 'Who is behind the news, and what they have done before.',
    capital: 'What it costs, what it earns, and who pays.',
    comparison: 'Who has done something similar, and what is different here.',
    essence: 'What it comes down to.',
  },
  part: ({ openers = [] }, about) =>
    [
      'One paragraph.',
      about,
      openers.length > 0
        ? `Start with ${list(
            openers.map((one) => `'${one}'`),
            ', ',
            ' or ',
          )}.`
        : undefined,
    ]
      .filter((one) => one !== undefined)
      .join(' '),
  insight: ({ insight }) => `Insight: ${range(insight, 'paragraph')}. Say what the news means.`,
  laws: ({ laws, law }) =>
    `Laws: ${range(laws, 'law')} as a list, ${range(law, 'word')} in each. A law is one sentence in the present tense with a contrast, such as 'not X, but Y'. It names no company and no number.`,
  section: ({ heading }) => `Write ${heading} here.`,
};

const chinese: Hints = {
  body: ({ body, paragraph }) =>
    `正文：${amount(body, '段').trim()}，每段${amount(paragraph, '字')}。先写发生了什么、谁说的、什么时候。`,
  rewritten: ({ body, paragraph }, name) =>
    `正文：${amount(body, '段').trim()}，每段${amount(paragraph, '字')}。下面是 ${name} 的原文，请用自己的话改写。`,
  source: "消息来源：名称，或 '{ name: …, url: … }'。",
  roles: {
    background: '写当事方是谁、以前做过什么。',
    capital: '写成本、收益，以及谁来付钱。',
    comparison: '写谁做过类似的事、这次有何不同。',
    essence: '写这件事归根结底是什么。',
  },
  part: ({ openers = [] }, about) =>
    [
      '一段。',
      about,
      openers.length > 0
        ? `以${list(
            openers.map((one) => `“${one}”`),
            '、',
            '或',
          )}开头。`
        : undefined,
    ]
      .filter((one) => one !== undefined)
      .join(''),
  insight: ({ insight }) => `洞察：${amount(insight, '段').trim()}。写这条新闻意味着什么。`,
  laws: ({ laws, law }) =>
    `定律：列出${amount(laws, '条')}，每条${amount(law, '字')}。每条是一句话，有对比，例如“不是甲，而是乙”；不写公司名和数字。`,
  section: ({ heading }) => `在这里写“${heading}”。`,
};

/** The hints in the language of a house; in English if there are none. */
export function hintsIn(lang: string): Hints {
  return /^zh\b/i.test(lang) ? chinese : english;
}

/** `3 laws`, `2 to 5 paragraphs`, `at most 90 words`. */
function range({ min, max }: Count, unit: string): string {
  const counted = `${max} ${unit}${max === 1 ? '' : 's'}`;
  if (min === max) return counted;
  return min <= 1 ? `at most ${counted}` : `${min} to ${counted}`;
}

function amount({ min, max }: Count, unit: string): string {
  if (min === max) return ` ${max} ${unit}`;
  return min <= 1 ? `不超过 ${max} ${unit}` : ` ${min} 到 ${max} ${unit}`;
}

function list(items: readonly string[], comma: string, or: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(comma)}${or}${last}`;
}
