/** Sizes for a page that is never laid out: rows of a list are as tall as rows, all else is as tall as a window. */
export function giveSizes(windowHeight = 800): void {
  const tall = {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.index === undefined ? windowHeight : 54;
    },
  };
  const wide = { configurable: true, get: () => 372 };
  for (const name of ['offsetHeight', 'clientHeight']) Object.defineProperty(HTMLElement.prototype, name, tall);
  for (const name of ['offsetWidth', 'clientWidth']) Object.defineProperty(HTMLElement.prototype, name, wide);
  HTMLElement.prototype.scrollTo = () => undefined;
}
