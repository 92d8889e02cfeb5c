/** Parts of a line joined, so that no mark stands twice where they meet. */

/** A comma or its like at the end of a part says no more than the one that joins it. */
const separatorAtEnd = /[\s,;:·،؛，、；：]+$/u;
const separatorAtStart = /^[\s,;·،؛，、；]+/u;
const stopAtEnd = /[.!?…。！？؟۔][)\]"'”’»]*$/u;

/** “Ferries, Lisbon”, and “Ferries on the Tagus. Lisbon”; parts that say nothing are left out. */
export function joinParts(parts: readonly string[]): string {
  const [first = '', ...rest] = parts.map((part) => part.trim()).filter((part) => /[^\s,;:·.،؛，、；：]/u.test(part));
  return rest.reduce((line, part) => {
    const before = beforeJoin(line);
    return `${before}${joinSign(before)}${part.replace(separatorAtStart, '')}`;
  }, first);
}

/** A part as it stands before another one. */
export function beforeJoin(text: string): string {
  return text.replace(separatorAtEnd, '');
}

/** What stands between a part and the next: after a stop, an abbreviation's too, no comma. */
export function joinSign(before: string): string {
  return stopAtEnd.test(before) ? ' ' : ', ';
}

/** Things of a list with commas between them; a stop behind one of them is not its own, unless it is an abbreviation. */
export function listed(things: readonly string[]): string {
  return things
    .map((thing) => beforeJoin(thing).replace(/(?<=^[^.]*\p{L}{4})\.$/u, ''))
    .filter((thing) => thing !== '')
    .join(', ');
}

/** A sentence with one stop at its end. */
export function sentence(text: string): string {
  return stopAtEnd.test(text) ? text : `${beforeJoin(text)}.`;
}
