import { RE2JS, RE2JSSyntaxException } from 're2js';
import { straightMarks } from '../model/words.ts';
import type { Span } from '../text/index.ts';

/*
 * Patterns of house rules use RE2, not RegExp. RE2 matches in linear time, so no pattern in a house and no text in a note
 * can stall a check or a commit hook.
 */

/** @throws {RE2JSSyntaxException} if the pattern is not valid RE2 syntax. */
export function compilePattern(pattern: string, ignoreCase = false): RE2JS {
  return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
}

interface PatternMatch {
  readonly span: Span;
  readonly found: string;
}

/** The matches of a pattern that have at least one character, with UTF-16 offsets. */
export function* matchPattern(pattern: RE2JS, written: string): Generator<PatternMatch> {
  const source = pattern.pattern();
  // A straight mark matches the curly ones too, because typography may have changed it. A curly mark matches only itself.
  const text = /['"]/.test(source) && !/[‘’“”]/.test(source) ? straightMarks(written) : written;
  // Most passages have no match, and `test` says so several times faster than `find`: it runs without captures.
  if (!pattern.test(text)) return;
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (start < end) yield { span: { start, end }, found: written.slice(start, end) };
  }
}

interface PatternFault {
  readonly message: string;
  readonly advice: string;
}

const LOOKAROUND = /^\(\?<?[=!]/;
const BACKREFERENCE = /^\\(?:\d|k)/;

/** Why the pattern of a rule cannot be used; undefined if it can. */
export function patternFault(id: string, pattern: string): PatternFault | undefined {
  try {
    if (!compilePattern(pattern).test('')) return undefined;
    const message = `the pattern of rule '${id}' matches empty text`;
    return { message, advice: 'Make it match at least one character.' };
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return syntaxFault(id, error.error, error.input ?? '');
  }
}

function syntaxFault(id: string, reason: string, part: string): PatternFault {
  if (LOOKAROUND.test(part)) {
    const message = `RE2 does not support the lookaround in the pattern of rule '${id}'`;
    return { message, advice: "Match the text itself, and list allowed phrases under 'exceptions'." };
  }
  if (BACKREFERENCE.test(part)) {
    const message = `RE2 does not support the backreference in the pattern of rule '${id}'`;
    return { message, advice: 'Write the repeated text out in full.' };
  }
  const message = `the pattern of rule '${id}' is invalid: ${reason}`;
  return { message, advice: 'Use RE2 syntax: https://github.com/google/re2/wiki/Syntax.' };
}
