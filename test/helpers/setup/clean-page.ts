/** Takes away what a test showed before the next begins: test files of screens share their modules and their page. */
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach } from 'vitest';

afterEach(cleanup);

// some files give elements sizes, which a page that is never laid out has not
const { prototype } = HTMLElement;
const sizes = ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth', 'scrollTo'].map(
  (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
);
afterAll(() => {
  for (const [name, own] of sizes) {
    if (own) Object.defineProperty(prototype, name, own);
    else Reflect.deleteProperty(prototype, name);
  }
});
