/* Texts in the sources that look like messages, and that no person reads as one. */

/** Files by the start of their path, and what their texts are. */
export const SILENT_FILES: Readonly<Record<string, string>> = {
  'cli/completion/': 'scripts for shells',
  'cli/init/files.ts': 'files of a project',
  'cli/new/hints.ts': 'what a note tells its writer, in the language of the note',
  'cli/preview/browser/guard.ts': 'answers to other programs than the page of the preview',
  'cli/preview/browser/read-edit.ts': 'answers to other programs than the page of the preview',
  'cli/preview/browser/responses.ts': 'headers of answers',
  'cli/reporters/github.ts': 'a report for a program',
  'cli/reporters/gitlab.ts': 'a report for a program',
  'cli/reporters/junit.ts': 'a report for a program',
  'cli/reporters/sarif.ts': 'a report for a program',
  'lint/prose/confusions/': 'words',
  'lint/prose/dates.ts': 'words',
  'lint/prose/figure-forms.ts': 'patterns',
  'lint/prose/misspellings.ts': 'words',
  'lint/prose/numerals.ts': 'words',
  'lint/prose/pleonasms.ts': 'words',
  'lint/prose/same-names.ts': 'words',
  'lint/prose/subject.ts': 'words',
  'lint/prose/title-case.ts': 'words',
  'lint/source-text/days.ts': 'words',
  'lint/source-text/titles.ts': 'words',
  'lint/source-text/tokens.ts': 'words',
  'lint/translation/conversions.ts': 'words',
  'model/arguments.ts': 'errors of a program that uses the library',
  'text/sentences.ts': 'words',
  'write/channels/wechat/allowed.ts': 'tags of HTML',
  'write/html/printer.ts': 'tags of HTML',
  'write/markdown/escape.ts': 'reasons that a test reads',
};

/** Keys of objects: examples. */
export const SILENT_KEYS: readonly string[] = ['bad', 'good'];

/** Texts by file, as patterns: names in the code, examples, arguments of programs, and parts of sentences that no person reads alone. */
const SILENT_TEXTS: Readonly<Record<string, RegExp>> = {
  'cli/check.ts': /^--fail-on warning$/,
  'cli/completion.ts': /^eval /,
  'cli/doctor/hooks.ts': /^git init$/,
  'cli/doctor/text.ts': /^copydesk \{0\}$/,
  'cli/files/error.ts': /^Invalid string length$/,
  'cli/files/patch.ts': /^(?:diff --git|\\ No newline)/,
  'cli/main.ts': /^(?:## |The goverment)/,
  'cli/lsp/wanted.ts': /^request cancelled$/,
  'cli/preview/browser/client/facts.ts': /^(?:notice error|chip \{0\})$/,
  'cli/preview/browser/client/findings.ts': /^(?:finding \{0\}|pre, table)$/,
  'cli/preview/browser/client/focus.ts': /^\.finding button$/,
  'cli/preview/browser/client/frame.ts': /^\[\{0\}\]\{outline/,
  'cli/preview/browser/client/story-page.ts': /^(?:\.panel:|\{0\} · copydesk$)/,
  'cli/preview/browser/client/tabs.ts': /^(?:notice error|panel \{0\})$/,
  'cli/preview/browser/look.ts': /^(?:not found|see the story)$/,
  'cli/preview/browser/server.ts': /^(?:method not allowed|see the preview)$/,
  'cli/init/house.ts': /^(?:#|- \{) /,
  'cli/program.ts': /^help \[command\]/,
  'cli/render/post-record.ts': /^copydesk wrote/,
  'cli/render/request.ts': /^--to all$/,
  'cli/run/pool.ts': /^a thread$/,
  'cli/standalone/modules.ts': /^\(function/,
  'cli/start.ts': /^\(function/,
  'format/equivalence/commonmark.ts': /^table of/,
  'format/equivalence/equivalence.ts': /^\{0\} as \{1\}$/,
  'format/print/yaml.ts': /^\{ name:/,
  'lint/collect.ts': /^at /,
  'lint/explain.ts': /^(?:#|This page explains|- \*\*|The \*reference|<!--|\(no text\))/,
  'lint/prose/agreement/across-phrases.ts': /^, and$/,
  'lint/prose/apostrophes.ts': /^(?:two three|predecessor)/,
  'lint/rules/ambiguous-date.ts': /^January/,
  'lint/rules/insight-rules.ts': /^(?:The company|In terms|Similar|Essentially)/,
  'lint/rules/law-rules.ts': /^(?:When labs|- )/,
  'lint/rules/spelling.ts': /^\{0\} or \{1\}$/,
  'lint/rules/reader-rules.ts': /^(?:<!--|The The)/,
  'lint/source-text/missing-dates.ts': /^Jan Feb/,
  'read/dates.ts': /^no such$/,
};

/** Names in the code, and what moves a cursor. */
const SILENT = /^(?:by content|first version|no file|no note)$|\u001b/;

/** Whether a text of a file is none for a person. */
export function isSilent(file: string, text: string): boolean {
  return SILENT.test(text) || SILENT_TEXTS[file]?.test(text) === true;
}
