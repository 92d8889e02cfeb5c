/** The figures of the match as it ships; the settings can change all but the last two. */
export const defaultMatchRule = {
  theta: 2,
  ready: 0.8,
  close: 0.6,
  recency: true,
  graceYears: 2,
  halfLifeYears: 6,
};
