import { clearStatus, say } from './status.ts';
import { texts } from './texts.ts';

/**
 * Receives the states that the program sends, and reports a lost connection. A hidden page closes its connection, because a
 * browser has few of them for one server, and gets the newest state when it is shown again.
 */
export function connect<State>(url: string, onState: (state: State) => void): void {
  let source: EventSource | undefined;
  let isLost = false;
  const open = (): void => {
    source?.close();
    source = new EventSource(url);
    source.addEventListener('open', () => {
      if (isLost) clearStatus();
      isLost = false;
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => onState(JSON.parse(data) as State));
    source.addEventListener('error', () => {
      isLost = true;
      say(texts.noConnection, 'error');
    });
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return open();
    source?.close();
    source = undefined;
  });
  open();
}
