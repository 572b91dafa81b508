import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { resolveHouse } from '../../../src/house/resolve.ts';
import type { House } from '../../../src/model/house.ts';
import { exampleNote } from '../example.ts';

/* Precision: text that looks like a violation and is correct, by rule. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  placeholder: [
    'The sites are on our TODO, and the next ones follow.',
    'The commit expands a comment with a more detailed TODO.',
    'The menu listed the page as “TBD” for a month.',
  ],
  'quotation-wording': [
    'She said, "We sleep at night, and the lab does not."\n\n"We sleep at night," she said.',
    'She said, "We sleep at night, and the lab does not."\n\n"We sleep ... and the lab does not," she said.',
    'She said, "We sleep at night, and the lab does not."\n\n"[They] sleep at night, and the lab does not," she said.',
    'She said, "We will win in Ohio this year." He said, "We will win in Texas this year."',
    'She said, "We sleep at night, and the lab does not."\n\n"Labs sleep, but we do not sleep at night," he said.',
    'She said, “It’s the night shift that we pay for.”\n\nHe said, "It\'s the night-shift that we pay for!"',
    'She said, "Nine of the ten robots are new."\n\n"9 of the 10 robots are new," he said.',
    'She said, "I am sorry."\n\n"I am so sorry," he said.',
    'The "night shift of the lab" opened.\n\nThe "day shift of the lab" did not.',
    'She said, "The lab opens at nine and it never closes."\n\nHe said, "The doors of the lab are closed today and tomorrow."',
    'The sign says "no entry without a badge".\n\nAnother says "no exit without the guard".',
    'She said, "We sleep at night, and the lab does not."\n\n"we sleep at night, and the lab does not", she said.',
    'She said, "The port is open. The rail yard is not."\n\n"The rail yard is not," she said.',
    'Read "The Old Man and the Sea".\n\nRead "The Young Man by the Lake".',
    'She asked, "What do we do at night in here?"\n\n"What we do at night is no business of yours," he said.',
    'He called the bid "the best of a bad lot." She called it "the worst of a bad lot."',
    'One sign says "no entry without a badge." Another line says "no exit without a badge."',
    'The slogan changed from "We sleep at night" to "We work at night," he said.',
    'The first version said, "We are not to blame." The new statement says, "We are all to blame."',
    '"Is it safe to swim?" she asked. He repeated the question, "Is it safe to swim?"',
    '"We will win in Ohio," he said. "We will win in Texas," he said again and again.',
    '"I am sorry for the pain," she said. Her words, "I am sorry for the pain ...," did not help.',
    'Asked if "the pump was old," he said, "The pump was new." He quoted the manual.',
    'The "night shift of the lab" is now the phrase "day shift of the lab".',
    'She said, "We may be late." The sentence was changed to "We will be late."',
  ],
  'name-spelling': [
    'Erik Hansen met Tom Hanson. Hansen left, and Hanson stayed.',
    'Russia and a Russian crew, Korea and a Korean one, and Austria and Australia.',
    'Carla Morris and the Morrises, and the Whitlocks of Whitlock Hall near Whitlock.',
    'Open AI models are cheap. OpenAI sells some.',
    'OpenAI\u2019s work, the OpenAI team and an OpenAI-built tool.',
    'Iran met Iraq, and Mali met Bali. Iran and Iraq talked.',
    'Jakob Weber and Jakub Nowak wrote it, and Jakub Nowak signed.',
    'Maria Lopez thanked Mario Lopez. Maria Lopez and Mario Lopez are siblings.',
    'Wikimedia runs Wikipedia. Nobody at Wikimedia owns Wikipedia.',
    'Ada Whitlock writes at whitlok.example and as @Whitlok. Whitlock left.',
    'The `Whitlok` class is by Ada Whitlock. Whitlock left.',
    'He sailed from Dublin to Lublin. Dublin and Lublin are twins.',
    'Marian and Marion Berg. Marian Berg left.',
    'Red Hat and the RedHat channel. Red Hat sells it.',
    'Clark and Clarke are firms. Clark sued Clarke.',
    'The Stones and Stone, a band and a man. Stone left.',
    'Many Americans in America, and Indians in India.',
  ],
  'unbalanced-quote': [
    'The hatch is 6" wide and the door 5\'10" tall.',
    'She said, "A 6" pipe is enough."',
    'He said, "We sleep.\n\n"And then we work."',
    'He said, "We sleep.\n\n"Then we eat.\n\n"And then we work," he said.',
    'He said, "We learned that:\n\n- robots sleep\n- people do not"\n\nHe left.',
    'The string is """so long""" in it, and rss = """" Part II in it.',
    '"Is it \'night science\'?" she asked. "\'Yes,\' he said."',
    'She said, "...and then it closed."',
    'Use `print("x)` for that.',
    'It stands at 40°26\'46"N.',
    '“We sleep,” she said. “And the lab does not.”',
    'Er sagte: „Wir schlafen.“ Und ging.',
    'They call it "night—" and stop.',
    'It said "hello"—then "bye".',
    'Write {{ image src="a" alt="b }} here.',
  ],
  'unsupported-syntax': [
    '5 * 3 is 15, 2 ** 3 is 8, C++ and a^2 + b^2 too.',
    'It is `a == b`, `::: x`, `[[wiki]]` and `{.class}`.',
    'a == b == c, a != b, and ===',
    'It costs $5 to $6, or $5_000 and $6_000.',
    'He said [sic], [the port] and [one] [two].',
    'See [the note](in the original).',
    '~5 days, 3~5 days in groups of 2~3 people.',
    'Ratio 3:2, at 12:30: open.',
    'The port [1] is [open](https://a.example).',
    '```\n::: note\n[[wiki]]\n```',
    '\\[\\[no\\]\\] and \\==no== and \\{.no}',
    '**Bold** and ***both*** are closed.',
    '| a | b |\n| --- | --- |\n| c | d |',
    '> [!NOTE]\n> The quay opens.',
    'The {curly} and {a, b} sets.',
    'A <!-- [[comment]] --> here.',
    '+5% and | alone |',
    'He asked ^_^ and left!!! note that.',
  ],
  'quoted-period': [
    "She calls it 'night science', and so do I.",
    "He moved to the 'U.S.' It was cold.",
    "'Stop,' he said.",
    'She said, "They call it \'night science.\'"',
    "The workers' rights, the unions' money.",
    "It works for 'Acme Inc.' and others.",
    "He asked 'why?' She did not.",
    "The motto is 'We sleep, and the lab does not, not even once.' Nobody laughs.",
    'They call it "night science". Nobody knows why.',
    'They were added to the list of "robots that must be seen".',
    'They read "The Old Man and the Sea", and "One Hundred Years of Solitude".',
    'Ask at "We Sleep at Night".com or in "lab.txt", or type "git commit --all --amend".',
    'She asked, "What do we do at night?" He said: "Nothing!"',
    '他说"我们在夜里也会一直工作下去".',
    '> "We sleep, and the lab does not", says the director.',
  ],
  'quotation-speaker': [
    'The book "The Old Man and the Sea," is on the shelf.',
    'The sign reads: "We never close on a Sunday."',
    '"We sleep, and the lab does not." — Ada Okafor',
    'According to the director, "we sleep, and the lab does not."',
    'They call it a "so called best effort" now.',
    'He asks "What do I gain from it all?" and not "How can I help them with it?"',
    'The director spoke. She said little.\n\n"We sleep, and the lab does not."',
  ],
  dash: [
    'A state-of-the-art lab ran from 2019-2024.',
    'Type `a -- b` or --help for more.',
    'The lab opened — at night — and closed.',
    'The score was 3 - 2 in the end.',
    'It grew 5 – 6% — in a year.',
    '它在夜里 - 也在白天 - 运转。',
    '- **Robots** - twelve of them\n- **People** - none',
  ],
  ellipsis: [
    'The lab waited... and opened.',
    'The lab waited.... It opened.',
    'It is in ../lab and in 1..5 as well.',
    'The lab waited… and opened.',
    'It is 5 p.m. The U.S. lab is open.',
  ],
  'missing-end': [
    'The lab has:\n\n- one robot\n- two doors',
    '![A robot](a.png)',
    'The lab opened. (AP)',
    'The lab opened at night.[1]',
    '**How the lab opened at night**',
    '[Read the whole story about the lab](https://a.example)',
    'Photo: Ada Okafor for the lab',
    'By Ada Okafor and Piet Sorrano',
    'Have a lot of fun,',
    '(Picture by the lab, original here)',
    'Among its robots are\n\n- one arm\n- two legs',
    '作者：闻野舟 译者：贺青野',
    'Is it open? She said, "It is!"',
    "They call it 'night science.'",
    'Read more at https://a.example/lab',
    'The lab opened at last 🎉',
    '— Ada Okafor, director of the lab',
    'The night\\\nis long\\\nand the lab is open',
    '> The lab never sleeps',
  ],
  'middle-dot': ['- one\n- two', 'The product is 3 ⋅ 4 here.', 'ABAB News · Laws.'],
  'double-space': ['`a  b` is code.', 'The lab  \nopened.'],
  'no-break-space': [
    'It is 5\u00a0km away, says Dr.\u00a0Smith on p.\u00a07.',
    'It closed\u00a0— at last.',
    'J.\u00a0K. Rowling read.',
    'It cost 10\u202f000 euros.',
  ],
  'invisible-character': [
    'The team 👩\u200d🔬 and ❤\ufe0f\u200d🔥 won.',
    'मैं क्\u200dष हूँ.',
    'It is می\u200cخواهم in Persian.',
    'It is שלום\u200f in Hebrew.',
  ],
  'trailing-space': [
    '- [ ] \n- [x] done',
    '1. [ ] ',
    '> - [x]\t',
    '```text\na  \nb \n```',
    '- one\n\n  ```text\n  a \n  ```\n\n- two',
    '<!-- one \ntwo -->\n\nThe lab opened.',
  ],
  percent: [
    'It rose by 3 percentage points.',
    'She said, "It rose 60 percent."',
    'Sixty percent of them left.',
    'The percent sign is old.',
    'It is at https://a.example/a%20b now.',
  ],
  'ambiguous-date': [
    'It opened on 05/05/2026.',
    'It opened on 13/04/2026 and 2026-03-04.',
    'Version 3.4.26 is out, and so is 1.2.3.4.',
    'It is open 24/7, in 3/4 of cases.',
    'See https://a.example/03/04/2026 for more.',
  ],
  'list-like-line': [
    '1. One\n2. Two',
    '- One',
    'The lab has:\n- one robot',
    'The lab opened in 2028. It closed.',
    'It closed in\n2028.',
    '{:start="45"}\n45. We move quickly.',
    'Its sentence ends.\n46. We move quickly.',
    'The lab opened.\n1. One\n2. Two',
    'It is `a\n2028. b` in code.',
  ],
  'wrong-article': [
    'A unit, an hour, a one-off, an MRI, a NATO plan, an 8-hour day and a U.S. firm.',
    'Plan A is open, and so is option a in class a and group A or B.',
    'A is the first letter, and a is another. Take a, e or o.',
    'Serie A opened. An Wang spoke, and An Nguyen left. Vitamin A improves it.',
    'It is an herb, a herb, an historic day, a historic day, an SQL query and a SQL query.',
    'It is at 9 a.m. each day, on a/an island, and in `a open` code.',
    'He said, "It is an unique day."',
    'See https://a.example/a open for a-and-b.',
    'The a the team, an then they left.',
    "The A's outfield won, and an x-axis, a y-axis and an n-gram remain.",
    'See 3 a above, and Exit A on the left. He scored an A on it.',
    'It has a ∆ and a “useful” tool.',
  ],
  spelling: [
    'Goverments Anonymous played on. Recoded rasters, a funder and an imposter are sellable.',
    'It hired Bridget C.E. Dooling and Dr. Goverment again.',
    'Marinette went home. Furnature, a band, sings. Bergstrand is late, and Bergstrand knows.',
    'The chatbot runs on a blockchain, says the podcast about cybersecurity.',
    'The rollout of stablecoins follows the hackathon and its livestream.',
    'Decarbonisation and decarbonization need microgrids, says a nonprofit.',
    'Run `goverment --seperate` or ./recieve/untill.txt and --definately.',
    'See https://example.com/goverment, goverment.org and desk@recieve.com.',
    'Ask @goverment about #seperate and about goverment_data and recieve2.',
    'The gwaine fell, the second gwaine too, and a third gwaine rose.',
    'He called it "eine wunderbare Entwicklung für die ganze Gesellschaft" and left.',
    'Her modus operandi was, a priori, a bona fide raison d’être.',
    'El gobierno aprobó un proyecto de cultura y progreso para la comunidad.',
    'Die Regierung hat gestern beschlossen, dass alle Schulen wieder öffnen.',
    'The color of the theatre, its grey doors and the organised labour.',
    "It didn't, they won't, the workers' o'clock and the children's ma'am.",
    'The codebase, a checkbox, a spreadsheet and three firewalls were unhackable.',
    'They were siloed, crowdfunded, deplatformed and retweeted.',
    'The Goverment Party and Recieve Inc. met.',
    'The user names are robschia, schneems, takuti and tasken.',
    'It sold 3kg of rambutan, 20mm of pawpaw and 5x more quinoa.',
    'A tsp. of za’atar, some bulgur, tahini, labneh and gochujang.',
    'The e-mail, the co-op, the x-ray and the t-shirt are here.',
  ],
  'spelling-variant': [
    'The color of the labor is a favor to the neighbor.',
    'The colour of the labour is a favour to the neighbour.',
    'The colour is organized in the Oxford spelling.',
    'The color of the Centre for Labour Studies.',
    'The color was chosen. She said, "The colour of our theatre is grey."',
    'The color is set by `colour` and by /colour/theatre.',
    'The advice of four wise men: promise, exercise and advertise.',
    'The meter reading and the program, the check and the draft.',
  ],
  'brand-spelling': [
    'GitHub, JavaScript, YouTube, OpenAI and TypeScript are here, with an iPhone.',
    'The code is at github.com/lab, in the file javascript.js and in text/javascript.',
    'Ask @github, #youtube or github:lab, and look at wordpress.org.',
    'Run `npm install typescript`, or npm install typescript, or pip install pytorch.',
    'The packages github-markup, postgresql-client and typescript-eslint are new.',
    'EBay rose. MacOS fell. IPhone sales fell, too.',
    'It is in the query "javascript" and in \'mysql\'.',
    'The face time, the power point, the link edin, the pay pals and the get hub.',
    'The githubber and the javascripts are not named here, nor a tiktoker.',
    'It runs postgresql 14.2, mysql v8.0 and node 20.',
    'Cisco IOS is an operating system.',
    'GITHUB AND YOUTUBE MERGE',
    'Set javascript:void and let youtube=1.',
    'A mastercards-like fee; the spacexploration club; dropboxes.',
    'See https://youtube.com/watch and mailto:desk@linkedin.com.',
  ],
  'lower-case-day': [
    'They may march in May, and the august body agreed. It is sunny.',
    'The band will march 31 miles in may-be weather, and may 20 people come?',
    'A march 5 miles long, an august 12-piece band, the march in 2019 and the last march are here.',
    'See friday.example, @sunday, #monday and the sunday-deploy branch.',
    'He said, "See you on monday."',
    'It runs `friday` and /srv/monday/log.',
  ],
  'link-text': [
    'See [the page](https://a.example), <https://a.example> and [![A robot](a.png)](https://a.example).',
    'See [`code`](https://a.example) and \\[](https://a.example).',
  ],
  'repeated-word': [
    "See O'Grange O'Grange and O’Neil O’Neil.",
    'She had had enough, and that that is so is clear.',
    'Duran Duran played in Walla Walla, New York, New York.',
    'What it is is clear. It was very very late.',
    'It is Boutros Boutros-Ghali and the-the.',
    'He said, "Wait wait, I come."',
    '这是我们的目的的一部分，的的确确，为了了解。',
    'a a.b c c.d',
    'Choose Log In in the menu. They came in in time. Baden In In Baden.',
    'The town that they meet in in May is small. The light went on on Monday. From then on on every quay it holds.',
    'What it was was clear. The way life is is fine. All there is is the quay. The port, as it was was closed.',
    'He he he, they laughed. "He he," she said. To the one that he met he he waved.',
    '受不了了，为了了解情况，除了了事之外，他现在在港口，实在在理，也正在在线，小时了了。',
  ],
};

describe.each(Object.entries(VALID))('%s', (rule, texts) => {
  test.each(texts)('accepts %j', async (body) => {
    const note = exampleNote({ body, front: { lang: /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en' } });
    expect(
      (await check(note, { rules: [rule] })).findings.map(({ rule, message, span }) => [
        rule,
        message,
        note.slice(span.start, span.end),
      ]),
    ).toEqual([]);
  });
});

test.each([
  'NASA, ESA and JAXA Sign',
  'NASA, ESA, JAXA',
  'UNESCO WARNS',
  'Lab Says "WE OPEN AT NIGHT AND CLOSE BY DAY"',
  'IBM Opens AI Lab',
])('headline-case accepts %s', async (headline) => {
  const note = exampleNote({ front: { headline: JSON.stringify(headline) } });
  expect((await check(note, { rules: ['headline-case'] })).findings).toEqual([]);
});

test.each([
  { laws: '- A promise is kept when it is believed by more people than it can be kept for.' },
  { laws: '- When experts say that the night is over, the day has not begun, but the doubt.' },
  { body: 'It is believed by the director, but not by her staff.' },
])('unattributed-claim accepts %j', async (parts) => {
  expect((await check(exampleNote(parts), { rules: ['unattributed-claim'] })).findings).toEqual([]);
});

/* The same in the house `ap`, for rules that `abab` switches off. */
const VALID_IN_AP: Readonly<Record<string, readonly string[]>> = {
  'small-numbers': [
    'Apollo 8 landed. Formula 1 stopped, and so did Flight 4 today.',
    'It closed. Formula 1 stopped.',
    'An iPhone 7 fell. iPhone 7 owners and eBay 3 users fell, too.',
  ],
};

describe.each(Object.entries(VALID_IN_AP))('%s in the house ap', (rule, texts) => {
  test.each(texts)('accepts %j', async (body) => {
    expect((await check(exampleNote({ body }), { house: 'ap', rules: [rule] })).findings).toEqual([]);
  });
});

test('lengths and word lists of a house do not apply to a note in another language', async () => {
  const house: House = { ...resolveHouse('abab').house, translations: new Map() };
  const note = exampleNote({ house: 'abab-zh' });
  const found = (await check(note, { house })).findings.map(({ rule }) => rule);
  expect(found.filter((rule) => /length|contrast|opener/.test(rule))).toEqual([]);
});

/* The same for links and images in a JSON note. */
const VALID_IN_DATA: Readonly<Record<string, readonly string[]>> = {
  'bare-url': [
    'See <https://a.example/b> for more.',
    'See [https://a.example](https://a.example) for more.',
    'See [the lab](https://a.example).',
    'Write to lab@a.example, or `https://a.example`.',
  ],
  'image-alt': ['![A robot arm](arm.png)', 'Write `![](arm.png)` for that.'],
  'malformed-url': ['See [the lab](https://a.example/b), [its file](./file.pdf) and [its desk](mailto:lab@a.example).'],
};

describe.each(Object.entries(VALID_IN_DATA))('%s in a structured note', (rule, texts) => {
  test.each(texts)('accepts %j', async (body) => {
    const note = JSON.stringify({ headline: 'Lab Opens at Night', source: 'The Lab', body });
    expect((await check(note, { path: 'note.json', rules: [rule] })).findings).toEqual([]);
  });
});
