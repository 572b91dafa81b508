import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { noteOf, PAIRS } from './pairs.ts';

const RULES = ['translation-number', 'translation-date', 'translation-name', 'translation-count'];

/* Precision: the same story in two languages, each held to the other. */
test.each(PAIRS.flatMap((pair) => (['en', 'zh'] as const).map((language) => [pair.desk, language, pair] as const)))(
  '%s in %s has nothing that the other version does not have',
  async (_, language, { en, zh }) => {
    const [own, other] =
      language === 'en' ? [noteOf('en', en), noteOf('zh', zh)] : [noteOf('zh', zh), noteOf('en', en)];
    const { findings } = await check(own, { rules: RULES, translationOf: other });
    const warnings = findings.filter(({ severity }) => severity !== 'information');
    expect(warnings.map(({ message, advice }) => `${message}. ${advice}`)).toEqual([]);
  },
);
