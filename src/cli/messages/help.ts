import { Help } from 'commander';
import { displayWidth } from '../../typography/width.ts';
import { wrap } from '../../typography/wrap.ts';
import { ENGLISH, type Messages } from './messages.ts';

/** What formats the help of a command in the language of the messages. */
export function createHelp(messages: Messages): Help {
  return messages === ENGLISH ? new Help() : new TranslatedHelp(messages);
}

/** Han characters take two columns, and a line can break between them. */
class TranslatedHelp extends Help {
  readonly #messages: Messages;

  constructor(messages: Messages) {
    super();
    this.#messages = messages;
  }

  override styleTitle(title: string): string {
    return this.#messages.text(title);
  }

  override commandDescription(...args: Parameters<Help['commandDescription']>): string {
    return this.#messages.text(super.commandDescription(...args));
  }

  override subcommandDescription(...args: Parameters<Help['subcommandDescription']>): string {
    return this.#messages.text(super.subcommandDescription(...args));
  }

  override optionDescription(...args: Parameters<Help['optionDescription']>): string {
    return this.#messages.text(super.optionDescription(...args));
  }

  override argumentDescription(...args: Parameters<Help['argumentDescription']>): string {
    return this.#messages.text(super.argumentDescription(...args));
  }

  override formatHelp(...args: Parameters<Help['formatHelp']>): string {
    // A full-width colon needs no space after it.
    return super.formatHelp(...args).replace('： ', '：');
  }

  override displayWidth(text: string): number {
    return displayWidth(text);
  }

  override boxWrap(text: string, width: number): string {
    return width < this.minWidthToWrap ? text : wrap(text, width, { han: true }).join('\n');
  }
}
