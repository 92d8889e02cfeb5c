/** How dates and periods are written: in the interface (English) and on paper (in the language of the document). */

/** What “until now” is called on paper; other languages fall back to English. */
const presentWords: Readonly<Record<string, string>> = {
  en: 'present',
  cs: 'dosud',
  da: 'nu',
  de: 'heute',
  es: 'actualidad',
  et: 'praegu',
  fi: 'nykyhetki',
  fr: 'aujourd’hui',
  hu: 'jelenleg',
  it: 'presente',
  nb: 'nå',
  nl: 'heden',
  pl: 'obecnie',
  pt: 'presente',
  sv: 'nu',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A partial date in words, no more precise than it is: `2026`, `Mar 2026`, `15 Mar 2026`. */
export function partialDateText(date: string, language = 'en'): string {
  if (date.length === 4) return date;
  if (isEnglish(language)) {
    const month = `${shortMonth(date)} ${date.slice(0, 4)}`;
    return date.length === 7 ? month : `${Number(date.slice(8, 10))} ${month}`;
  }
  const day: Intl.DateTimeFormatOptions = date.length === 7 ? {} : { day: 'numeric' };
  return format(language, { ...day, month: 'short', year: 'numeric' }, date);
}

/** A period for the interface: `Jun to Sep 2026`, `2024 to now`, `14 Nov 2026`; empty without a date. */
export function periodText(start: string | null, end: string | null, isOngoing: boolean): string {
  if (isOngoing) return start === null ? 'Ongoing' : `${partialDateText(start)} to now`;
  if (start === null || end === null || start === end) {
    const only = end ?? start;
    return only === null ? '' : partialDateText(only);
  }
  return `${shortened(start, end)} to ${partialDateText(end)}`;
}

/** A period for paper, with an en dash: `Apr 2023 – present`, `2018 – 2022`; empty without a date. */
export function paperPeriod(start: string | null, end: string | null, isCurrent: boolean, language = 'en'): string {
  const from = start === null ? null : partialDateText(start, language);
  const to = isCurrent ? presentWord(language) : end === null ? null : partialDateText(end, language);
  if (from === null || to === null || from === to) return from ?? to ?? '';
  return `${from} – ${to}`;
}

/** A whole day with its month in full: `21 November 2026`. */
export function longDateText(day: string): string {
  return `${Number(day.slice(8, 10))} ${format('en', { month: 'long' }, day)} ${day.slice(0, 4)}`;
}

/** A whole day as a heading of today: `Saturday 21 November`. */
export function weekdayText(day: string): string {
  const weekday = format('en', { weekday: 'long' }, day);
  return `${weekday} ${Number(day.slice(8, 10))} ${format('en', { month: 'long' }, day)}`;
}

/** The start without what it has in common with the end, as one would say it. */
function shortened(start: string, end: string): string {
  const isSameKind = start.length === end.length;
  if (isSameKind && start.length === 10 && start.slice(0, 7) === end.slice(0, 7))
    return String(Number(start.slice(8, 10)));
  if (isSameKind && start.length > 4 && start.slice(0, 4) === end.slice(0, 4)) {
    return start.length === 7 ? shortMonth(start) : `${Number(start.slice(8, 10))} ${shortMonth(start)}`;
  }
  return partialDateText(start);
}

function shortMonth(date: string): string {
  return format('en', { month: 'short' }, date);
}

function presentWord(language: string): string {
  return presentWords[language.slice(0, 2).toLowerCase()] ?? 'present';
}

function isEnglish(language: string): boolean {
  return language.slice(0, 2).toLowerCase() === 'en';
}

/** Formats in UTC, so that no time zone moves a day; an unknown language falls back to English. */
function format(language: string, options: Intl.DateTimeFormatOptions, date: string): string {
  const key = `${language} ${Object.keys(options).join()} ${Object.values(options).join()}`;
  let known = formats.get(key);
  if (!known) {
    known = makeFormat(language, options);
    formats.set(key, known);
  }
  return known.format(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)) || 1));
}

function makeFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}
