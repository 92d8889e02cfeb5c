import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { lazyComponent, ShowLazy } from '../../src-renderer/lazy-component.tsx';
import { ErrorBoundary } from '../../src-renderer/parts/errors/error-boundary.tsx';
import { fakeMain, show } from './parts/fake-main.tsx';

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

describe('a part that is fetched when it is needed', () => {
  it('is shown at once when it has been fetched before', async () => {
    fakeMain({});
    const part = lazyComponent(async () => Greeting);
    await part.load();
    const { container } = show(<ShowLazy of={part} with={{ name: 'Ada' }} meanwhile="…" />);
    expect(container.textContent).toContain('Hello Ada');
  });

  it('is fetched once, however often it is asked for', async () => {
    fakeMain({});
    const fetchIt = vi.fn(async () => Greeting);
    const part = lazyComponent(fetchIt);
    show(<ShowLazy of={part} with={{ name: 'Ada' }} meanwhile="…" />);
    await part.load();
    expect(await screen.findByText('Hello Ada')).toBeTruthy();
    expect(fetchIt).toHaveBeenCalledTimes(1);
  });

  it('that does not come is told in its place, and comes when it is asked for again', async () => {
    fakeMain({});
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answers = [Promise.reject(new Error('gone')), Promise.resolve(Greeting)];
    const part = lazyComponent(() => answers.shift() ?? Promise.resolve(Greeting));
    show(
      <ErrorBoundary>
        <ShowLazy of={part} with={{ name: 'Ada' }} />
      </ErrorBoundary>,
    );
    const again = await screen.findByRole('button', { name: 'Try again' });
    await act(async () => again.click());
    expect(await screen.findByText('Hello Ada')).toBeTruthy();
  });
});
