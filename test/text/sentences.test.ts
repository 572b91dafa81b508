import { expect, test } from 'vitest';
import { beginsSentence, endsInAbbreviation, sentencesIn } from '../../src/text/sentences.ts';

/** `|` separates the sentences. */
test.each([
  ['The lab opened.'],
  ['The lab opened.|It runs at night.'],
  ['The lab opened'],
  ['Mr. Smith opened it.|Mrs. Jones did not.'],
  ['Dr. Osei-Valdane said so.|Prof. Li agreed.'],
  ['The U.S. Senate voted.'],
  ['The law passed in the U.S. Companies objected.'],
  ['It was made in the U.S.|The parts came from Japan.'],
  ['It was made in the U.K.|Its parts were not.'],
  ['Acme Inc. opened a lab.|It runs at night.'],
  ['The lab belongs to Acme Inc.|The city paid for it.'],
  ['Acme Corp. Chairman Ann Lee resigned.'],
  ['See No. 5 of the list.|It is long.'],
  ['Did it work?|No.|That is why it closed.'],
  ['It sells tools, e.g. Hammers and saws.'],
  ['It sells one tool, i.e. a hammer.|It sells no saws.'],
  ['Smith v. Jones was decided.|Smith won.'],
  ['It was Smith vs. Jones again.'],
  ['It opens at 9 a.m. on Monday.|It closes at noon.'],
  ['It opens at 9 a.m.|The doors close at noon.'],
  ['It opens at 9 p.m. Monday.'],
  ['It opens at 9 P.M. Eastern time.'],
  ['It opens at 9 p.m. EST on weekdays.'],
  ['It closed at 9 a.m.|Nobody came.'],
  // A time of day at the end of a sentence, and at its start.
  ['He left at 6 P.M.|Travelers waited.'],
  ['He left the bank at 6 P.M.|Mr. Smith then went to the store.'],
  ['At 5 a.m. Mr. Smith went to the bank.|He left.'],
  // An abbreviation before a bracket, and a mark inside a name.
  ['It joins Acme Inc. (“Company A”), and the lab.'],
  ['It joins Acme Inc. ("Company A") and the lab.'],
  ['It works for Acme Inc.|(The firm is small.)'],
  ['The age of Yahoo! and Y!J. is over.'],
  ['The lab waited . . . and slept.'],
  ['The lab waited . . . .|Then it slept.'],
  ['It opened on Jan. 5 in Oslo.|Nobody came.'],
  ['It opens in Sept. 2027.'],
  ['The office in St. Louis closed.|The one in Ft. Worth stayed.'],
  ['J. K. Rowling wrote it.|He read it.'],
  ['George W. Bush signed it.'],
  ['J.R.R. Tolkien wrote it.|Readers loved it.'],
  ['It lacks vitamin C.|The fruit has more.'],
  ['Costs rose 3.5 percent.|They fell in May.'],
  ['It costs $1.3 million.|It was $2.6 million.'],
  ['It works!|It does not?|It does.'],
  ['It works?!|Yes.'],
  ['"Why?" she asked.|Nobody knew.'],
  ['She said, "We sleep."|The lab does not.'],
  ['She said, "We sleep.|The lab does not."'],
  ["They call it 'night science'.|It works."],
  ['(It works.)|It is new.'],
  ['Wait ... what happened?|Nothing.'],
  ['Wait … what happened?'],
  ['Read example.com today.|Write tomorrow.'],
  ['Node.js is fast.|So is Deno.'],
  ['The first line\nand the second.|Then a third.'],
  ['Yahoo! is older.|Google is not.'],
  ['Did it ship?|iPhone sales rose.'],
  ['John Jr. spoke first.|His father did not.'],
  ['Jane Doe, Ph.D., spoke.|She left at 5.'],
  ['1. Open the door.|Walk in.'],
  ['Smith et al. Found nothing.'],
  ['他们睡觉。|实验室不睡。'],
  ['他说：“我们睡觉。”|然后他走了。'],
  ['“真的吗？”他问。|没有人回答。'],
  ['失败可贵。|“失败也有价值。”'],
  ['它有效吗？|有效！'],
  ['增长 3.5%。|下降 2%。'],
  ['自动化……还在继续。|没有停。'],
])('splits %s', (marked) => {
  const text = marked.split('|');
  const isHan = /[\u4e00-\u9fff]/.test(marked);
  const whole = text.join(isHan ? '' : ' ');
  expect(sentencesIn(whole).map(({ start, end }) => whole.slice(start, end))).toEqual(text);
});

test('an empty text has no sentences', () => {
  expect(sentencesIn('')).toEqual([]);
  expect(sentencesIn(' \n ')).toEqual([]);
});

test('a long text is split like a short one, wherever the windows end', () => {
  const block =
    'The U.S. Senate voted. It cost $3.5 million (Fig. 2)! "Why?" she asked. 他说：“好。”然后走了。Then... 4, 5, 6: no. ';
  const each = sentencesIn(block);
  for (const lead of ['', 'So. ', `${'a long word '.repeat(600)}ends. `]) {
    const offsets = Array.from({ length: 150 }, (_, index) => lead.length + index * block.length);
    const blocks = offsets.flatMap((at) => each.map(({ start, end }) => ({ start: at + start, end: at + end })));
    expect(sentencesIn(lead + block.repeat(150))).toEqual([...sentencesIn(lead), ...blocks]);
  }
});

test('splits 20,000 sentences', () => {
  expect(sentencesIn('Experts say so. '.repeat(20_000))).toHaveLength(20_000);
});

test('a final abbreviation keeps its full stop', () => {
  for (const text of ['Made in the U.S.', 'By Acme Inc.', 'Open Until 9 p.m.', 'By John Smith Jr.'])
    expect(endsInAbbreviation(text), text).toBe(true);
  for (const text of ['Lab Opens at Night.', 'Lab Opens', 'It Was Me.', 'Robots Say No...'])
    expect(endsInAbbreviation(text), text).toBe(false);
});

test('finds where a sentence begins', () => {
  const text = 'The lab. It said: "We sleep." Not now';
  for (const word of ['The', 'It', 'We', 'Not']) expect(beginsSentence(text, text.indexOf(word)), word).toBe(true);
  for (const word of ['lab', 'said', 'sleep', 'now'])
    expect(beginsSentence(text, text.indexOf(word)), word).toBe(false);
});
