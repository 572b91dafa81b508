import { expect, test } from 'vitest';
import { titleCaseEdits } from '../../../src/lint/prose/title-case.ts';
import { applyEdits } from '../../../src/text/index.ts';

const SMALL = 'a an the and or nor of for on in at to by'.split(' ');
const titled = (text: string) => applyEdits(text, titleCaseEdits(text, SMALL));

/** Headlines that are already in title case. */
test.each([
  "Anthropic Announces Early Signs of 'Intelligence Explosion': AI May Train Its Successors Autonomously",
  "OpenAI's New iPhone App Reads arXiv on the Train",
  'Startup Raises $1.3 Million for a 15-Minute Delivery',
  'Velluna Orbital Buys a Right of Way in Low Orbit: A Collision Warning Acquires a Price',
  'iPhone Sales Rise',
  'eBay and GitHub Agree',
  'Robots Clock In: What They Work For',
  'The Man in the Mirror',
  'Charles de Gaulle Airport Opens a Lab',
  'Ursula von der Leyen Visits Robots',
  'Co-founder Leaves, Anti-inflammatory Drug Stays',
  'Resistant Infections Clear in 79% of Patients',
  'Startup Raises Series A Round to Build Plan B',
  'U.S. and U.K. Agree on AI',
  'Acme Inc. and Rival Merge',
  'Farmers and Cooks Agree',
  "Schools' and Parents' Views Differ",
  'Visit example.com Today',
  'Node.js and #robots Go Viral',
  'A Day With Robots, a Night With People',
  'A Day with Robots',
  'Lab Moves From Oslo Into Bergen',
  'Lab Moves from Oslo into Bergen',
  'Car Runs 300 km on One Charge',
  'Right-to-Left Text Arrives',
  'Sign-up and Sign-in Change',
  "Rock 'n' Roll Returns",
  'GPT-4o Learns to Sing',
  'LAB OPENS AT NIGHT',
  'AT&T Buys a Lab',
  "McDonald's Orders by Voice",
  'Why Sleep? A Lab Does Not',
  'Vitamin A and Hepatitis A Compared',
  'Lab Tests Drug Against E. coli and C. elegans',
  'Windows 11 vs. macOS: Robots v. People',
  'City Turns On the Lights',
  'Court Weighs In on Data',
])('keeps %s', (headline) => {
  expect(titled(headline)).toBe(headline);
});

test.each([
  [
    'Chipmaker opens self-driving lab: robots may run night shifts',
    'Chipmaker Opens Self-Driving Lab: Robots May Run Night Shifts',
  ],
  ['chipmaker Opens Lab', 'Chipmaker Opens Lab'],
  ['Lab Opens At Night', 'Lab Opens at Night'],
  ['The Rules Of The Lab', 'The Rules of the Lab'],
  ['Startup Raises $1.3 million', 'Startup Raises $1.3 Million'],
  ['A 15-minute Delivery', 'A 15-Minute Delivery'],
  ['AI-assisted Trial Ends', 'AI-Assisted Trial Ends'],
  ['iPhone sales rise in China', 'iPhone Sales Rise in China'],
  ["OpenAI's new model", "OpenAI's New Model"],
  ["'simulated audiences' Watch", "'Simulated Audiences' Watch"],
  ['Low Orbit: a Warning', 'Low Orbit: A Warning'],
  ['What Robots Are for', 'What Robots Are For'],
  ['Labs And Robots', 'Labs and Robots'],
  ['Waiting For A Robot', 'Waiting for a Robot'],
  ["Robots don't Sleep", "Robots Don't Sleep"],
  ['It is what It Is', 'It Is What It Is'],
  ['U.S. wants a Lab', 'U.S. Wants a Lab'],
  ['Lab In Oslo Takes Off', 'Lab in Oslo Takes Off'],
  ['Read/write Access Opens', 'Read/Write Access Opens'],
  ['Élan and élan Return', 'Élan and Élan Return'],
])('%s becomes %s', (headline, right) => {
  expect(titled(headline)).toBe(right);
  expect(titled(right)).toBe(right);
});

test('keeps quoted words and names', () => {
  const said = 'Chief Says "we sleep" Again';
  expect(titleCaseEdits(said, SMALL, { keeps: (at) => at > 11 && at < 20 })).toEqual([]);
  expect(titleCaseEdits('Talks in The Hague Fail', SMALL, { isName: (words) => words === 'The Hague' })).toEqual([]);
});
