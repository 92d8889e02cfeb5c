/** How often a slow property is tried: a part of its runs with the other tests, all of them with `npm run prove`. */
export const propertyRuns = (all: number): number =>
  process.env.CAIRN_ALL_RUNS === undefined ? Math.max(2, Math.ceil(all / 6)) : all;
