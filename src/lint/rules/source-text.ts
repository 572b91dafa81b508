import type { Rule } from '../rule.ts';
import { pathProblem, sourceTextField } from '../source-text/given.ts';

export const sourceTextRule: Rule = {
  id: 'source-text',
  group: 'source',
  what: 'A source text that cannot be read: a missing file, a file that is not UTF-8, a URL or an absolute path.',
  why: 'Without the text, `check` cannot compare anything. The run ends with exit code 2. The path in `source_text` is relative to the note, so that it works on every computer.',
  severity: 'error',
  bad: { front: { source_text: 'https://wire.example/lab' } },
  good: { front: { source_text: 'wire.txt' } },
  *check({ note, sourceProblem, source }) {
    const field = sourceTextField(note.fields);
    const value = field?.value.kind === 'scalar' ? field.value.value : undefined;
    const problem = pathProblem(value) ?? sourceProblem;
    if (problem) yield { ...problem, span: field?.value.span ?? { start: 0, end: Math.min(1, source.text.length) } };
  },
};
