/** Figures as they are typed and shown. */
import { type NumberSigns, numberSigns, readFigure } from '../../../../shared/domain/capture/figures.ts';

/** A figure that may be two numbers: the writer is asked. */
export class AmbiguousFigure extends Error {
  readonly choices: readonly [number, number];
  constructor(choices: readonly [number, number]) {
    super(`${choices.map(figureInputText).join(' or ')}?`);
    this.choices = choices;
  }
}

/** Reads a figure as people type it: `1,204`, `1.204,5`, `−3`; empty is null. Throws with words for a person. */
export function readNumber(text: string, signs: NumberSigns = numberSigns()): number | null {
  if (text.trim() === '') return null;
  const figure = readFigure(text, signs);
  if (figure === null) throw new Error(`“${text.trim()}” is no figure. Try 412 or 0.5.`);
  if ('choices' in figure) throw new AmbiguousFigure(figure.choices);
  return figure.value;
}

/** A figure as it stands in a field: without groups, so that no sign in it can be taken for another. */
export function figureInputText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false }).replace('-', '−');
}

/** A figure as it is shown: `1,204`, `99.96`, `−3`. */
export function numberText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 }).replace('-', '−');
}

/** How a figure changed, in words, when a share says something: `down 77 %`; null otherwise. */
export function changeText(baseline: number | null, value: number | null, unit: string): string | null {
  if (baseline === null || value === null || baseline <= 0 || unit.trim() === '%') return null;
  const percent = Math.round(((value - baseline) / baseline) * 100);
  if (percent === 0) return null;
  return percent < 0 ? `down ${-percent}\u00a0%` : percent < 1000 ? `up ${percent}\u00a0%` : null;
}
