/** Files given together: read in one call, so that tables of one download make one draft; a bad one stops none of the others. */
import { expect, test } from 'vitest';
import { readFiles } from '../../../src-renderer/parts/drop-zone/read-files.ts';
import { fakeMain, Refusal } from './fake-main.tsx';

const files = ['a.csv', 'b.csv', 'c.csv'].map((name) => new File(['x'], name));
interface Asked {
  readonly files: readonly { readonly name: string }[];
}
const namesOf = (inputs: readonly unknown[]) => inputs.map((input) => (input as Asked).files.map(({ name }) => name));

test('files given together are read in one call', async () => {
  const main = fakeMain({ readImport: () => ({ ids: ['one'] }) });
  const read = await readFiles(files, () => undefined);
  expect(read).toEqual({ ids: ['one'], refusal: null, isCancelled: false });
  expect(namesOf(main.inputsOf('readImport'))).toEqual([['a.csv', 'b.csv', 'c.csv']]);
});

test('when all of them together are refused they are read one by one, and the first refusal is told', async () => {
  const main = fakeMain({
    readImport: ({ files: given }: Asked) => {
      if (given.length > 1 || given[0]?.name === 'b.csv')
        throw new Refusal('FILE_EMPTY', `${given[0]?.name} is empty.`);
      return { ids: [`draft of ${given[0]?.name}`] };
    },
  });
  const told: string[] = [];
  const read = await readFiles(files, (words) => told.push(words));
  expect(read.ids).toEqual(['draft of a.csv', 'draft of c.csv']);
  expect((read.refusal as Error).message).toBe('b.csv is empty.');
  expect(namesOf(main.inputsOf('readImport'))).toEqual([['a.csv', 'b.csv', 'c.csv'], ['a.csv'], ['b.csv'], ['c.csv']]);
  expect(told).toContain('Reading b.csv, 2 of 3');
});

test('a file too large to be handed over is told, and the others are read', async () => {
  const large = new File([], 'large.json');
  Object.defineProperty(large, 'size', { value: 30 * 1024 * 1024 });
  const main = fakeMain({ readImport: () => ({ ids: ['one'] }) });
  const read = await readFiles([large, files[0] as File], () => undefined);
  expect(read.ids).toEqual(['one']);
  expect((read.refusal as Error).message).toContain('“large.json” holds 30 MB');
  expect(namesOf(main.inputsOf('readImport'))).toEqual([['a.csv']]);
});

test('what was stopped is not read on', async () => {
  const main = fakeMain({ readImport: () => null });
  const many = Array.from({ length: 50 }, (_, index) => new File(['x'], `${index}.csv`));
  const read = await readFiles(many, () => undefined);
  expect(read).toEqual({ ids: [], refusal: null, isCancelled: true });
  expect(main.inputsOf('readImport')).toHaveLength(1);
});

test('more files than one call takes are read in several', async () => {
  const main = fakeMain({ readImport: ({ files: given }: Asked) => ({ ids: [String(given.length)] }) });
  const many = Array.from({ length: 50 }, (_, index) => new File(['x'], `${index}.csv`));
  expect((await readFiles(many, () => undefined)).ids).toEqual(['40', '10']);
  expect(main.inputsOf('readImport')).toHaveLength(2);
});
