import { describe, expect, it } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { ABAB, KEEP } from './profiles.ts';

/** As written → as a house of straight quotes prints it. */
const STRAIGHT: readonly (readonly [string, string])[] = [
  ['from ‘data center’ to ‘compute utility’.', `from 'data center' to 'compute utility'.`],
  ['“We did not plan it,” he said.', `"We did not plan it," he said.`],
  ['the company’s ’90s hardware', `the company's '90s hardware`],
  ['„So ist es‟, ‚sagt er‛', `"So ist es", 'sagt er'`],
  ['“the ‘inner’ one”', `"the 'inner' one"`],
  ['already "straight" and \'so\'', `already "straight" and 'so'`],
  ['6′2″ stays in primes', '6′2″ stays in primes'],
  ['The paper calls it “智能爆炸” and moves on.', 'The paper calls it “智能爆炸” and moves on.'],
  ['The “北京” and the “Beijing” desk', 'The “北京” and the "Beijing" desk'],
  ['The “AI 夜间” product', 'The "AI 夜间" product'],
  ['an unpaired ”北京 mark', 'an unpaired "北京 mark'],
  ['see https://a.example/x’y', `see https://a.example/x'y`],
];

describe('straight quotes', () => {
  it.each(STRAIGHT)('%s → %s', (written, printed) => {
    expect(typesetText(written, ABAB)).toBe(printed);
  });
});

/** As written → as a house of curly quotes prints it. */
const CURLY: readonly (readonly [string, string])[] = [
  // Apostrophes.
  [`don't`, 'don’t'],
  [`O'Neil and D'Angelo`, 'O’Neil and D’Angelo'],
  [`the workers' union`, 'the workers’ union'],
  [`James' desk, the boss's chair`, 'James’ desk, the boss’s chair'],
  [`the '90s`, 'the ’90s'],
  [`'90s music`, '’90s music'],
  [`the class of '26`, 'the class of ’26'],
  [`'26 was the year`, '’26 was the year'],
  [`the mid-'80s, pre-'90s`, 'the mid-’80s, pre-’90s'],
  [`the 1990s' end`, 'the 1990s’ end'],
  [`2026's best`, '2026’s best'],
  [`rock 'n' roll`, 'rock ’n’ roll'],
  [`rock'n'roll`, 'rock’n’roll'],
  [`Guns 'n Roses`, 'Guns ’n Roses'],
  [`'Twas the night; 'tis done`, '’Twas the night; ’tis done'],
  [`'tisn't so`, '’tisn’t so'],
  [`Give 'em hell`, 'Give ’em hell'],
  [`'Cause we can`, '’Cause we can'],
  [`just 'cause the dogs' owner did`, 'just ’cause the dogs’ owner did'],
  [`"'Twas fine," he said`, '“’Twas fine,” he said'],
  [`'Get 'em now,' he said`, '‘Get ’em now,’ he said'],
  [`goin' nowhere`, 'goin’ nowhere'],
  [`fo'c's'le`, 'fo’c’s’le'],
  [`A's and 7's`, 'A’s and 7’s'],
  // Quotations.
  [`"Hello," she said.`, '“Hello,” she said.'],
  [`'data center'`, '‘data center’'],
  [`("quoted")`, '(“quoted”)'],
  [`["quoted"]`, '[“quoted”]'],
  [`"'x' y"`, '“‘x’ y”'],
  [`"y 'x'"`, '“y ‘x’”'],
  [`'"x" y'`, '‘“x” y’'],
  [`"He said 'I heard "no" twice' and left"`, '“He said ‘I heard “no” twice’ and left”'],
  [`He paused—"never"—and left`, 'He paused—“never”—and left'],
  [`He paused--'never'--and left`, 'He paused—‘never’—and left'],
  [`non-"standard"`, 'non-“standard”'],
  [`"either"/"or"`, '“either”/“or”'],
  [`"I was--"`, '“I was—”'],
  [`"wait…" and "…then"`, '“wait…” and “…then”'],
  [`"...and then..."`, '“…and then…”'],
  [`".NET" and ".com"`, '“.NET” and “.com”'],
  [`"$5" and "#1"`, '“$5” and “#1”'],
  [`"Why?" "Because!"`, '“Why?” “Because!”'],
  [`the "Titanic"'s end`, 'the “Titanic”’s end'],
  [`the 'Titanic''s end`, 'the ‘Titanic’’s end'],
  [`'15 minutes of fame', they say`, '‘15 minutes of fame’, they say'],
  [`'cause of death', it said`, '‘cause of death’, it said'],
  [`in "2024" and "2025"`, 'in “2024” and “2025”'],
  [`"in 2024" and "in 25"`, '“in 2024” and “in 25”'],
  [`他说"你好"，`, '他说“你好”，'],
  [`an unclosed "paragraph`, 'an unclosed “paragraph'],
  // Feet, inches, minutes, seconds.
  [`6'2"`, '6′2″'],
  [`12'x14' and 12' x 14' rooms, 6'×9"`, '12′x14′ and 12′ x 14′ rooms, 6′×9″'],
  // A dash or full stops before the first word, and nothing at all.
  [`He said '—and then' so`, 'He said ‘—and then’ so'],
  [`He said '--and then' so`, 'He said ‘--and then’ so'],
  [`He said '..Alfred' so`, 'He said ‘..Alfred’ so'],
  [`the dogs'—and cats'—food`, 'the dogs’—and cats’—food'],
  [`"yes"—then "no"`, '“yes”—then “no”'],
  [`the string "" is empty ("")`, 'the string “” is empty (“”)'],
  [`5' 10" tall`, '5′ 10″ tall'],
  [`a 12" disc`, 'a 12″ disc'],
  [`a 6' wall`, 'a 6′ wall'],
  [`"a 12" disc"`, '“a 12″ disc”'],
  [`"He is 6'2"," she said`, '“He is 6′2″,” she said'],
  [`40°26'46"`, '40°26′46″'],
  [`a 3.5" and a 5¼" disk`, 'a 3.5″ and a 5¼″ disk'],
  [`4'33"`, '4′33″'],
  [`"It was 12"`, '“It was 12”'],
  [`'It was 12'`, '‘It was 12’'],
  // Curly already.
  ['“so” and ‘so’ and it’s', '“so” and ‘so’ and it’s'],
  ['the ‘90s', 'the ’90s'],
  ['rock ‘n’ roll', 'rock ’n’ roll'],
  ['‘Twas don‘t', '’Twas don’t'],
  ['„Ja“, sagte er, "nein"', '„Ja“, sagte er, “nein”'],
  ['»Ja« and «oui»', '»Ja« and «oui»'],
];

describe('curly quotes', () => {
  it.each(CURLY)('%s → %s', (written, printed) => {
    const typography = { ...KEEP, quotes: 'curly', dashes: 'em', ellipsis: 'character' } as const;
    expect(typesetText(written, typography)).toBe(printed);
  });
});
