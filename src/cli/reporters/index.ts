import type { Reporter, ReporterOptions } from './reporter.ts';

/** The reporters by the names that `--report` takes. Each is loaded on demand. */
export const REPORTERS = [
  { name: 'pretty', load: async (options: ReporterOptions) => (await import('./pretty.ts')).prettyReporter(options) },
  { name: 'json', load: async () => (await import('./json.ts')).jsonReporter() },
  { name: 'jsonl', load: async () => (await import('./jsonl.ts')).jsonLinesReporter() },
  {
    name: 'sarif',
    load: async ({ rules }: ReporterOptions) => (await import('./sarif.ts')).sarifReporter(await rules()),
  },
  { name: 'github', load: async () => (await import('./github.ts')).githubReporter() },
  { name: 'gitlab', load: async () => (await import('./gitlab.ts')).gitlabReporter() },
  { name: 'junit', load: async (options: ReporterOptions) => (await import('./junit.ts')).junitReporter(options) },
] as const satisfies readonly { name: string; load: (options: ReporterOptions) => Promise<Reporter> }[];

export type ReporterName = (typeof REPORTERS)[number]['name'];

/** The reporter with this name. */
export function loadReporter(name: ReporterName, options: ReporterOptions): Promise<Reporter> {
  const found = REPORTERS.find((one) => one.name === name);
  if (!found) throw new Error(`no report ${name}`);
  return found.load(options);
}
