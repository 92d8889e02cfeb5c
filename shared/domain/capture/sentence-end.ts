/**
 * Where the first sentence of a line ends. A full stop ends none behind an abbreviation, an initial, or the number of a
 * day or rank (“am 3. März”); the segmenter of the platform knows neither, and answers differ with its version.
 */

/** Behind these a capital or a number may follow in the same sentence, whichever it is. */
const abbreviations = new Set(
  (
    'e.g i.e vs approx ca cca circa etc st dr drs mr mrs mx prof hon capt lt sgt inc ltd llc plc co corp bros dept dep est fig figs min max avg resp incl excl ' +
    'pp vol vols ch chap sect para eds eq eqn refs rel cf viz govt univ assoc asst mgr exec tel ext mt ave blvd rd feb apr jun jul aug sep sept oct nov dec tue tues wed thu thur thurs fri ' +
    'mio mrd tsd nr str bzw usw usf inkl exkl zzgl ggf evtl abs abt abb bsp bspw beisp gem geb vgl sog u.a z.b d.h u.u i.d.r z.t o.ä u.ä v.a o.g s.o s.u hr frl dipl ing jhd jh jän mär okt dez sog hrsg verf kap anm anl anh max stv std ' +
    'mme mlle mm env av boul janv févr avr juil déc éd chap p.ex c.-à-d m ste sté ets tél ' +
    'sra dra srta sres ud uds núm pág págs aprox avda cía ee ene abr dic n.º ' +
    'sr jr srs profa eng exmo pág págs séc aprox fev dez dott sig avv ecc'
  ).split(' '),
);
/** Behind these only what they count or cite: “p. 4”, “No. 7”. Elsewhere they end a sentence. */
const beforeNumbers = new Set(
  'p s n no nos nº v l ll ss pg pgs item step phase room bl rn app ed art ref tab sat sun mar set di do sa so mi mo mai mon fr sec jan gen rev op ver bd al'.split(
    ' ',
  ),
);
/** What stands behind the number of a day or a rank. */
const countedWords =
  /^(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|janv|févr|avr|juil|août|déc|quartal|halbjahr|jahrhundert|jahrestag|platz|mal|phase|runde|klasse|semester|auflage|welle|stock|etage|generation|version|liga|preis|rang|grad|ebene|lesung|stelle|teil|kapitel|woche|monat|tag|jahr|sprint|release|iteration)/iu;
/** What stands before it, and lets a capital follow. */
const beforeRank =
  /^(?:am|vom|zum|zur|bis|ab|seit|im|in|der|die|das|dem|den|des|beim|vor|nach|und|–|-|den|mein|meine|meinem|meinen|meiner|unser|unsere|unserem|unseren|unserer|ihr|ihre|ein|eine|jeder|jede|jedes|jeden|jedem|dieser|dieses|diesem|diesen|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|montag,|dienstag,|mittwoch,|donnerstag,|freitag,|samstag,|sonntag,|mo\.,|di\.,|mi\.,|do\.,|fr\.,|sa\.,|so\.,)$/iu;
const closers = '.!?"”’»)]';

/** One past the end of the first sentence of a line. */
export function sentenceEnd(line: string): number {
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if ('。！？｡'.includes(sign)) return closedAt(line, at + 1, '”’」』）"');
    if (sign === '।' || sign === '؟' || sign === '۔') return closedAt(line, at + 1, closers);
    if (!'.!?'.includes(sign)) continue;
    const end = closedAt(line, at + 1, closers);
    if (end >= line.length) return line.length;
    if (isSpace(line[end]) && !goesOn(line, at, end)) return end;
    at = end - 1;
  }
  return line.length;
}

function closedAt(line: string, from: number, signs: string): number {
  let end = from;
  while (end < line.length && signs.includes(line[end] ?? '')) end += 1;
  return end;
}

/** Whether the sentence goes on behind the sign at `at`. */
function goesOn(line: string, at: number, end: number): boolean {
  const next = wordFrom(line, end);
  const first = /[\p{L}\p{N}]/u.exec(next)?.[0] ?? '';
  // what goes on in lower case is no new sentence, but for “iPhone”, which nobody can tell
  if (first !== '' && first === first.toLowerCase() && first !== first.toUpperCase()) return true;
  if (line[at] !== '.' || (end > at + 1 && line[at + 1] === '.')) return false;
  const word = wordBefore(line, at);
  const isNumberNext = /^[\d§]/.test(next);
  const bare = word.replace(/^[("“„«[]+/, '');
  const lower = bare.toLowerCase();
  const before = wordBefore(line, at - word.length);
  // “5 min.” is a unit, and may end a sentence
  if (abbreviations.has(lower)) return !(units.has(lower) && /\d$/.test(before));
  if (lower === 'al' && before.toLowerCase() === 'et') return true;
  if (lower === 'ms' && bare === 'Ms') return true;
  if (beforeNumbers.has(lower)) return isNumberNext || /^\p{Lu}$/u.test(bare);
  // an initial: “J. Smith”, “z. B.”; not the unit in “9 s.” nor “Plan B.”
  if (/^\p{L}$/u.test(bare)) return bare !== lower || isInitialBefore(line, end);
  // “U.S. Army”, but “at 9 p.m. Everybody”
  if (/^(?:\p{L}\.)+\p{L}$/u.test(bare)) return !/^[ap]\.m$/.test(lower) && !sentenceStarts.test(next);
  if (/^\d{1,3}$/.test(bare)) return isRank(line, at - word.length, next);
  if (/^\d{1,2}\.\d{1,2}$/.test(bare)) return countedWords.test(next);
  return isConsonants(bare);
}

/** “z. B.”: a letter, a stop, and another letter with a stop. */
const isInitialBefore = (line: string, end: number): boolean => /^\s\p{L}\./u.test(line.slice(end, end + 4));

/** Words that begin a sentence, and no name behind an abbreviation of capitals. */
const sentenceStarts = /^(?:The|A|An|We|I|It|This|That|Then|They|He|She|In|On|At|Our|My)$/;

/** The number of a day or rank: by what stands behind it, or by an article before it. */
function isRank(line: string, from: number, next: string): boolean {
  if (countedWords.test(next)) return true;
  const before = wordBefore(line, from);
  if (before === '') return line.slice(0, from).trim() === '';
  return /^\p{Lu}/u.test(next) && beforeRank.test(before);
}

/** “Nr”, “Hrsg”, “Mrs”: no vowel, and no name of capitals such as SQL. */
const isConsonants = (word: string): boolean =>
  /^\p{L}?\p{Ll}{1,5}$/u.test(word) &&
  !/[aeiouyäöüáàâéèêëíìîïóòôúùûåæøœ]/iu.test(word) &&
  /^\p{sc=Latin}+$/u.test(word) &&
  !units.has(word.toLowerCase());

const units = new Set(
  'min max std m ms ns km kg cm mm ml mg kb mb gb tb kw kwh db hz mhz ghz px pt rs hrs hr bn tn js ts css html cpp h'.split(
    ' ',
  ),
);

function wordBefore(line: string, before: number): string {
  const text = line.slice(Math.max(0, before - 60), before).trimEnd();
  return /\S{1,40}$/.exec(text)?.[0] ?? '';
}

function wordFrom(line: string, from: number): string {
  return /^\s*["“„«(]*([^\s]{0,40})/.exec(line.slice(from, from + 60))?.[1] ?? '';
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);
