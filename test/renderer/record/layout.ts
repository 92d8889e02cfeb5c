/** Sizes for a page that is never laid out: lists are as tall as a window, rows as tall as rows. */
export function giveSizes(): void {
  const size = (tall: number) => ({
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('role') === 'listbox' ? tall : 60;
    },
  });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', size(800));
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', size(372));
}
