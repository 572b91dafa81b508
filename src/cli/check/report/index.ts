import type { Report, ReportOptions } from './report.ts';

/** How findings are printed, by the name that `--report` knows. Each is loaded when it is asked for. */
export const REPORTS = [
  { name: 'pretty', load: async (options: ReportOptions) => (await import('./pretty.ts')).prettyReport(options) },
  { name: 'json', load: async () => (await import('./json.ts')).jsonReport() },
  { name: 'jsonl', load: async () => (await import('./jsonl.ts')).jsonLinesReport() },
  { name: 'sarif', load: async (options: ReportOptions) => (await import('./sarif.ts')).sarifReport(options) },
  { name: 'github', load: async () => (await import('./github.ts')).githubReport() },
  { name: 'gitlab', load: async () => (await import('./gitlab.ts')).gitlabReport() },
  { name: 'junit', load: async (options: ReportOptions) => (await import('./junit.ts')).junitReport(options) },
] as const satisfies readonly { name: string; load: (options: ReportOptions) => Promise<Report> }[];

export type ReportName = (typeof REPORTS)[number]['name'];

/** The report of a name. */
export function loadReport(name: ReportName, options: ReportOptions): Promise<Report> {
  const found = REPORTS.find((one) => one.name === name);
  if (!found) throw new Error(`no report ${name}`);
  return found.load(options);
}
