import { english as text } from 'copydesk:english';
import { describe, expect, test } from 'vitest';
import { English } from '../../../src/lint/prose/english.ts';
import { correctionsOf } from '../../../src/lint/prose/misspelling.ts';
import { counterpartOf } from '../../../src/lint/prose/variants.ts';

const english = new English(text);

describe('the dictionary', () => {
  test.each([
    'the',
    'a',
    'zymurgy',
    "don't",
    "mother's",
    "workers'",
    'colour',
    'color',
    'blockchain',
    'chatbot',
    'cybersecurity',
    'rollout',
    'podcast',
    'monday',
    'aardvark',
    'zygotes',
  ])('has %s', (word) => expect(english.has(word)).toBe(true));

  test.each(['goverment', 'zzq', 'thee-', '', "'s", 'aardvar', 'aardvarkz', '0'])('lacks %j', (word) =>
    expect(english.has(word)).toBe(false),
  );

  test.each([
    ['government', { band: 0, isNoun: true, isVerb: false }],
    ['color', { band: 0, variant: 'american', isNoun: true, isVerb: true }],
    ['colour', { band: 0, variant: 'british', isNoun: true, isVerb: true }],
    ['monday', { band: 0, variant: 'name', isNoun: false, isVerb: false }],
    // `caring` is not the participle of `car`.
    ['car', { band: 0, isNoun: true, isVerb: false }],
    ['resign', { band: 0, isNoun: false, isVerb: true }],
  ])('knows how common %s is, where it is used and what it can be', (word, entry) =>
    expect(english.find(word)).toEqual(entry),
  );

  test('lists the words of a length that are like a word', () => {
    const near = (word: string, prefix: string, size: number, between: number) =>
      [...english.near(word, prefix, size, between)].map((found) => found.word);
    expect(near('goverment', 'go', 10, 1)).toEqual(['government']);
    expect(near('goverment', 'go', 10, 4)).toContain('government');
    expect(near('stil', 'st', 5, 1)).toEqual(['stile', 'still', 'stilt']);
    expect(near('recieve', 're', 7, 2)).toEqual(['receive', 'relieve']);
    expect(near('z', 'q', 99, 2)).toEqual([]);
    expect(near('é', 'é', 1, 2)).toEqual([]);
  });
});

/* The likeliest word comes first; one word only if no other is nearly as likely. */
test.each([
  ['goverment', ['government']],
  ['recieve', ['receive']],
  ['seperate', ['separate']],
  ['definately', ['definitely']],
  ['occured', ['occurred']],
  ['accomodate', ['accommodate']],
  ['neccessary', ['necessary']],
  ['unneccesary', ['unnecessary']],
  ['commited', ['committed']],
  ['enviroment', ['environment']],
  ['begining', ['beginning']],
  ['publically', ['publicly']],
  ['untill', ['until']],
  ['teh', ['the']],
  ['thier', ['their']],
  ['alot', ['a lot']],
  ['didnt', ["didn't"]],
  ['tommorow', ['tomorrow']],
  ['reccomend', ['recommend']],
  ['pronounciation', ['pronunciation']],
  ['fullfill', ['fulfill']],
  ['threshhold', ['threshold']],
  ['furnature', ['furniture']],
  ['concensus', ['consensus']],
  ['supercedes', ['supersedes']],
  ['accessable', ['accessible']],
  ['independant', ['independent']],
  ['contributers', ['contributors']],
  ['sellable', []],
  ['inventer', []],
  ['recoded', []],
  ['noticable', ['noticeable']],
  ['aquitted', ['acquitted']],
  ['commitee', ['committee']],
  ['activites', ['activates', 'activities']],
  ['inspring', ['inspiring', 'insuring']],
])('%s is %j misspelt', (wrong, right) => {
  expect(correctionsOf(wrong, english).map(({ word }) => word)).toEqual(right);
});

/* New words, terms and forms that writers make: none is a slip away from a word that they are not formed of. */
test.each([
  'decarbonised',
  'cyberattack',
  'microplastics',
  'codebase',
  'setter',
  'rollin',
  'natively',
  'surveyee',
  'xkcd',
  'foo',
  'qwertyuiop',
  'kubectl',
  'unkillable',
  'hackathons',
  'npm',
])('%s is not misspelt', (word) => {
  expect(english.has(word) ? [] : correctionsOf(word, english)).toEqual([]);
});

test.each([
  ['color', 'american', 'colour'],
  ['colours', 'british', 'colors'],
  ['organise', 'british', 'organize'],
  ['analyzing', 'american', 'analysing'],
  ['theatre', 'british', 'theater'],
  ['centered', 'american', 'centred'],
  ['travellers', 'british', 'travelers'],
  ['fulfillment', 'american', 'fulfilment'],
  ['defence', 'british', 'defense'],
  ['cheques', 'british', 'checks'],
  ['programmes', 'british', 'programs'],
])('%s is %s for %s', (word, variant, other) => {
  const found = counterpartOf(word, english);
  // `check` and `program` are words in British English, too.
  if (found) expect(found).toEqual({ variant, other });
  else expect(english.find(other)?.variant).toBeUndefined();
});

test.each(['whilst', 'four', 'advise', 'wise', 'metre-long', 'timber', 'promise'])('%s has no counterpart', (word) => {
  expect(counterpartOf(word, english)).toBeUndefined();
});
