/**
 * The date that a note names in its own words: “in March 2024”, “last spring”, “two weeks ago”, “gestern”. Read in English,
 * German, French, Spanish and Portuguese. A date is no more precise than its words: a season or a quarter is a year, “last
 * week” a month. What lies after today is no date of something done, and what can be two dates is none.
 */
import { daysInMonth, readPartialDate } from './partial-date.ts';

export interface DateInText {
  /** `2024`, `2024-03` or `2024-03-15`. */
  readonly date: string;
  /** The words it was read from. */
  readonly from: string;
}

/** More of a note is not looked at: what was done when stands in its first sentences. */
const mostCharacters = 5_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'janeiro'],
  ['february', 'feb', 'februar', 'février', 'febrero', 'fevereiro'],
  ['march', 'mar', 'märz', 'mär', 'mars', 'marzo', 'março'],
  ['april', 'apr', 'avril', 'abril'],
  ['may', 'mai', 'mayo', 'maio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'julho'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setiembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'diciembre', 'dezembro'],
];
const monthOf = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const weekdayNames: readonly string[] = [
  'sunday|sonntag|dimanche|domingo',
  'monday|montag|lundi|lunes|segunda-feira',
  'tuesday|dienstag|mardi|martes|terça-feira',
  'wednesday|mittwoch|mercredi|miércoles|quarta-feira',
  'thursday|donnerstag|jeudi|jueves|quinta-feira',
  'friday|freitag|vendredi|viernes|sexta-feira',
  'saturday|samstag|samedi|sábado',
];
const weekdayOf = new Map(weekdayNames.flatMap((names, at) => names.split('|').map((name) => [name, at] as const)));
const countOf = new Map<string, number>(
  [
    'a an one ein einem einer eine un une uno una um uma',
    'two couple zwei deux dos dois duas',
    'three drei trois tres três',
    'four vier quatre cuatro quatro',
    'five fünf cinq cinco',
    'six sechs seis',
    'seven sieben sept siete sete',
    'eight acht huit ocho oito',
    'nine neun neuf nueve nove',
    'ten zehn dix diez dez',
    'eleven elf onze once',
    'twelve zwölf douze doce doze',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
);

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const month = `(?<month>${longestFirst(monthOf.keys())})\\.?`;
const year = `(?<year>(?:19|20)\\d{2}|['’]\\d{2})(?!\\d|[.,]\\d|-\\d)`;
const ofYear = `,?\\s(?:of |de |del |do |des Jahres )?${year}`;
const count = `(?<count>\\d{1,3}|${longestFirst(countOf.keys())})`;
const before = '(?<![\\p{L}\\p{N}#@/+_.\\-])';
const after = '(?![\\p{L}\\p{N}_])';
const lead =
  '(?:(?:back )?(?:in|on|during|since|from|until|by|around|as of|early in|late in|am|im|vom|seit|bis|ab|zum|anfang|mitte|ende|en|le|el|au|du|depuis|desde|em|no|na|fin|début|mi)\\s(?:the |early |late |mid[- ]|der |dem |des |mese de )?)';

type Read = (found: Readonly<Record<string, string | undefined>>, today: Day, words: string) => string | null;

const two = (number: number): string => String(number).padStart(2, '0');
const dayText = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

function daysBefore(today: Day, days: number): Day {
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day) - days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function monthBefore(today: Day, months: number): string {
  const at = today.year * 12 + today.month - 1 - months;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`;
}

/** `'24` is this century’s, unless that is yet to come. */
function yearOf(text: string | undefined, today: Day): number | null {
  if (text === undefined) return null;
  if (text.length === 4) return Number(text);
  const short = 2000 + Number(text.slice(1));
  return short > today.year ? short - 100 : short;
}

const readMonth: Read = (found, today) => {
  const number = monthOf.get((found.month ?? '').toLowerCase());
  if (number === undefined) return null;
  const day = found.day === undefined ? null : Number(found.day);
  const stated = yearOf(found.year, today);
  const dateIn = (inYear: number): string | null => {
    if (day === null) return `${inYear}-${two(number)}`;
    return day >= 1 && day <= daysInMonth(inYear, number) ? dayText({ year: inYear, month: number, day }) : null;
  };
  if (stated !== null) return dateIn(stated);
  // without a year it was the last such month; in lower case “may” and “march” are other words
  if (/^(?:may|march|mar|august|jan|sept|dec|mai)$/.test(found.month ?? '')) return null;
  const own = dateIn(today.year);
  const last = dateIn(today.year - 1);
  return own !== null && own <= dayText(today).slice(0, own.length) ? own : last;
};

const unitPatterns: readonly (readonly [RegExp, (today: Day, count: number) => string])[] = [
  [/^(?:day|tag|jour|d[ií]a)/iu, (today, n) => dayText(daysBefore(today, n))],
  [/^(?:week|woche|semaine|semana)/iu, (today, n) => dayText(daysBefore(today, 7 * n))],
  [/^(?:month|monat|mois|mes|mês)/iu, (today, n) => monthBefore(today, n)],
  [/^(?:year|jahr|an|año|ano)/iu, (today, n) => String(today.year - n)],
];
const unit =
  '(?<unit>days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|années?|d[ií]as?|semanas?|mes(?:es)?|mês|años?|anos?)';

const readAgo: Read = (found, today) => {
  const written = (found.count ?? '').toLowerCase();
  const number = /^\d+$/.test(written) ? Number(written) : countOf.get(written);
  const own = unitPatterns.find(([pattern]) => pattern.test(found.unit ?? ''));
  return number === undefined || own === undefined ? null : own[1](today, number);
};

const readLast: Read = (found, today) => {
  const name = (found.unit ?? '').toLowerCase();
  if (/^(?:week|woche|semaine|semana)/.test(name)) return dayText(daysBefore(today, 7)).slice(0, 7);
  if (/^(?:month|monat|mois|mes|mês)/.test(name)) return monthBefore(today, 1);
  if (/^(?:quarter|quartal|trimest)/.test(name)) return monthBefore(today, 3).slice(0, 4);
  return String(today.year - 1);
};

/** The months of a season in the north; in the south it is the other half of the same year, or of one beside it. */
const seasonStarts: readonly (readonly [RegExp, number])[] = [
  [/^(?:spring|früh|printemps|primavera)/iu, 3],
  [/^(?:summer|sommer|été|verano|verão)/iu, 6],
  [/^(?:autumn|fall|herbst|automne|otoño|outono)/iu, 9],
  [/^(?:winter|hiver|invierno|inverno)/iu, 12],
];
const season =
  '(?<season>spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|verão|otoño|outono|invierno|inverno)';

const readSeason: Read = (found, today) => {
  const stated = yearOf(found.year, today);
  if (stated !== null) return String(stated);
  const start = seasonStarts.find(([pattern]) => pattern.test(found.season ?? ''))?.[1];
  if (start === undefined) return null;
  // a winter is named by the year in which it ends; one that has not ended is not the last
  if (start === 12) return String(today.month >= 3 ? today.year : today.year - 1);
  return String(today.month >= start + 3 ? today.year : today.year - 1);
};

const readWeekday: Read = (found, today) => {
  const wanted = weekdayOf.get((found.weekday ?? '').toLowerCase());
  if (wanted === undefined) return null;
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  return dayText(daysBefore(today, (now - wanted + 7) % 7 || 7));
};

const dayWords: readonly (readonly [string, number])[] = [
  ['the day before yesterday|vorgestern|avant-hier|anteayer|antier|anteontem', 2],
  ['yesterday|last night|gestern|ayer|ontem', 1],
  ["today|this morning|this afternoon|heute|aujourd[’']hui|hoy|hoje", 0],
];
const dayWordOf = (words: string): number | undefined =>
  dayWords.find(([names]) => new RegExp(`^(?:${names})$`, 'iu').test(words))?.[1];

/** “hier” is yesterday in French and here in German. */
const isFrench = (text: string): boolean =>
  /(?<!\p{L})(?:le|la|les|des|du|une|nous|avons|été|à|et|est|j[’']ai|pour|avec)(?!\p{L})/iu.test(text) &&
  !/(?<!\p{L})(?:der|die|das|und|ist|wir|ich|nicht|mit)(?!\p{L})/iu.test(text);

/** What is counted, so that “in 2000 files” names no year. */
const notCounted =
  '(?!\\s(?:\\p{Ll}+s|people|rows?|loc)(?!\\p{L})(?<!\\s(?:this|was|as|is|its|plus|thus|across|always)))';

const patterns: readonly (readonly [string, Read])[] = [
  [
    `(?<iso>(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![\\-.]?\\d)`,
    (found) => found.iso ?? null,
  ],
  [
    `${lead}?(?<typed>\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2})(?![./]?\\d)`,
    (found) => {
      const read = readPartialDate(found.typed ?? '');
      return read.ok ? read.value : null;
    },
  ],
  [`${lead}?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?\\s(?:of |de |d[’'])?${month}${ofYear}`, readMonth],
  [`${lead}?${month}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s${year}`, readMonth],
  [`${lead}?${month}${ofYear}`, readMonth],
  [`${lead}?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?\\s(?:of |de |d[’'])?${month}`, readMonth],
  [`${lead}?${month}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\s?%|[.,:]?\\d)`, readMonth],
  [
    `(?:${lead}(?:last |this |letzten |vergangenen )?|last |this |letzten |vergangenen )${month}(?: dernier| pasado| passado)?`,
    readMonth,
  ],
  [
    `${lead}?(?:the )?(?:q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th|[1-4]\\.) (?:quarter|quartal)(?: of)?|t[1-4])[ /-]?\\s?${year}`,
    (found, today) => String(yearOf(found.year, today)),
  ],
  [`(?<year>(?:19|20)\\d{2})[ -/]?q[1-4]`, (found) => found.year ?? null],
  [
    `(?:in|en|em|im)\\sq(?<quarter>[1-4])`,
    (found, today) => String(3 * Number(found.quarter) - 2 <= today.month ? today.year : today.year - 1),
  ],
  [`${lead}?(?:last|this past|letzte[nrms]?|vergangene[nrms]?)\\s${season}`, readSeason],
  [
    `(?:l[’']|le |au |la |el |na |no |en |em )?(?:dernier |dernière )?${season}\\s(?:dernier|dernière|pasad[oa]|passad[oa])`,
    readSeason,
  ],
  [`${lead}?${season}(?: of| de| des Jahres)?\\s${year}`, readSeason],
  [`${count}(?:\\s(?:of\\s)?|-)${unit}\\s(?:ago|earlier|atrás)`, readAgo],
  [`a couple of ${unit}\\s(?:ago|earlier)`, (found, today, words) => readAgo({ ...found, count: 'two' }, today, words)],
  [`(?:vor|il y a|hace|há)\\s${count}\\s${unit}`, readAgo],
  [
    `${lead}?(?:last|previous|letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)\\s(?<unit>week|month|quarter|year|woche|monat|quartal|jahr)`,
    readLast,
  ],
  [
    `(?:la |le |l[’']|el |na |no )?(?<unit>semaine|mois|année|an|semana|mes|mês|año|ano|trimestre)\\s(?:dernier|dernière|pasad[oa]|passad[oa])`,
    readLast,
  ],
  [`this month|diesen monat|ce mois-ci|este mes|este mês`, (_, today) => dayText(today).slice(0, 7)],
  [`(?:earlier )?this year|dieses jahr|cette année|este año|este ano`, (_, today) => String(today.year)],
  [`(?:on |last |this |am |letzten |vergangenen |el |na )(?<weekday>${longestFirst(weekdayOf.keys())})`, readWeekday],
  [`(?<weekday>${longestFirst(weekdayOf.keys())}) (?:dernier|pasado|passada)`, readWeekday],
  [
    `the day before yesterday|vorgestern|avant-hier|anteayer|antier|anteontem|yesterday|last night|gestern|ayer|ontem|today|this morning|this afternoon|heute|aujourd[’']hui|hoy|hoje`,
    (_, today, words) => {
      const days = dayWordOf(words);
      return days === undefined ? null : dayText(daysBefore(today, days));
    },
  ],
  [
    `(?:back in|in|during|since|throughout|im jahre?|in den|seit|en|em|depuis|desde|early|late|anfang|ende|mitte|début|fin|mid)\\s(?:the year |early |late |mid-?)?(?<year>(?:19|20)\\d{2})(?!\\d|[.,:]\\d|-\\d|\\s?%)${notCounted}`,
    (found) => found.year ?? null,
  ],
];
const compiledPatterns = patterns.map(
  ([source, read]) => [new RegExp(`${before}(?:${source})${after}`, 'giu'), read] as const,
);

/** Finds the date a text names first; null where it names none, or none that has come. `today` is `2026-03-15`. */
export function dateInText(text: string, today: string): DateInText | null {
  const given = text.slice(0, mostCharacters);
  const [yearNow = 0, monthNow = 1, dayNow = 1] = today.split('-').map(Number);
  const now: Day = { year: yearNow, month: monthNow, day: dayNow };
  const matches: Found[] = [];
  const offer = (at: number, words: string, date: string | null) => {
    const isPast = date !== null && date <= today.slice(0, date.length) && date >= '1900';
    matches.push({ at, end: at + words.length, words, date: isPast ? date : null });
  };
  for (const [pattern, read] of compiledPatterns)
    for (const match of given.matchAll(pattern)) offer(match.index, match[0], read(match.groups ?? {}, now, match[0]));
  const french = /(?<![\p{L}-])hier(?!\p{L})/iu.exec(given);
  if (french !== null && isFrench(given)) offer(french.index, french[0], dayText(daysBefore(now, 1)));
  // of those that begin first the longest; within “March 2027”, which is yet to come, “March” is no date either
  const first = matches
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
    .find(
      (match, _, sorted) =>
        match.date !== null &&
        !sorted.some(
          (other) => other.at <= match.at && other.end >= match.end && other !== match && isLonger(other, match),
        ),
    );
  return first?.date == null ? null : { date: first.date, from: first.words };
}

interface Found {
  readonly at: number;
  readonly end: number;
  readonly words: string;
  readonly date: string | null;
}

const isLonger = (a: Found, b: Found): boolean => a.end - a.at > b.end - b.at;
