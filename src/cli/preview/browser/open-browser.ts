import { release } from 'node:os';
import open from 'open';
import type { Host } from '../../host.ts';

/** Opens a URL in the browser of the person. @returns false if there is none that can be opened. */
export async function openBrowser(url: string, { environment }: Host): Promise<boolean> {
  if (!hasScreen(environment)) return false;
  try {
    await open(url);
    return true;
  } catch {
    return false;
  }
}

/** Without a screen, `xdg-open` may start a browser for terminals that nobody sees. Windows shows the browsers of its Linux. */
function hasScreen({ DISPLAY, WAYLAND_DISPLAY }: Host['environment']): boolean {
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY) || /microsoft/i.test(release());
}
