/** The date that a note names, found in its words. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInText } from '../../../shared/domain/dates/date-in-text.ts';

/** A Monday. */
const today = '2026-11-30';

test.each([
  ['Led the move in March 2024', '2024-03', 'in March 2024'],
  ['Shipped it on 15 March 2024.', '2024-03-15', 'on 15 March 2024'],
  ['On March 15th, 2024 we shipped', '2024-03-15', 'On March 15th, 2024'],
  ['Shipped on the 15th of March 2024', '2024-03-15', 'on the 15th of March 2024'],
  ['Went live Mar 2024', '2024-03', 'Mar 2024'],
  ['Went live in Mar. ’24', '2024-03', 'in Mar. ’24'],
  ['Released 2024-03-15 to all', '2024-03-15', '2024-03-15'],
  ['Released 2024-03 to all', '2024-03', '2024-03'],
  ['Closed on 25/12/2024', '2024-12-25', 'on 25/12/2024'],
  ['Closed 03/2024', '2024-03', '03/2024'],
  ['Finished in March', '2026-03', 'in March'],
  ['Finished in December', '2025-12', 'in December'],
  ['Finished last March', '2026-03', 'last March'],
  ['Signed on 12 December', '2025-12-12', 'on 12 December'],
  ['Signed May 3', '2026-05-03', 'May 3'],
  ['Rebuilt the core last spring', '2026', 'last spring'],
  ['Rebuilt the core last winter', '2026', 'last winter'],
  ['Rebuilt the core in summer 2023', '2023', 'in summer 2023'],
  ['Cut costs two weeks ago', '2026-11-16', 'two weeks ago'],
  ['Cut costs 3 days ago', '2026-11-27', '3 days ago'],
  ['Cut costs a month ago', '2026-10', 'a month ago'],
  ['Cut costs 14 months ago', '2025-09', '14 months ago'],
  ['Cut costs a couple of years ago', '2024', 'a couple of years ago'],
  ['Yesterday the audit passed', '2026-11-29', 'Yesterday'],
  ['The day before yesterday it passed', '2026-11-28', 'The day before yesterday'],
  ['Passed today', '2026-11-30', 'today'],
  ['Passed last week', '2026-11', 'last week'],
  ['Passed last month', '2026-10', 'last month'],
  ['Passed last year', '2025', 'last year'],
  ['Passed earlier this year', '2026', 'earlier this year'],
  ['Passed on Friday', '2026-11-27', 'on Friday'],
  ['Passed last Monday', '2026-11-23', 'last Monday'],
  ['Doubled sales in 2023', '2023', 'in 2023'],
  ['Doubled sales in Q3 2023', '2023', 'in Q3 2023'],
  ['Doubled sales in the third quarter of 2023', '2023', 'in the third quarter of 2023'],
  ['Will present in March 2027; built in May 2026', '2026-05', 'in May 2026'],
  // German
  ['Im März 2024 die Migration geleitet', '2024-03', 'Im März 2024'],
  ['Am 3. März die Migration abgeschlossen.', '2026-03-03', 'Am 3. März'],
  ['Am 3. März 2024 abgeschlossen', '2024-03-03', 'Am 3. März 2024'],
  ['Am 3.12.2024 abgeschlossen', '2024-12-03', 'Am 3.12.2024'],
  ['Gestern abgeschlossen', '2026-11-29', 'Gestern'],
  ['Vor zwei Wochen abgeschlossen', '2026-11-16', 'Vor zwei Wochen'],
  ['Vor einem Monat abgeschlossen', '2026-10', 'Vor einem Monat'],
  ['Letzte Woche abgeschlossen', '2026-11', 'Letzte Woche'],
  ['Im letzten Frühjahr abgeschlossen', '2026', 'Im letzten Frühjahr'],
  ['Im Jahr 2023 abgeschlossen', '2023', 'Im Jahr 2023'],
  // French
  ['Migré la base en mars 2024', '2024-03', 'en mars 2024'],
  ['Migré la base le 3 mars 2024', '2024-03-03', 'le 3 mars 2024'],
  ['Nous avons migré hier', '2026-11-29', 'hier'],
  ['Migré il y a deux semaines', '2026-11-16', 'il y a deux semaines'],
  ['Migré le mois dernier', '2026-10', 'le mois dernier'],
  ['Migré au printemps dernier', '2026', 'au printemps dernier'],
  // Spanish and Portuguese
  ['Migré la base en marzo de 2024', '2024-03', 'en marzo de 2024'],
  ['Migré el 3 de marzo de 2024', '2024-03-03', 'el 3 de marzo de 2024'],
  ['Ayer migré la base', '2026-11-29', 'Ayer'],
  ['Hace dos semanas', '2026-11-16', 'Hace dos semanas'],
  ['La semana pasada', '2026-11', 'La semana pasada'],
  ['Migrei em março de 2024', '2024-03', 'em março de 2024'],
  ['Ontem migrei', '2026-11-29', 'Ontem'],
  ['Migrei há duas semanas', '2026-11-16', 'há duas semanas'],
  ['Migrei no ano passado', '2025', 'no ano passado'],
])('“%s” names %s', (text, date, from) => {
  expect(dateInText(text, today)).toEqual({ date, from });
});

test.each([
  'Led the team',
  'Will launch in March 2027',
  'You may march on',
  'It may 3 times fail',
  'Closed 3/4/2024',
  'Fixed CVE-2024-0312',
  'Wrote in 2000 files',
  'Read 2024 rows',
  'Released version 2024.3',
  'Hier ist der Plan',
  'On 31 February 2024 nothing happened',
  'Tagged #march-2024',
  'A few days ago',
  'Ran 24/7',
  'Mayor of May Street',
])('“%s” names no date', (text) => {
  expect(dateInText(text, today)).toBeNull();
});

test.each([
  ['2026-02-10', 'last spring', '2025'],
  ['2026-07-10', 'last spring', '2026'],
  ['2026-04-10', 'last spring', '2025'],
  ['2026-01-15', 'last winter', '2025'],
  ['2026-01-15', 'last month', '2025-12'],
  ['2026-03-01', 'yesterday', '2026-02-28'],
  ['2024-03-01', 'yesterday', '2024-02-29'],
  ['2026-01-03', 'two weeks ago', '2025-12-20'],
])('on %s “%s” is %s', (day, text, date) => {
  expect(dateInText(text, day)?.date).toBe(date);
});

test('the words stand in the text, the date is one of the calendar and never after today, whatever is written', () => {
  const words =
    'in on last ago two 3 15 31 weeks March may 2024 2023-13 spring yesterday hace mars de le am 3. vor Tagen , . Q3'.split(
      ' ',
    );
  void fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (some) => {
      const text = some.join(' ');
      const found = dateInText(text, today);
      if (found === null) return;
      expect(text).toContain(found.from);
      expect(found.date).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
      expect(found.date <= today.slice(0, found.date.length)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a long note is read within a moment', () => {
  const started = performance.now();
  dateInText('in March on 3 the last two weeks '.repeat(2_000), today);
  expect(performance.now() - started).toBeLessThan(500);
});
