import { release } from 'node:os';
import open from 'open';
import type { Host } from '../../host.ts';

/** Opens a URL in the default browser. @returns false if no browser can be opened. */
export async function openBrowser(url: string, { environment }: Host): Promise<boolean> {
  if (!hasScreen(environment)) return false;
  try {
    await open(url);
    return true;
  } catch {
    return false;
  }
}

/** Whether a browser window can appear. Without a display, `xdg-open` may start a text browser. WSL opens a browser in Windows. */
function hasScreen({ DISPLAY, WAYLAND_DISPLAY }: Host['environment']): boolean {
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY) || /microsoft/i.test(release());
}
