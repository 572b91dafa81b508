import { describe, expect, test } from 'vitest';
import { articleFor } from '../../../src/lint/prose/articles.ts';

/* The sound decides. Words, letters, acronyms and numbers, from Merriam-Webster's and the AP Stylebook's examples. */
const A =
  'dog union unique unit unified uniform university universal useful user usual utility utopian ubiquitous unanimous uranium ' +
  'Ukrainian Ugandan European euro eulogy ewe one one-way once-great oneself ouija house horse hospital human yellow ' +
  'U-turn T-shirt UN UK USB UNHCR BBC CEO DVD GPS PDF TV VIP WHO YMCA ZIP NASA NATO FIFA NASCAR U.S. B.A. B-52 P-value C4 ' +
  '1 2 7-year-old 10 100 110 180 111 12th 19th 1990s 2,000 3.5';
const AN =
  'apple hour hourly honest honor honourable heir heiress umbrella uncle unusual uninformed unimportant unidentified unissued ' +
  'unillustrated urgent usher utter umpire only oncology onerous ugly American Iranian iPhone eBay e-mail x-ray X-ray F-16 H100 ' +
  'n-gram S-curve MRI NGO FBI SUV HIV MBA MP NFL NHL RV LLC LCD MD SMS SSD XML HTML FM AI IBM EU OECD ATM R&D F.B.I. M.B.A. ' +
  'L.A. MRIs NGOs 8 8-year-old 80 800 8,000 8.5 11 11th 11-member 11,000 18 18th 18-month 18.2 R2-D2';
const EITHER =
  'herb historic historical hotel heroic hypothesis homage SQL Euler Uyghur Ypres yttrium Xbox nth rpm mph 0.8 1,100 1,800 ' +
  '1812 XII A. LaTeX ULTRA URGENT FACTS and the is';

describe('articleFor', () => {
  test.each(A.split(' '))('a %s', (word) => expect(articleFor(word)).toBe('a'));
  test.each(AN.split(' '))('an %s', (word) => expect(articleFor(word)).toBe('an'));
  test.each(EITHER.split(' '))('%s is left to the writer', (word) => expect(articleFor(word)).toBeUndefined());
});
