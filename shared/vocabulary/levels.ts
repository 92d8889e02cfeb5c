/** How many levels the scale has that Cairn comes with, and one of which nothing is known. */
export const usualLevels = 5;
