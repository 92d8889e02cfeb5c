/** Asks, in a dialog that no page can draw or answer, whether to open an address. */
import { type BrowserWindow, clipboard, dialog } from 'electron';
import { linesOf } from '../app/address-to-open.ts';
import type { AddressToOpen } from '../host.ts';

/** Whether the person agreed. Enter and Escape mean no; the address can be copied instead. */
export async function askToOpenAddress(address: AddressToOpen, window: BrowserWindow | undefined): Promise<boolean> {
  const isMail = address.kind === 'mail';
  const question = {
    type: 'question' as const,
    title: isMail ? 'Write a mail?' : 'Open an address?',
    message: isMail
      ? `Write a mail to ${linesOf(address.reaches)}?`
      : `Open ${linesOf(address.reaches)} in your browser?`,
    detail: [
      linesOf(address.href),
      ...(address.hasOtherScripts
        ? ['The part that begins with xn-- stands for a name in other letters, which can look like one that you know.']
        : []),
      isMail
        ? 'Your mail program opens with it. Cairn sends nothing.'
        : 'Your browser makes the connection. Cairn makes none.',
    ].join('\n\n'),
    buttons: ['Cancel', 'Copy address', isMail ? 'Write mail' : 'Open address'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = window ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question);
  if (response === 1) clipboard.writeText(address.href);
  return response === 2;
}
