/** The steps between which the paper is made larger and smaller. */

const zoomSteps = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
/** Two factors nearer than this look the same. */
const sameFactor = 0.01;

/** The next step above or below a factor; the last one at either end. */
export function nextZoom(factor: number, step: 1 | -1): number {
  if (step === 1)
    return zoomSteps.find((candidate) => candidate > factor + sameFactor) ?? zoomSteps[zoomSteps.length - 1] ?? 1;
  return zoomSteps.findLast((candidate) => candidate < factor - sameFactor) ?? zoomSteps[0];
}
