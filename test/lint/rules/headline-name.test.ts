import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';
import { warningsOf } from './findings.ts';

const found = (headline: string, body: string) =>
  warningsOf('headline-name', body, { headline: JSON.stringify(headline) });

test.each([
  [
    'Whitlock Quits as Head of Port Authority',
    'Ada Brandauer quit as head of the port authority on Monday.',
    'Whitlock',
  ],
  ['Hamburg Raises Its Dikes by Two Meters', 'The city of Bremen will raise its dikes by two meters.', 'Hamburg'],
  ['Court Clears Ferranti of Fraud', 'A court cleared the broker Lucia Halvorsen of fraud on Friday.', 'Ferranti'],
  ['Siemens Recalls 4,000 Tram Doors', 'Alstom recalled 4,000 tram doors after a child was hurt.', 'Siemens'],
  ['Oslo Museum Returns Stolen Mask', 'A museum in Bergen returned the stolen mask on Monday.', 'Oslo'],
  ['Kenya Wins the Relay by a Second', 'Ethiopia won the relay by a second in front of 60,000 people.', 'Kenya'],
  ['Storm Anselm Closes Ports in Ireland', 'The storm, named Brigitta, closed four ports in Ireland.', 'Anselm'],
  ['China Opens Its Bond Market to Banks', 'India opened its bond market to foreign banks on Monday.', 'China'],
  ['Novartis Buys Maker of Sleep Drug', 'Roche bought the maker of a sleep drug for $2 billion.', 'Novartis'],
  ['Physicist Meitner Wins the Prize', 'The physicist Lise Hahnemann won the prize on Tuesday.', 'Meitner'],
  ["Lindqvist's Goal Sends Malmo to the Final", 'A late goal by Per Halvorsen sent Malmo to the final.', 'Lindqvist'],
])('finds another name in %j', async (headline, body, name) => {
  expect(await found(headline, body)).toEqual([`warning: headline says '${name}', but the story does not`]);
});

test.each([
  ['Halvorson Wins Second Term', 'Per Halvorsen won.', "headline says 'Halvorson', but the story says 'Halvorsen'"],
  [
    'Krasnits Loses Its Mill',
    'The town of Krasnitz lost it.',
    "headline says 'Krasnits', but the story says 'Krasnitz'",
  ],
])('finds a misspelt name in %j', async (headline, body, message) => {
  expect(await found(headline, body)).toEqual([`warning: ${message}`]);
});

test('suggests a name that the story leaves out', async () => {
  expect(await found('A Night With Whitlock', 'The lab never sleeps, and nobody there seems to mind.')).toEqual([
    "information: headline says 'Whitlock', but the story does not",
  ]);
});

test.each([
  ['Italian Ferry Runs Aground', 'A ferry of an Italy-based line ran aground near Genoa.'],
  ['Moscow Closes Its Airspace', 'Russia closed its airspace on Monday, Dmitri Orlov said.'],
  ['Dems Drop the Bill', 'The Democrats dropped the bill, Ada Whitlock said.'],
  ['Federal Deposit Insurance Corporation Fines Bank', 'The FDIC fined a bank in Ohio on Monday.'],
  ['Müller Wins in Malmö', 'Anna Mueller won the race in Malmo on Sunday.'],
  ["Whitlock's Lab Opens at Night", 'Ada Whitlock opened the lab, and Per Halvorsen ran it.'],
  ['Baker Quits as Mayor', 'Edith Harlow quit as mayor.'],
  ['Goverment', 'Edith Harlow runs the goverment.'],
  ['Rewilding Comes to Essex', 'Beavers are back in Essex, said Edith Harlow.'],
  ['Christmas Comes Early for the Post', 'The post hired 4,000 people in Leipzig in October.'],
  ['Lab Opens on Tuesday', 'The lab in Leipzig opened with 40 robots.'],
  ['American Robots Take the Night Shift', 'The robots of a lab in Leipzig take the night shift.'],
  ['NASA and ESA Sign Pact on Moon Base', 'The two agencies signed a pact in Leipzig on the moon base.'],
  ['Trump-Era Rule Ends', 'The rule of 2019 ended, said Edith Harlow.'],
  ['Lab Doesn’t Sleep, and We’re Tired', 'The lab in Leipzig never sleeps.'],
  ['OpenAI Opens Lab in Leipzig', '[The lab](https://openai.example/Leipzig) is run by Ada Whitlock of OpenAI.'],
  ['SpaceX Rocket Lands', 'A rocket of Space X landed near Brownsville.'],
  ['Kafkaesque Trial Ends', 'The trial that lawyers compared with Kafka ended in Leipzig.'],
  ['What @Whitlock Wrote on #Halvorsen', 'The posts are gone, said a lawyer in Leipzig.'],
])('accepts %j', async (headline, body) => {
  expect((await found(headline, body)).filter((finding) => finding.startsWith('warning'))).toEqual([]);
});

test('the name may be in the byline, the dek or the insight', async () => {
  for (const part of [
    { front: { byline: 'Ada Whitlock' } },
    { front: { dek: 'Whitlock runs it.' } },
    { insight: 'Whitlock left.' },
  ]) {
    const front = { headline: '"Whitlock Opens the Lab in Leipzig"', ...part.front };
    const body = 'Per Halvorsen opened the lab in Leipzig.';
    const note = exampleNote({ body, ...part, front });
    expect((await check(note, { rules: ['headline-name'] })).findings).toEqual([]);
  }
});
