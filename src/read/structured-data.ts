import type { Mapping } from '../model/data.ts';
import type { Problem } from '../model/diagnostic.ts';
import { type Source, span } from '../text/index.ts';
import type { DiagnosticCollector } from './diagnostics.ts';
import { findFences, readYaml } from './front-matter/index.ts';
import { findConflict } from './hints.ts';

/** Longer than front matter may be, because a structured note contains its prose. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Whether a structured note is JSON: by its extension, or without one by its first character. */
export function isJson({ path, text }: Source): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && text.trimStart().startsWith('{'));
}

function readMapping({ text }: Source, collector: DiagnosticCollector, advice: string): Mapping | undefined {
  const fences = findFences(text);
  const whole = fences.kind === 'found' ? fences : undefined;
  if (whole && text.slice(whole.whole.end).trim() !== '') {
    collector.add('fatal', {
      rule: 'invalid-yaml',
      message: "text after the line '---' in a YAML note",
      advice: "Rename the file to '.md', or indent the text under 'body:'.",
      span: span(whole.content.end, whole.content.end + 3),
    });
    return undefined;
  }
  const { start, end } = whole?.content ?? span(0, text.length);
  const yaml = readYaml(text.slice(start, end), start, { maxLength: MAX_LENGTH, advice });
  if ('mapping' in yaml) return yaml.mapping;
  collector.add('fatal', findConflict(text) ?? yaml.problem);
  return undefined;
}

/** The mapping of a YAML note. Reports what prevents one. */
export function readYamlNote(source: Source, collector: DiagnosticCollector): Mapping | undefined {
  const advice = "Write lines of the form 'key: value', such as 'headline: …' and 'body: …'.";
  return readMapping(source, collector, advice);
}

/** The same for a JSON note. JSON is YAML, so the YAML reader gives the positions once JSON.parse accepts the text. */
export function readJson(source: Source, collector: DiagnosticCollector): Mapping | undefined {
  try {
    JSON.parse(source.text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    collector.add('fatal', findConflict(source.text) ?? jsonFault(source.text, said));
    return undefined;
  }
  const advice = 'Write one object: { "headline": "…", "source": "…", "body": "…" }.';
  return readMapping(source, collector, advice);
}

/** The messages of JSON.parse differ between engines, so only the position is used. */
export function jsonFault(text: string, said: string): Problem {
  const end = text.trimEnd().length;
  const at = Math.min(Number(/position (\d+)/.exec(said)?.[1] ?? end), end);
  const fault = { rule: 'invalid-json', span: span(at, Math.min(at + 1, text.length)) };
  if (/^[}\]]/.test(text.slice(at)) && text.slice(0, at).trimEnd().endsWith(','))
    return { ...fault, message: 'comma before a closing bracket', advice: 'Remove the comma.' };
  if (at === end)
    return {
      ...fault,
      message: 'unexpected end of JSON',
      advice: 'Close the open brackets and quotation marks.',
    };
  const advice = 'Check the comma, quotation mark or bracket here or just before.';
  return { ...fault, message: 'invalid JSON', advice };
}
