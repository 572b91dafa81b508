import type { Rule } from '../rule.ts';

/**
 * Rules that are reported outside `check`: the reader stops at a fatal problem before there is a context, and
 * suppressions are judged after all other rules.
 */
function engineRule(rule: Omit<Rule, 'check'>): Rule {
  return { ...rule, check: () => [] };
}

export const frontMatterFence = engineRule({
  id: 'front-matter-fence',
  group: 'front matter',
  what: 'A missing or malformed `---` line around the front matter.',
  why: 'The two lines of three hyphens decide what is a key and what is printed. The first one must be the first line of the note.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n----\n\nA lab opened.\n' },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
});

export const invalidYaml = engineRule({
  id: 'invalid-yaml',
  group: 'front matter',
  what: 'Front matter that is not valid YAML.',
  why: 'copydesk cannot print or check a note that it cannot read. The usual cause is an apostrophe or a colon in a value without quotation marks, because YAML 1.2 gives both a meaning.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Lab Opens: Robots Stay\nsource: The Lab\n---\n\nA lab opened.\n' },
  good: { note: '---\nheadline: "Lab Opens: Robots Stay"\nsource: The Lab\n---\n\nA lab opened.\n' },
});

export const invalidJson = engineRule({
  id: 'invalid-json',
  group: 'front matter',
  what: 'A JSON note that is not valid JSON.',
  why: 'copydesk cannot print or check a note that it cannot read. JSON (RFC 8259) allows no comma before a closing bracket and no quotation mark other than `"`.',
  severity: 'fatal',
  bad: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab", }' },
  good: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab" }' },
});

export const invalidUtf8 = engineRule({
  id: 'invalid-utf-8',
  group: 'front matter',
  what: 'A file that is not valid UTF-8.',
  why: 'Markdown, YAML 1.2 and JSON (RFC 8259) files are UTF-8. Invalid bytes usually come from a program that saves in another encoding, and guessing which one prints wrong letters.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Caf\ufffd Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  good: { note: '---\nheadline: Café Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
});

export const tooComplex = engineRule({
  id: 'too-complex',
  group: 'front matter',
  what: 'A note that is nested too deeply or repeats a construct too often.',
  why: 'Such a text would keep copydesk busy for minutes. The limits are far above real prose, whose deepest list has four levels. The usual cause is text pasted by mistake.',
  severity: 'fatal',
  bad: { note: `---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n${'>'.repeat(101)} A lab opened.\n` },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n> A lab opened.\n' },
});

export const mergeConflict = engineRule({
  id: 'merge-conflict',
  group: 'front matter',
  what: 'Git conflict markers in the note.',
  why: 'A post would print both versions, and only the person who merges knows which one is right. Conflict markers inside a code block are allowed.',
  severity: 'fatal',
  bad: {
    note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n<<<<<<< HEAD\nA lab opened.\n=======\nTwo labs opened.\n>>>>>>> desk\n',
  },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nTwo labs opened.\n' },
});

export const suppressionRule = engineRule({
  id: 'suppression-rule',
  group: 'suppressions',
  what: 'A `copydesk-ignore` comment without a rule, or with an unknown one.',
  why: 'A comment without a rule would hide every finding, and a misspelt rule hides none. `copydesk explain` lists the rules.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore: the name of a band -->\n\nThe The opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
});

export const suppressionReason = engineRule({
  id: 'suppression-reason',
  group: 'suppressions',
  what: 'A `copydesk-ignore` comment without a reason.',
  why: 'The next editor needs to know whether the exception still applies. A comment without a reason has no effect.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore repeated-word -->\n\nThe The opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
});

export const unusedSuppression = engineRule({
  id: 'unused-suppression',
  group: 'suppressions',
  what: 'A `copydesk-ignore` comment for a rule that finds nothing there.',
  why: 'An exception that is no longer needed hides the next mistake in the same place.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe band opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
});
