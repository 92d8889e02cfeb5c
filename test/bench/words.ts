/** Invented prose: the same seed writes the same words, with the frequencies of a natural language. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Words that people use of their work, the common ones first. */
const common = `the to and of a in for with on that we it by from was is as after before their our all one each month
  team customers service data model report review release week quarter build test plan pipeline latency cost budget
  deploy migration design support incident query dashboard contract supplier training onboarding interview meeting
  warehouse forecast index cache queue backlog roadmap storage network security audit access policy invoice payment
  checkout search ranking recommendation catalogue pricing stock delivery route sensor battery site nightly weekly
  manual automatic slow fast broken stable shared single second third first last every early late small large
  measured reduced replaced wrote moved split joined removed added agreed explained taught led hired planned shipped
  rebuilt tested traced found fixed documented reviewed presented negotiated halved doubled errors failures outages
  alerts tickets requests orders users engineers analysts managers partners colleagues auditors clients suppliers
  schema table column partition batch stream event message consumer producer retry timeout rollback backup restore
  library framework interface component screen form page accessibility keyboard contrast translation language
  experiment hypothesis baseline feature label dataset evaluation precision recall drift retraining inference
  proposal decision trade-off estimate risk scope deadline milestone handover rotation postmortem runbook playbook`
  .split(/\s+/)
  .filter(Boolean);

const syllables =
  'ar bel cor dan el fin gar hal is jor kel lin mor nes ol pen quin ros sal tor ul ven wes yar zan'.split(' ');

/** Names of products, projects and places: the long tail that makes a search worth having. */
const rare = Array.from({ length: 6_000 }, (_, at) => {
  const word = [at % 25, Math.floor(at / 25) % 25, Math.floor(at / 625) % 25].map((part) => syllables[part]).join('');
  return at % 3 === 0 ? `${word}${syllables[at % 7]}` : word;
});

/** A word: four in five are common, the more so the further to the front of the list. */
export function word(random: Random): string {
  if (random() < 0.2) return pick(random, rare);
  return common[Math.floor(common.length * random() ** 2)] as string;
}

export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

/** Sentences of this many words in all. */
export function prose(random: Random, count: number): string {
  const sentences: string[] = [];
  for (let left = count; left > 0; ) {
    const length = Math.min(left, 8 + Math.floor(random() * 14));
    const text = words(random, length);
    sentences.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
    left -= length;
  }
  return sentences.join(' ');
}

/** What somebody types into a search, key by key: the text after each key. */
export function keystrokes(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1)).filter((typed) => typed.trim() === typed);
}

/** Searches of every kind: common and rare words, several words, an accent, a part of a word. */
export const searches: readonly string[] = [
  'migration',
  'checkout latency',
  rare[4_321] as string,
  'retraining drift',
  'weekly report review',
  rare[77] as string,
  'rollback',
  'tracé',
];
