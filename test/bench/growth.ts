/**
 * What a hundred times the record costs. Growth like the logarithm of the record would make 100,000 accomplishments
 * take 5/3 of what 1,000 take. The budget is twice that, since a tree of three levels has three places to miss the
 * cache, and whatever stays below a time nobody notices holds whatever its ratio.
 */
import { endSession, startSession } from '../../src-main/app/session.ts';
import { type BenchCairn, benchHost, inFolder, withCairn } from './cairn.ts';
import { type Bench, type Figure, figure, median, ms, time, timeInTurns } from './measure.ts';
import { copyRecord, resources } from './record.ts';
import { someIds, storyEdit } from './save.ts';
import { bareSearch, shown } from './search.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const mostGrowth = 10 / 3;
const unnoticedMs = 5;

type Times = Readonly<Record<string, number>>;

export const growth: Bench = {
  name: 'growth',
  about: 'search, save, lists and opening at 1,000, 10,000 and 100,000 accomplishments',
  needsElectron: false,
  run: async () => {
    const times: Times[] = [];
    for (const size of sizes) {
      times.push({ 'opening the record': await openingOf(size), ...(await withCairn(size, timesOf)) });
    }
    const [small = {}, middle = {}, large = {}] = times;
    return Object.keys(large).map((name) => grown(name, small[name] ?? 0, middle[name] ?? 0, large[name] ?? 0));
  },
};

function grown(name: string, small: number, middle: number, large: number): Figure {
  const ratio = figure(
    `growth: ${name}, 100,000 ÷ 1,000`,
    large / small,
    '×',
    Number(mostGrowth.toFixed(2)),
    `${ms(small)}, ${ms(middle)}, ${ms(large)}`,
  );
  // the bare query is there to tell what is SQLite's
  if (name.startsWith('bare')) return { ...ratio, budget: null, holds: true };
  return large <= unnoticedMs ? { ...ratio, holds: true } : ratio;
}

/** Opens and closes it as the app does. */
function openingOf(size: number): Promise<number> {
  return inFolder(async (folder) => {
    await copyRecord(size, folder);
    const samples: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      let session: Awaited<ReturnType<typeof startSession>> | undefined;
      samples.push(
        await time(async () => {
          session = await startSession({ host: benchHost(), folder, resources });
        }),
      );
      if (session) await endSession(session);
    }
    return median(samples);
  });
}

async function timesOf(cairn: BenchCairn): Promise<Times> {
  const { call, sqlite } = cairn;
  const ids = someIds(sqlite, 60);
  const edit = storyEdit(cairn, ids);
  const total = (await call('listAccomplishments', { limit: 1 })).total;
  const bare = bareSearch(sqlite);
  const samples = await timeInTurns(25, {
    'search for a rare word': () => call('searchEverything', { text: 'penquinros', limit: shown }),
    'search for a common word': () => call('searchEverything', { text: 'migration', limit: shown }),
    'search for two letters': () => call('searchEverything', { text: 'mi', limit: shown }),
    'record list, searched': () => call('listAccomplishments', { text: 'migration' }),
    'bare query for a common word': () => bare('migration'),
    save: edit,
    'record list, first page': () => call('listAccomplishments', {}),
    'record list, newest first': () => call('listAccomplishments', { sort: 'newest' }),
    'record list, page in the middle': () => call('listAccomplishments', { offset: Math.floor(total / 2) }),
    'one accomplishment': (round) => call('getAccomplishment', { id: ids[round % ids.length] ?? '' }),
    home: () => call('getHome', {}),
    'state of the app': () => call('getAppState', {}),
  });
  return Object.fromEntries(Object.entries(samples).map(([name, all]) => [name, median(all)]));
}
