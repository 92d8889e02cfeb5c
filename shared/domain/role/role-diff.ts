/** Differences between two editions of a role spec, told by what identifies each row, and put into a third. */
import type { RoleChange, ShownChange } from '../../api/role-change.ts';
import type { RoleContent } from '../../api/role-content.ts';
import { type RoleList, roleFieldNames, roleListNames, roleLists } from '../../vocabulary/role-shape.ts';
import { changeWords, rowWords, type ScaleWords, valueWords } from './change-words.ts';
import {
  comparedRow,
  fieldOf,
  isSameValue,
  keysOf,
  numberKeys,
  pairByLikeness,
  pairRows,
  type Row,
  rowsOf,
  signatureOf,
  splitKey,
} from './role-rows.ts';

/** A change of a row, whichever list it is of. */
interface RowChange {
  readonly list: RoleList;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
  readonly rank: number;
}

/** So like must a row of a third edition be to be changed in the place of one that is not there. */
const sureRow = 0.8;

/** What leads from one edition to the other. Where a row stood in its document, and in which order, is no difference. */
export function diffRoles(from: RoleContent, to: RoleContent): RoleChange[] {
  const changes: (RoleChange | RowChange)[] = [];
  for (const field of roleFieldNames) {
    const before = fieldOf(from, field);
    const after = fieldOf(to, field);
    if (!isSameValue(before, after)) changes.push({ field, before, after });
  }
  for (const list of roleListNames) changes.push(...diffRows(list, rowsOf(from, list), rowsOf(to, list)));
  return changes as RoleChange[];
}

function diffRows(list: RoleList, from: readonly Row[], to: readonly Row[]): RowChange[] {
  const { pairs, gone, added } = pairRows(list, from, to);
  const keys = numberKeys(keysOf(list, from));
  const changed = pairs
    .filter(([a, b]) => signatureOf(list, from[a] as Row) !== signatureOf(list, to[b] as Row))
    .map(([a, b]) => ({ list, key: keys[a] as string, before: from[a] as Row, after: to[b] as Row, rank: b }))
    .sort((a, b) => a.rank - b.rank);
  return [
    ...changed,
    ...added.map(({ place, key }) => ({ list, key, before: null, after: to[place] as Row, rank: place })),
    ...gone.map((place) => ({
      list,
      key: keys[place] as string,
      before: from[place] as Row,
      after: null,
      rank: place,
    })),
  ];
}

/** Tells a change from all others of the same two editions. */
export function changeId(change: RoleChange): string {
  return 'field' in change ? `field ${change.field}` : `${change.list} ${change.key}`;
}

/** The same difference the other way round. */
export function inverseOf(change: RoleChange): RoleChange {
  return { ...change, before: change.after, after: change.before } as RoleChange;
}

/**
 * Puts changes into a role spec, which need not be the edition they were told from: of a changed row only what the
 * change touches is replaced. What is as the change wants it already stays; `missed` names the changes whose row is not
 * there. The order of the changes does not matter.
 */
export function applyChanges(
  role: RoleContent,
  changes: readonly RoleChange[],
): { role: RoleContent; missed: RoleChange[] } {
  const result: Record<string, unknown> = { ...role };
  const missed: RoleChange[] = [];
  for (const change of changes) {
    if (!('field' in change)) continue;
    if (change.field === 'title' && change.after === null) missed.push(change);
    else if (change.after !== null) result[change.field] = change.after;
    else if (change.field === 'stack') result.stack = [];
    else delete result[change.field];
  }
  // sections first: rows of the other lists say in which section they stand
  let sectionOf: ReadonlyMap<number, number> | null = null;
  for (const list of [...roleListNames].reverse()) {
    const ofList = (changes.filter((change) => !('field' in change) && change.list === list) as RowChange[]).sort(
      (a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1),
    );
    if (ofList.length === 0 && (list === 'sections' || sectionOf === null)) continue;
    const applied = applyRows(list, rowsOf(role, list), ofList, sectionOf);
    if (list === 'sections') sectionOf = applied.movedTo;
    result[list] = applied.rows;
    missed.push(...(applied.missed as RoleChange[]));
  }
  return { role: result as RoleContent, missed };
}

interface AppliedRows {
  readonly rows: Row[];
  readonly missed: RowChange[];
  /** Old place → new place of the rows that are still there. */
  readonly movedTo: ReadonlyMap<number, number>;
}

function applyRows(
  list: RoleList,
  rows: readonly Row[],
  changes: readonly RowChange[],
  sectionOf: ReadonlyMap<number, number> | null,
): AppliedRows {
  const { claimed, missed } = claimRows(list, rows, changes);
  const resultRows: { readonly old: number | null; readonly row: Row }[] = [];
  rows.forEach((row, place) => {
    const change = claimed.get(place);
    if (change && change.after === null) return;
    const changed = change?.after && change.before ? mergeRow(list, row, change.before, change.after) : row;
    resultRows.push({ old: place, row: moveSection(changed, sectionOf) });
  });
  const isThere = standsIn(list, rows);
  const additions = changes.filter((change) => change.before === null && change.after !== null && !isThere(change));
  for (const { rank, after } of additions) {
    const place = Math.min(rank, resultRows.length);
    resultRows.splice(place, 0, { old: null, row: withSection(list, after as Row, resultRows[place - 1]?.row) });
  }
  const movedTo = new Map<number, number>();
  resultRows.forEach(({ old }, place) => {
    if (old !== null) movedTo.set(old, place);
  });
  return { rows: resultRows.map(({ row }) => row), missed, movedTo };
}

/** Which row each change is about: the one that says the same, else the one of its key, else the most alike. */
function claimRows(list: RoleList, rows: readonly Row[], changes: readonly RowChange[]) {
  const keys = keysOf(list, rows);
  const signatures = rows.map((row) => signatureOf(list, row));
  const claimed = new Map<number, RowChange>();
  let left = changes.filter((change) => change.before !== null);
  const claim = (find: (change: RowChange) => number) => {
    left = left.filter((change) => {
      const place = find(change);
      if (place < 0) return true;
      claimed.set(place, change);
      return false;
    });
  };
  const free = (place: number) => !claimed.has(place);
  const keyOf = (change: RowChange) => splitKey(change.key).key;
  const exact = (row: Row | null) => (row === null ? '' : signatureOf(list, row));
  claim((change) => {
    const wanted = exact(change.before);
    const key = keyOf(change);
    const ofKey = rows.findIndex((_, place) => free(place) && signatures[place] === wanted && keys[place] === key);
    return ofKey >= 0 ? ofKey : rows.findIndex((_, place) => free(place) && signatures[place] === wanted);
  });
  // what stands there already as the change wants it needs no second change
  claim((change) => {
    if (change.after === null) return -1;
    const wanted = exact(change.after);
    return rows.findIndex((_, place) => free(place) && signatures[place] === wanted);
  });
  claim((change) => {
    const { key, nth } = splitKey(change.key);
    const places = keys.flatMap((other, place) => (other === key ? [place] : []));
    const best = places[nth - 1];
    if (best !== undefined && free(best)) return best;
    return places.find(free) ?? -1;
  });
  // to take a row out, being like it is not enough
  const asking = left.filter((change) => change.after !== null);
  const open = rows.flatMap((_, place) => (free(place) ? [place] : []));
  const pairs = pairByLikeness(
    list,
    asking.map((change) => change.before as Row),
    open.map((place) => rows[place] as Row),
    sureRow,
  );
  const placeOf = new Map(pairs.map(([a, b]) => [asking[a], open[b] as number]));
  claim((change) => placeOf.get(change) ?? -1);
  // a row to be taken out that is not there is as the change wants it
  return { claimed, missed: left.filter((change) => change.after !== null) };
}

/** Tells whether a row to be added stands there already. */
function standsIn(list: RoleList, rows: readonly Row[]): (change: RowChange) => boolean {
  const signatures = new Set(rows.map((row) => signatureOf(list, row)));
  const counts = new Map<string, number>();
  for (const key of keysOf(list, rows)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (change) => {
    const { key, nth } = splitKey(change.key);
    return signatures.has(signatureOf(list, change.after as Row)) && (counts.get(key) ?? 0) >= nth;
  };
}

/** The row with what the change touches; the rest stays as it stands, and the words and line of the source follow. */
function mergeRow(list: RoleList, row: Row, before: Row, after: Row): Row {
  const merged: Record<string, unknown> = { ...row };
  for (const key of touchedKeys(list, before, after)) {
    if (after[key] === undefined) delete merged[key];
    else merged[key] = after[key];
  }
  for (const key of roleLists[list].place) if (key !== 'section' && after[key] !== undefined) merged[key] = after[key];
  return merged;
}

/** What of a row differs between two editions of it. */
function touchedKeys(list: RoleList, before: Row, after: Row): string[] {
  const a = comparedRow(list, before);
  const b = comparedRow(list, after);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !isSameValue(a[key], b[key]));
}

function moveSection(row: Row, sectionOf: ReadonlyMap<number, number> | null): Row {
  if (sectionOf === null || typeof row.section !== 'number') return row;
  const { section, ...rest } = row;
  const moved = sectionOf.get(section as number);
  return moved === undefined ? rest : { ...rest, section: moved };
}

/** An added row counts sections of another edition: it is given the section of the row before it. */
function withSection(list: RoleList, row: Row, before: Row | undefined): Row {
  if (list === 'sections') return row;
  const { section: _, ...rest } = row;
  return typeof before?.section === 'number' ? { ...rest, section: before.section } : rest;
}

/** The role spec with lines, numbers, words and sections of an edition wherever a row says the same as one of that edition. */
export function withPlacesOf(role: RoleContent, from: RoleContent): RoleContent {
  const sectionOf = new Map(
    pairRows('sections', rowsOf(from, 'sections'), rowsOf(role, 'sections')).pairs.map(([a, b]) => [a, b]),
  );
  const result: Record<string, unknown> = { ...role };
  for (const list of roleListNames) {
    const rows = [...rowsOf(role, list)];
    const theirs = rowsOf(from, list);
    for (const [a, b] of pairRows(list, theirs, rows).pairs) {
      const source = theirs[a] as Row;
      if (signatureOf(list, source) !== signatureOf(list, rows[b] as Row)) continue;
      const row: Record<string, unknown> = { ...rows[b] };
      for (const key of roleLists[list].place) {
        const value = key === 'section' ? sectionOf.get(source.section as number) : source[key];
        if (value === undefined) delete row[key];
        else row[key] = value;
      }
      rows[b] = row;
    }
    result[list] = rows;
  }
  return result as RoleContent;
}

/**
 * What a newer edition (`theirs`) changes of the one read before (`base`), as shown to somebody whose own version is
 * `mine`. What is so already is left out; `yours` is set where the same place was changed in both.
 */
export function shownChanges(
  base: RoleContent,
  theirs: RoleContent,
  mine: RoleContent,
  scales?: ScaleWords,
): ShownChange[] {
  const shown: ShownChange[] = [];
  const rebase = new Map(roleListNames.map((list) => [list, rebaseRows(list, base, mine)]));
  for (const change of diffRoles(base, theirs)) {
    const id = changeId(change);
    if ('field' in change) {
      const now = fieldOf(mine, change.field);
      if (isSameValue(now, change.after)) continue;
      const yours = isSameValue(now, change.before) ? null : valueWords(now);
      shown.push({ id, change, words: changeWords(change, scales), yours });
      continue;
    }
    const seen = rebase.get(change.list)?.(change as RowChange);
    if (!seen) continue;
    const rebased = seen.change as RoleChange;
    shown.push({ id, change: rebased, words: changeWords(change, scales), yours: seen.yours?.(scales) ?? null });
  }
  return shown;
}

/** Looks a change of a list up in `mine`; null when it is so already. */
function rebaseRows(list: RoleList, base: RoleContent, mine: RoleContent) {
  const before = rowsOf(base, list);
  const now = rowsOf(mine, list);
  const { pairs, added } = pairRows(list, before, now);
  const placeIn = new Map(pairs.map(([a, b]) => [before[a], now[b] as Row]));
  const ownKeys = keysOf(list, now);
  const ownByKey = new Map([...added].reverse().map(({ place }) => [ownKeys[place], now[place] as Row]));
  const ownSignatures = new Set(added.map(({ place }) => signatureOf(list, now[place] as Row)));
  return (change: RowChange): { change: RowChange; yours: ((scales?: ScaleWords) => string) | null } | null => {
    const words = (row: Row) => (scales?: ScaleWords) => rowWords(list, row, scales);
    if (change.before === null) {
      const wanted = signatureOf(list, change.after as Row);
      const same = ownByKey.get(splitKey(change.key).key);
      if (ownSignatures.has(wanted)) return null;
      // both added it, each in their own way: theirs is put over ours rather than beside it
      return same ? { change: { ...change, before: same }, yours: words(same) } : { change, yours: null };
    }
    const ownRow = placeIn.get(change.before);
    if (!ownRow) {
      const wanted = change.after === null ? null : signatureOf(list, change.after);
      if (wanted === null || ownSignatures.has(wanted)) return null;
      return { change: { ...change, before: null }, yours: () => 'Taken out' };
    }
    const isAsItWas = signatureOf(list, ownRow) === signatureOf(list, change.before);
    if (isAsItWas) return { change, yours: null };
    // told against the row as it stands in `mine`, so that it is found there for certain
    if (change.after === null) return { change: { ...change, before: ownRow }, yours: words(ownRow) };
    const merged = mergeRow(list, ownRow, change.before, change.after);
    if (signatureOf(list, merged) === signatureOf(list, ownRow)) return null;
    const statements = [
      comparedRow(list, ownRow),
      comparedRow(list, change.before),
      comparedRow(list, change.after),
    ] as const;
    const isTouched = touchedKeys(list, change.before, change.after).some(
      (key) =>
        !isSameValue(statements[0][key], statements[1][key]) && !isSameValue(statements[0][key], statements[2][key]),
    );
    return { change: { ...change, before: ownRow, after: merged }, yours: isTouched ? words(ownRow) : null };
  };
}
