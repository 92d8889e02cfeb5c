/** Partial dates (`2026`, `2026-03`, `2026-03-15`): read from what people type, compared and counted without a time zone. */

/** What `readPartialDate` answers: the date as it is stored, or what to say to the person who typed it. */
export type PartialDateReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string };

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const generalHint = 'Write a date such as 2026, 2026-03 or 15 Mar 2026.';
const dayMs = 86_400_000;
/** Longer than any date a person types; what is longer is not looked at. */
const longestText = 60;

/** Reads a date as people type it. Never guesses: what can be two dates is refused with both spelled out. Never throws. */
export function readPartialDate(text: string): PartialDateReading {
  const typed = text.trim();
  if (typed === '' || typed.length > longestText) return refuse(generalHint);
  const instant = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:/.exec(typed);
  const words = (instant?.[1] ?? typed)
    .toLowerCase()
    .split(/[\s,./\-–—]+/)
    .filter((word) => word !== '' && word !== 'of' && word !== 'the');
  if (words.length > 3 || words.length === 0) return refuse(generalHint);
  const parts = words.map(readWord);
  const unknown = parts.find((part) => part.kind === 'unknown');
  if (unknown) {
    const year = parts.find(isYear)?.number;
    return refuse(
      year === undefined || !/^\p{L}+$/u.test(unknown.word)
        ? generalHint
        : `There is no month “${unknown.word}”. Try Mar ${year}, or just ${year}.`,
    );
  }
  const years = parts.filter(isYear);
  if (years.length !== 1) return refuse(years.length === 0 ? yearHint(parts) : generalHint);
  const year = years[0]?.number ?? 0;
  const rest = parts.filter((part) => !isYear(part));
  const named = rest.filter((part) => part.kind === 'month');
  if (named.length > 1) return refuse(generalHint);
  const month = named[0]?.number;
  const numbers = rest.filter((part) => part.kind === 'number').map((part) => part.number);
  if (month !== undefined) return check(year, month, numbers[0]);
  if (numbers.length < 2) return check(year, numbers[0], undefined);
  const [first = 0, second = 0] = numbers;
  if (parts[0] && isYear(parts[0])) return check(year, first, second);
  if (parts[1] && isYear(parts[1])) return refuse(generalHint);
  // With dots the day stands first wherever that form is used; with slashes it depends on the country.
  if (typed.includes('.') || first > 12 || first === second) return check(year, second, first);
  if (second > 12) return check(year, first, second);
  return refuse(
    `${first}/${second}/${year} can be ${first} ${monthName(second)} or ${second} ${monthName(first)}. Try ${year}-${twoDigits(second)}-${twoDigits(first)} or ${year}-${twoDigits(first)}-${twoDigits(second)}.`,
  );
}

/** Orders partial dates for sorting, earliest first; a year stands before its months, a month before its days. */
export function comparePartialDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first day a partial date can mean, as `2026-03-01`. */
export function firstDayOf(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day a partial date can mean, as `2026-03-31`. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` : date;
}

/** Whether the end can lie on or after the start; an unknown side is always in order. */
export function isInOrder(start: string | null, end: string | null): boolean {
  return start === null || end === null || firstDayOf(start) <= lastDayOf(end);
}

/** Years from one day to a later one, whole years by the calendar and the rest by days; 0 when it is not later. */
export function yearsBetween(fromDay: string, toDay: string): number {
  if (fromDay >= toDay) return 0;
  const fromYear = Number(fromDay.slice(0, 4));
  const month = Number(fromDay.slice(5, 7));
  const day = Number(fromDay.slice(8, 10));
  const anniversary = (year: number) => Date.UTC(year, month - 1, Math.min(day, daysInMonth(year, month))) / dayMs;
  const to = Date.UTC(Number(toDay.slice(0, 4)), Number(toDay.slice(5, 7)) - 1, Number(toDay.slice(8, 10))) / dayMs;
  let whole = Number(toDay.slice(0, 4)) - fromYear;
  if (anniversary(fromYear + whole) > to) whole -= 1;
  const last = anniversary(fromYear + whole);
  return whole + (to - last) / (anniversary(fromYear + whole + 1) - last);
}

/** Days in a month (1 to 12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

type Part = { readonly kind: 'number' | 'month' | 'unknown'; readonly number: number; readonly word: string };

function readWord(word: string): Part {
  const figures = /^(\d{1,4})(st|nd|rd|th)?$/.exec(word);
  if (figures) {
    const digits = figures[1] ?? '';
    // `0026` is four figures and no year; `26` is no year either.
    return { kind: 'number', number: Number(digits), word };
  }
  const month = word.length < 3 ? -1 : months.findIndex((name) => name.startsWith(word));
  return month < 0 ? { kind: 'unknown', number: 0, word } : { kind: 'month', number: month + 1, word };
}

function isYear(part: Part): boolean {
  return part.kind === 'number' && part.word.length === 4 && part.number >= 1000 && part.number < 3000;
}

function check(year: number, month: number | undefined, day: number | undefined): PartialDateReading {
  if (month === undefined) return { ok: true, value: String(year) };
  if (month < 1 || month > 12) return refuse(`There is no month ${month}. Try ${year}-03, or just ${year}.`);
  if (day === undefined) return { ok: true, value: `${year}-${twoDigits(month)}` };
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return { ok: true, value: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
  const short = shortMonths[month - 1];
  return refuse(
    `There is no ${day} ${monthName(month)} ${year}. Try ${day < 1 ? 1 : last} ${short} ${year}, or just ${short} ${year}.`,
  );
}

/** Someone who typed `Mar 26` or `3/26` most likely left the century out. */
function yearHint(parts: readonly Part[]): string {
  const last = parts.at(-1);
  const isShort = last?.kind === 'number' && last.word.length === 2 && parts.length > 1;
  if (!isShort) return generalHint;
  const month = parts.find((part) => part.kind === 'month');
  const named = month === undefined ? '' : `${shortMonths[month.number - 1]} `;
  return `Write the year with four figures: ${named}20${last.word}.`;
}

function refuse(message: string): PartialDateReading {
  return { ok: false, message };
}

function monthName(month: number): string {
  const name = months[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
