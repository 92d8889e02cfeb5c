/** What the title of the window says. */
import type { OpenState } from '../../../shared/api/profile/app.ts';

/** Whose record is open, or the name of its folder as long as no person is named. */
export function windowTitle({
  personName,
  folder,
  isSample,
}: Pick<OpenState, 'personName' | 'folder' | 'isSample'>): string {
  const folderName = folder.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  return `${isSample ? 'Sample record' : personName.trim() || folderName} – Cairn`;
}
