import type { ChannelReport, ReportChannels } from '../model/channels.ts';
import type { RuleContextResult } from './context.ts';

/** How a run of the linter finds out what becomes of a story in channels, because a rule prints nothing itself. */
export interface ReportOptions {
  readonly reportChannels?: ReportChannels;
}

/** Adds the report on channels to what the rules see. */
export function withChannelReport<Result extends RuleContextResult>(
  read: Result,
  { reportChannels }: ReportOptions,
): Result {
  const { context } = read;
  if (!context || !reportChannels) return read;
  let report: ChannelReport | undefined;
  const channelReport = (): ChannelReport => {
    report ??= reportChannels(context.article, context.house);
    return report;
  };
  return { ...read, context: { ...context, channelReport } };
}
