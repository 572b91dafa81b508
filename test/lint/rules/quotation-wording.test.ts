import { expect, test } from 'vitest';
import { findingsOf } from './findings.ts';

async function found(body: string, headline?: string): Promise<readonly string[]> {
  const front = headline === undefined ? {} : { headline: JSON.stringify(headline) };
  return (await findingsOf('quotation-wording', body, front)).map(({ severity }) => severity);
}

test.each([
  'The mayor said, "We did all we could." Later she said again: "We did everything we could."',
  '"It was an accident," he told police, he said. In court he repeated, "It was no accident."',
  'The minister said, "Taxes will not rise." A rival quoted him as saying, "Taxes will never rise."',
  '"We had no warning of the flood," she said. The phrase "We had no warning about the flood" is in the report.',
  'She said, "The patient was never in danger." The hospital stands by her claim that "the patient was not in danger."',
  '"Our players gave everything," the coach said. Fans printed his words, "Our players gave nothing," on shirts.',
  'It called the roof "unsafe in any weather." The council denied that it was "unsafe in every weather."',
  '"I never met the contractor," he wrote. "I never saw the contractor," he repeated on Monday.',
  'The judge said, "The search was careless." She regretted the sentence "The search was reckless."',
  '"The tests were done by night," she said. The union echoed the line "The tests were done at night."',
  '"Ask the engineers who built it, not the men who sold it," she said.\n\n"Ask the engineers who built it, not the man who sold it," she had said.',
])('finds the other words in %j', async (body) => {
  expect(await found(body)).toEqual(['warning']);
});

test.each([
  ["Mayor: 'We Did All We Could'", 'The mayor said, "We did everything we could," on Monday.'],
  [
    "'Never in Danger': Hospital Defends Its Surgeon",
    'The hospital defended its surgeon and called the patient "never at risk" on Monday.',
  ],
  ["Coach Calls Defeat 'Shameful'", 'The coach called the defeat "painful" and left.'],
  [
    "'I Was Asleep': Pilot Tells Inquiry of Missed Runway",
    'The pilot told the inquiry, "I was awake," and blamed fog for the missed runway.',
  ],
  ["'Ask Engineers, Not the Men Who Sold It'", '"Ask the engineers, not the man who sold it," she said.'],
  ['Premier: "Tax Will Not Rise"', 'The premier said, "Taxes will not rise," on Monday.'],
])('finds the other words of the headline %j', async (headline, body) => {
  expect(await found(body, headline)).toEqual(['warning']);
});

test.each([
  ["Minister Calls Strike 'Blackmail'", 'The minister called the strike "blackmail" and "theft" on Monday.'],
  ["Minister Calls Strike 'Blackmail'", 'The minister called the strike "theft". It was blackmail, she said.'],
  ["Lab Opens 'Night School' for Robots", 'The lab opened a school for robots. "We teach at night," its head said.'],
  ["Museum Sells 'The Sower' to Pay Its Debts", 'The museum sold it to pay its debts. "A sad day," its director said.'],
  [
    "'Nurses Asked': Hospital Cuts Shift",
    '"Nobody asked the nurses," she said. "The nurses asked, and nobody listened," he said.',
  ],
  ["'We Sleep, and Lab Does Not'", '"We sleep, and the lab does not," she said.'],
  ["'Never Again': Town Mourns Its Dead", 'The town mourned its dead on Monday. "Not this time," said the mayor.'],
  [
    "Nurses' Union Calls Off Strike at Children's Clinic",
    'The union called off the strike, which it had called "a last resort".',
  ],
])('accepts the headline %j', async (headline, body) => {
  expect(await found(body, headline)).toEqual([]);
});
