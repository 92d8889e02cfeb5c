/** What is written by an alias is printed as it was written, from capture to the PDF, over the library that ships. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { textOfPdf } from '../helpers/pdf-text.ts';
import { answerSaveDialog, openApp } from '../helpers/window.ts';

test('Docker, GDPR and CI/CD are captured, shown and printed so, and as common names by choice', async () => {
  const { app, page, call } = await openApp();
  const exports = temporaryFolder();
  await call('startFresh', { name: 'Noor Haddad' });
  const captured = await call('logAccomplishment', {
    text: 'Moved the builds into one image +Docker:3 +GDPR:2 +CI/CD:3',
  });
  await call('changeAccomplishment', { id: captured.id, patch: { status: 'ready', confidentiality: 'public' } });
  const { id } = await call('createResume', { name: 'For anyone', roleId: null });
  await page.reload();
  const goTo = (place: string) => page.evaluate((hash) => window.location.assign(`#${hash}`), place);
  await goTo(`/record/${captured.id}`);
  await page.getByTitle('Containers in your library').waitFor();
  await page.getByRole('button', { name: 'Take out Docker' }).waitFor({ state: 'attached' });

  const mine = ['CI/CD', 'Docker', 'GDPR'];
  const common = ['Containers', 'Data protection law', 'Delivery automation'];
  const print = async (file: string) => {
    const path = join(exports, file);
    await answerSaveDialog(app, path);
    await page.getByRole('button', { name: 'Export as PDF' }).click();
    await page.getByText(`Exported to ${file}`).waitFor();
    return textOfPdf(path);
  };
  await goTo(`/resumes/${id}`);
  await page.getByRole('button', { name: 'More for this resume' }).waitFor();
  const first = await print('mine.pdf');
  expect(mine.filter((name) => !first.includes(name))).toEqual([]);
  expect(common.filter((name) => first.includes(name))).toEqual([]);

  await page.getByRole('button', { name: 'More for this resume' }).click();
  await page.getByRole('menuitem', { name: 'Common names' }).click();
  await expect.poll(async () => (await call('getResume', { id })).resume.skillWords).toBe('common');
  const second = await print('common.pdf');
  expect(common.filter((name) => !second.includes(name))).toEqual([]);
});
