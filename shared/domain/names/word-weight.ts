/**
 * What the words of a name weigh when it is told from others. “Product management” and “Project management” share a word
 * that hundreds of names have, and differ in the one that tells what they are about: they are two things, however many
 * letters they share.
 */

/** Words that may stand behind any subject and leave it what it is: “incident response management”. */
const emptyWords = new Set(
  (
    'administration approach basic concept development engagement engineering experience expertise fundamental knowledge ' +
    'management method methodology platform practice principle process programming service skill software solution ' +
    'technique technology tool tooling work workload'
  ).split(' '),
);

/** Words that name a side of a thing: alone they tell as little, and at the end of a name they make it another thing. */
const sideWords = new Set(
  (
    'analysis analytics architecture assurance audit automation collaboration communication compliance control ' +
    'coordination culture delivery design documentation governance improvement infrastructure leadership maintenance ' +
    'modelling modeling monitoring operation optimisation optimization planning policy quality reporting research review ' +
    'risk security standard strategy support system team test testing training writing'
  ).split(' '),
);

/** Whether a word leaves open what a name is about. */
const isGeneric = (word: string) => emptyWords.has(word) || sideWords.has(word);

/** So many letters at the beginning of two longer words make them forms of one: “operations”, “operational”. */
const stemLength = 5;

/** The words of a name in their order, and the one it is a kind of: in “review of code” the review. */
export interface WeighedName {
  readonly words: readonly string[];
  readonly head: string;
}

/**
 * Whether names that share words may be one thing: they share a word that tells what they are about, or two that do not;
 * each has no word of its own that tells as much as what they share; and neither is of another kind, such as the security of what the
 * other is.
 */
export function mayBeOneThing(a: WeighedName, b: WeighedName, isOneWord: (a: string, b: string) => boolean): boolean {
  const isSame = (word: string, other: string) => word === other || isOneWord(word, other) || haveOneStem(word, other);
  const ownWords = (name: WeighedName, other: WeighedName) =>
    name.words.filter((word) => !other.words.some((otherWord) => isSame(word, otherWord)));
  const [onlyA, onlyB] = [ownWords(a, b), ownWords(b, a)];
  const shared = a.words.filter((word) => !onlyA.includes(word));
  if (shared.length < 2 && shared.every(isGeneric)) return false;
  const tells = (word: string) => !emptyWords.has(word);
  const apart = Math.max(onlyA.filter(tells).length, onlyB.filter(tells).length);
  const isEachMore = onlyA.some(tells) && onlyB.some(tells);
  if (isEachMore && shared.filter((word) => !isGeneric(word)).length <= apart) return false;
  const isOtherKind = (head: string, own: readonly string[]) => own.includes(head) && tells(head);
  return !isOtherKind(a.head, onlyA) && !isOtherKind(b.head, onlyB);
}

function haveOneStem(a: string, b: string): boolean {
  if (`${a}ing` === b || a === `${b}ing`) return true;
  return Math.min(a.length, b.length) > stemLength && a.slice(0, stemLength) === b.slice(0, stemLength);
}
