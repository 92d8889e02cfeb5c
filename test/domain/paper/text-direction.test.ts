/** Lines of mixed directions, as they are drawn and as they are read. */
import { describe, expect, test } from 'vitest';
import { compareReadBack } from '../../../shared/domain/paper/read-back.ts';
import { directionIn, directionOf, reordered } from '../../../shared/domain/paper/text-direction.ts';

test('a text runs as most of its letters do, and in a document from right to left as soon as it has such a word', () => {
  expect(directionOf('Kubernetes בתל אביב ובחיפה')).toBe('rtl');
  expect(directionOf('Noa Levi (נועה)')).toBe('ltr');
  expect(directionOf('2010 – 2014')).toBe('ltr');
  expect(directionOf('')).toBe('ltr');
  expect(directionIn('rtl', 'Kubernetes ו-Terraform')).toBe('rtl');
  expect(directionIn('rtl', 'noa@example.org')).toBe('ltr');
  expect(directionIn('ltr', 'Kubernetes ו-Terraform')).toBe('ltr');
});

describe('a drawn line', () => {
  const backwards = (text: string) => [...text].reverse().join('');
  test.each([
    ['rtl', backwards('נועה לוי'), 'נועה לוי'],
    ['rtl', `(B2B) ${backwards('ענן')}`, 'ענן (B2B)'],
    ['rtl', `.${backwards('לקוחות')} 3 ${backwards('עבור')} (ms 145-${backwards('ל')})`, '(ל-145 ms) עבור 3 לקוחות.'],
    ['rtl', `38%-${backwards('ב')}`, 'ב-38%'],
    ['rtl', `2,100 ${backwards('פתוח')}`, 'פתוח 2,100'],
    ['rtl', `%38 ${backwards('بنسبة')}`, 'بنسبة 38%'],
    ['ltr', `Met ${backwards('נועה לוי')} in 2014.`, 'Met נועה לוי in 2014.'],
    ['ltr', 'Nothing to do (here), 38 %.', 'Nothing to do (here), 38 %.'],
  ] as const)('%s %s is read as %s', (base, drawn, read) => expect(reordered(drawn, base, true)).toBe(read));
});

describe('a field in lines of mixed directions', () => {
  const found = (text: string, ...lines: string[]) => compareReadBack([{ label: 'Field', text }], [lines]).found;
  test('is found whatever the order of its words in a line', () => {
    expect(found('גרסה 2 של Kubernetes 1.5 (B2B) הושקה', '2 גרסה של 1.5 Kubernetes )B2B( הושקה')).toBe(1);
    expect(found('שורה אחת ועוד שורה', 'אחת שורה', 'שורה ועוד')).toBe(1);
  });
  test('is missing when a word is, or stands in an earlier line', () => {
    expect(found('גרסה 2 של Kubernetes', '2 גרסה של')).toBe(0);
    expect(found('שורה אחת ועוד', 'ועוד', 'אחת שורה')).toBe(0);
    expect(found('Kubernetes and more', 'more and Kubernetes')).toBe(0);
  });
  test('is found in the shapes that letters have in a word', () => expect(found('حداد', 'ﺣﺪاد')).toBe(1));
});
