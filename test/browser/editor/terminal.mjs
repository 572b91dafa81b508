import { execFileSync } from 'node:child_process';

/* Runs a program in tmux and shows its screen as HTML. */

/** Keys pressed one after another, each with what the screen shows before the next. */
export async function screenOf(command, { cwd, env, columns, rows, steps }) {
  const socket = `copydesk-${process.pid}`;
  const tmux = (...args) => execFileSync('tmux', ['-L', socket, ...args], { encoding: 'utf8', env });
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', cwd, command);
  try {
    tmux('set', '-g', 'status', 'off');
    for (const { until, keys = [] } of steps) {
      await wait(() => until.test(tmux('capture-pane', '-p')), `the screen never showed ${until}`);
      if (keys.length > 0) tmux('send-keys', ...keys);
    }
    return tmux('capture-pane', '-e', '-p');
  } finally {
    tmux('kill-server');
  }
}

async function wait(test, message) {
  for (let tries = 0; tries < 300; tries++) {
    if (test()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(message);
}

const escaped = (text) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);

/** The lines of a captured screen as HTML, with their colours. */
export function screenHtml(screen) {
  let style = {};
  return screen
    .split('\n')
    .map((line) =>
      line
        .split(/(\u001b\[[\d;:]*m)/)
        .map((part) => {
          const codes = /^\u001b\[([\d;:]*)m$/.exec(part)?.[1];
          if (codes === undefined) return part === '' ? '' : `<span style="${css(style)}">${escaped(part)}</span>`;
          style = applied(style, codes.split(/[;]/));
          return '';
        })
        .join(''),
    )
    .join('\n');
}

function css({ color, background, bold, italic, underline }) {
  return [
    color && `color:${color}`,
    background && `background:${background}`,
    bold && 'font-weight:bold',
    italic && 'font-style:italic',
    underline && 'text-decoration:underline',
  ]
    .filter(Boolean)
    .join(';');
}

/** The style after the codes of one SGR sequence. */
function applied(before, codes) {
  let style = { ...before };
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    if (code === '' || code === '0') style = {};
    else if (code === '1') style.bold = true;
    else if (code === '3') style.italic = true;
    else if (/^4(?::|$)/.test(code)) style.underline = code !== '4:0';
    else if (code === '22') style.bold = false;
    else if (code === '23') style.italic = false;
    else if (code === '24') style.underline = false;
    else if (code === '39') delete style.color;
    else if (code === '49') delete style.background;
    else if ((code === '38' || code === '48') && codes[at + 1] === '2') {
      style[code === '38' ? 'color' : 'background'] = `rgb(${codes.slice(at + 2, at + 5).join()})`;
      at += 4;
    }
  }
  return style;
}
