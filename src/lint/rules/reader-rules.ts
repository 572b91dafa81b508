import type { RuleContext } from '../context.ts';
import { isMisspelt } from '../prose/urls.ts';
import type { Rule, Violation } from '../rule.ts';

/** Problems that the reader finds and the rule of the same id reports. */
export function fromReader({ readerDiagnostics }: RuleContext, id: string): readonly Violation[] {
  return readerDiagnostics.filter(({ rule }) => rule === id);
}

const FRONT = '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n';
const SUPPRESSED = '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.';

/**
 * Rules without a search of their own. The reader finds the problem, and the rule documents and reports it. The reader
 * stops at a fatal problem, so the rules do not run then; suppressions are judged after all other rules.
 */
const TABLE = [
  {
    id: 'duplicate-key',
    group: 'front matter',
    what: 'A front matter key that occurs twice, under one name or under two names for the same key.',
    why: 'A post can print only one of the two values, and copydesk cannot know which one. YAML 1.2 allows each key once, and an alias such as `title` is the same key as `headline`.',
    severity: 'error',
    bad: { front: { hed: 'Lab Opens at Night' } },
    good: { front: { dek: 'Robots take the night shift.' } },
  },
  {
    id: 'wrong-type',
    group: 'front matter',
    what: 'A front matter value of the wrong type.',
    why: 'A value that copydesk cannot read cannot be printed: a slug becomes a file name, a date a moment in time. `docs/notes.md` lists the keys and their values. Languages follow BCP 47 and dates ISO 8601.',
    severity: 'error',
    bad: { front: { slug: 'Lab Opens!' } },
    good: { front: { slug: 'lab-opens' } },
  },
  {
    id: 'yaml-comment',
    group: 'front matter',
    what: "Text after ' #' in a front matter value, which YAML drops as a comment.",
    why: 'In YAML 1.2 a `#` after a space starts a comment, so the rest of the line is never printed. Quotation marks around the value keep it.',
    severity: 'warning',
    bad: { front: { dek: 'The lab is rated #1 by its peers.' } },
    good: { front: { dek: '"The lab is rated #1 by its peers."' } },
  },
  {
    id: 'date-without-offset',
    group: 'front matter',
    what: 'A front matter date without a time or a UTC offset.',
    why: 'Feeds, pages and partners in other time zones need the same moment. ISO 8601 writes it with an offset, `2026-05-07T09:00:00+08:00`, or with `Z` for UTC.',
    severity: 'warning',
    bad: { front: { date: '2026-05-07T09:00:00' } },
    good: { front: { date: '2026-05-07T09:00:00+08:00' } },
  },
  {
    id: 'front-matter-fence',
    group: 'front matter',
    what: 'A missing or malformed `---` line around the front matter.',
    why: 'The two lines of three hyphens decide what is a key and what is printed. The first one must be the first line of the note.',
    severity: 'fatal',
    bad: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n----\n\nA lab opened.\n' },
    good: { note: `${FRONT}A lab opened.\n` },
  },
  {
    id: 'invalid-yaml',
    group: 'front matter',
    what: 'Front matter that is not valid YAML.',
    why: 'copydesk cannot print or check a note that it cannot read. The usual cause is an apostrophe or a colon in a value without quotation marks, because YAML 1.2 gives both a meaning.',
    severity: 'fatal',
    bad: { note: '---\nheadline: Lab Opens: Robots Stay\nsource: The Lab\n---\n\nA lab opened.\n' },
    good: { note: '---\nheadline: "Lab Opens: Robots Stay"\nsource: The Lab\n---\n\nA lab opened.\n' },
  },
  {
    id: 'invalid-json',
    group: 'front matter',
    what: 'A JSON note that is not valid JSON.',
    why: 'copydesk cannot print or check a note that it cannot read. JSON (RFC 8259) allows no comma before a closing bracket and no quotation mark other than `"`.',
    severity: 'fatal',
    bad: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab", }' },
    good: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab" }' },
  },
  {
    id: 'invalid-utf-8',
    group: 'front matter',
    what: 'A file that is not valid UTF-8.',
    why: 'Markdown, YAML 1.2 and JSON (RFC 8259) files are UTF-8. Invalid bytes usually come from a program that saves in another encoding, and guessing which one prints wrong letters.',
    severity: 'fatal',
    bad: { note: '---\nheadline: Caf\ufffd Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
    good: { note: '---\nheadline: Café Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  },
  {
    id: 'too-complex',
    group: 'front matter',
    what: 'A note that is nested too deeply or repeats a construct too often.',
    why: 'copydesk would need minutes to read such a text. The limits are far above real prose, whose deepest list has four levels. The usual cause is text pasted by mistake.',
    severity: 'fatal',
    bad: { note: `${FRONT}${'>'.repeat(101)} A lab opened.\n` },
    good: { note: `${FRONT}> A lab opened.\n` },
  },
  {
    id: 'merge-conflict',
    group: 'front matter',
    what: 'Git conflict markers in the note.',
    why: 'A post would print both versions, and only the person who merges knows which one is right. Conflict markers inside a code block are allowed.',
    severity: 'fatal',
    bad: {
      note: `${FRONT}<<<<<<< HEAD\nA lab opened.\n=======\nTwo labs opened.\n>>>>>>> desk\n`,
    },
    good: { note: `${FRONT}Two labs opened.\n` },
  },
  {
    id: 'missing-headline',
    group: 'headline',
    what: 'A note without a headline.',
    why: 'A post needs a headline to be printed, linked and found. Write it under `headline` in the front matter, or as a `# Heading` at the top of the note.',
    severity: 'error',
    options: ['required'],
    bad: { front: { headline: null } },
    good: { front: { headline: 'Lab Opens at Night' } },
  },
  {
    id: 'two-headlines',
    group: 'headline',
    what: 'A heading at the top that differs from the headline in the front matter.',
    why: 'Only the headline in the front matter is printed, and the heading may be the newer one.',
    severity: 'warning',
    bad: { body: '# Lab Opens at Noon\n\nA chipmaker opened a laboratory.' },
    good: { front: { headline: null }, body: '# Lab Opens at Night\n\nA chipmaker opened a laboratory.' },
  },
  {
    id: 'empty-note',
    group: 'body',
    what: 'An empty note.',
    why: 'An empty file in a folder of notes is usually one that was not saved. No other rule reports it.',
    severity: 'error',
    bad: { note: '\n' },
    good: { note: `${FRONT}A lab opened.\n` },
  },
  {
    id: 'missing-body',
    group: 'body',
    what: 'A note without a body.',
    why: 'The body is the story. It is the text before the first section.',
    severity: 'error',
    options: ['required'],
    bad: { body: '' },
    good: { body: 'A chipmaker opened a laboratory.' },
  },
  {
    id: 'missing-source',
    group: 'source',
    what: 'A note without a source.',
    why: 'Readers need to know where the news comes from. The reference post of the house prints it under the body as `Source: …`. Write it under `source` in the front matter, or as the last line of the body after a blank line.',
    severity: 'error',
    options: ['required'],
    bad: { front: { source: null } },
    good: { front: { source: null }, body: 'A chipmaker opened a laboratory.\n\nSource: Company Statement' },
  },
  {
    id: 'two-sources',
    group: 'source',
    what: 'A source line at the end of the body that differs from the source in the front matter.',
    why: 'Only the source in the front matter is printed as the source. The line stays in the text, so readers see two.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a laboratory.\n\nSource: Public Information' },
    good: { body: 'A chipmaker opened a laboratory.\n\nSource: Company Statement' },
  },
  {
    id: 'missing-insight',
    group: 'insight',
    what: 'A note without an insight.',
    why: 'The reference post of the house has an insight of four paragraphs. Write it under a heading `## Insight`.',
    severity: 'error',
    options: ['required'],
    bad: { insight: '' },
    good: { insight: 'The company has automated its fabs for a decade.' },
  },
  {
    id: 'missing-laws',
    group: 'laws',
    what: 'A note without laws.',
    why: 'The reference post of the house ends with three laws. Write them as a list under a heading `## Laws`.',
    severity: 'error',
    options: ['required'],
    bad: { laws: '' },
    good: { laws: '- Automation never begins with a robot, but rather with a list.' },
  },
  {
    id: 'missing-section',
    group: 'sections',
    what: 'A missing or empty section that the house requires.',
    why: 'A house can define sections of its own and require them.',
    severity: 'error',
    options: ['sections', 'required'],
    bad: { houseSays: { sections: [{ id: 'watch', heading: 'What to Watch' }], required: ['watch'] } },
    good: {
      laws: '- Automation never begins with a robot, but rather with a list.\n\n## What to Watch\n\nThe second lab opens in May.',
      houseSays: { sections: [{ id: 'watch', heading: 'What to Watch' }], required: ['watch'] },
    },
  },
  {
    id: 'duplicate-section',
    group: 'sections',
    what: 'A section that occurs twice.',
    why: 'A post has one insight and one list of laws. Only the first of two would be printed, and the text of the second would be lost.',
    severity: 'error',
    bad: {
      laws: '- Automation never begins with a robot, but rather with a list.\n\n## Laws\n\n- A second list is one too many.',
    },
    good: { laws: '- Automation never begins with a robot, but rather with a list.\n- A second item is welcome.' },
  },
  {
    id: 'unprinted',
    group: 'sections',
    what: 'A part of the note that the house does not print.',
    why: 'copydesk reports all text that it does not print. The house decides which parts it prints, and in which order.',
    severity: 'warning',
    options: ['order'],
    bad: { houseSays: { order: ['headline', 'body', 'source', 'insight'] } },
    good: { houseSays: { order: ['headline', 'source', 'body', 'laws', 'insight'] } },
  },
  {
    id: 'unsafe-link',
    group: 'markup',
    what: 'A link or an image with an unsafe URL.',
    why: '`javascript:` and `data:` URLs can run code on the page, and `file:` URLs point into the computer of the writer. A post links to http, https, mailto and relative URLs only. The text of the link is printed without the URL.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a [laboratory](file:///home/desk/lab.pdf).' },
    good: { body: 'A chipmaker opened a [laboratory](https://lab.example/).' },
  },
  {
    id: 'unclosed-fence',
    group: 'markup',
    what: 'An unclosed code block in a note that lacks a required part.',
    why: 'In CommonMark an unclosed code block contains everything that follows, including the next sections. That is the usual reason for a missing one.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a laboratory.\n\n```\nrobots: 40' },
    good: { body: 'A chipmaker opened a laboratory.\n\n```\nrobots: 40\n```' },
  },
  {
    id: 'unclosed-comment',
    group: 'markup',
    what: 'An unclosed HTML comment.',
    why: 'In CommonMark a comment ends with `-->`. Without it, text for readers is hidden, or a comment for editors is printed.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a laboratory. <!-- Check the date.' },
    good: { body: 'A chipmaker opened a laboratory. <!-- Check the date. -->' },
  },
  {
    id: 'lost-table-cell',
    group: 'markup',
    what: 'A table row with more cells than the header.',
    why: 'GitHub Flavored Markdown drops the cells after the last column of the header.',
    severity: 'warning',
    bad: { body: '| Lab | Robots |\n| --- | --- |\n| North | 40 | since May |' },
    good: { body: '| Lab | Robots | Since |\n| --- | --- | --- |\n| North | 40 | May |' },
  },
  {
    id: 'lost-info',
    group: 'markup',
    what: 'Words after the language of a code block, which are not printed.',
    why: 'CommonMark does not define the text after an opening fence. By convention the first word is the language, and readers never see the rest.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a laboratory:\n\n```yaml The file of the first night\nrobots: 40\n```' },
    good: { body: 'A chipmaker opened a laboratory:\n\n```yaml\nrobots: 40\n```' },
  },
  {
    id: 'unused-definition',
    group: 'markup',
    what: 'A link definition that no link uses, or a footnote that the story does not refer to.',
    why: 'In CommonMark a line `[label]: URL` prints nothing by itself. The usual cause is a misspelt label in the link, which then prints its brackets. A footnote is printed only if the text refers to it.',
    severity: 'warning',
    bad: { body: 'A chipmaker opened a [laboratory][lba].\n\n[lab]: https://lab.example/' },
    good: { body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/' },
  },
  {
    id: 'duplicate-definition',
    group: 'markup',
    what: 'A label of a link or footnote with two definitions.',
    why: 'In CommonMark the first definition of a label counts and the second one is ignored, so the link may lead to the wrong page.',
    severity: 'warning',
    bad: {
      body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/\n[lab]: https://lab.example/night',
    },
    good: { body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/' },
  },
  {
    id: 'embargo',
    group: 'publication',
    what: 'A story under embargo.',
    why: 'The source of the story set a time before which nobody may publish it. Write that time under `embargo` in the front matter. Once it has passed, the rule reports nothing.',
    severity: 'error',
    bad: { front: { embargo: '2999-01-01T09:00:00Z' } },
    good: { front: { embargo: '2020-01-01T09:00:00Z' } },
  },
  {
    id: 'withdrawn',
    group: 'publication',
    what: 'A withdrawn story.',
    why: 'A story whose `status` is `withdrawn` stays in the archive and is never printed again.',
    severity: 'error',
    bad: { front: { status: 'withdrawn' } },
    good: { front: { status: 'ready' } },
  },
  {
    id: 'void-approval',
    group: 'publication',
    what: 'An approved story whose wording has changed.',
    why: 'The approved wording is not the wording that would be published. `copydesk approve` records a hash of everything that readers see, and any change to it voids the approval. Formatting the note does not.',
    severity: 'warning',
    bad: {
      front: {
        approved:
          '{ by: Ada Okafor, at: 2026-05-07T09:00:00Z, hash: sha256:0000000000000000000000000000000000000000000000000000000000000000 }',
      },
    },
    good: {
      front: {
        approved:
          '{ by: Ada Okafor, at: 2026-05-07T09:00:00Z, hash: sha256:af76d7d35588040423821d146d6c671604ede3039f624650b68a12228137abba }',
      },
    },
  },
  {
    id: 'suppression-rule',
    group: 'suppressions',
    what: 'A `copydesk-ignore` comment without a rule, or with an unknown one.',
    why: 'A comment without a rule would hide every finding, and a misspelt rule hides none. `copydesk explain` lists the rules.',
    severity: 'warning',
    bad: { body: '<!-- copydesk-ignore: the name of a band -->\n\nThe The opened the laboratory.' },
    good: { body: SUPPRESSED },
  },
  {
    id: 'suppression-reason',
    group: 'suppressions',
    what: 'A `copydesk-ignore` comment without a reason.',
    why: 'The next editor needs to know whether the exception still applies. A comment without a reason has no effect.',
    severity: 'warning',
    bad: { body: '<!-- copydesk-ignore repeated-word -->\n\nThe The opened the laboratory.' },
    good: { body: SUPPRESSED },
  },
  {
    id: 'unused-suppression',
    group: 'suppressions',
    what: 'A `copydesk-ignore` comment for a rule that finds nothing there.',
    why: 'An exception that is no longer needed hides the next mistake in the same place.',
    severity: 'warning',
    bad: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe band opened the laboratory.' },
    good: { body: SUPPRESSED },
  },
] as const satisfies readonly Omit<Rule, 'check'>[];

/** `malformed-url` reports a misspelt scheme, such as `htp://`. */
function isReported(id: string, { span }: Violation, { source }: RuleContext): boolean {
  return id !== 'unsafe-link' || !isMisspelt(source.text.slice(span.start, span.end));
}

type ReaderRuleId = (typeof TABLE)[number]['id'];

const READER_RULES = new Map<string, Rule>(
  TABLE.map((rule) => [
    rule.id,
    {
      ...rule,
      check: (context) => fromReader(context, rule.id).filter((found) => isReported(rule.id, found, context)),
    },
  ]),
);

export function readerRule(id: ReaderRuleId): Rule {
  const rule = READER_RULES.get(id);
  if (!rule) throw new Error(`no reader rule ${id}`);
  return rule;
}
