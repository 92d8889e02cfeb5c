/** Sizes for a page that is never laid out: lists are as tall as a window, rows as tall as rows. */
export function giveSizes(): void {
  const size = (tall: number) => ({
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('role') === 'listbox' ? tall : 60;
    },
  });
  for (const name of ['offsetHeight', 'clientHeight']) Object.defineProperty(HTMLElement.prototype, name, size(800));
  for (const name of ['offsetWidth', 'clientWidth']) Object.defineProperty(HTMLElement.prototype, name, size(372));
}
