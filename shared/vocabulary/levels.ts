/** How many levels the scale has that Cairn comes with, and one of which nothing is known. */
export const usualLevels = 5;

/** What its levels are called, from the first up. */
export const levelLabels = ['Aware', 'Working', 'Skilled', 'Advanced', 'Expert'] as const;
