import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../src-renderer/components/markdown.tsx';
import { ConfirmAddressProvider } from '../../../src-renderer/components/use-confirm-address.tsx';
import { fakeMain, show } from './fake-main.tsx';

describe('Markdown-lite', () => {
  it('sets paragraphs, bold, italic, links and lists', () => {
    fakeMain({});
    const { container } = show(
      <Markdown text={'A **bold** and *thin* word.\n\n- one\n- two\n\n[there](https://example.org)'} />,
    );
    expect(container.querySelector('strong')?.textContent).toBe('bold');
    expect(container.querySelector('em')?.textContent).toBe('thin');
    expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['one', 'two']);
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://example.org');
  });

  it('shows markup and images as the text they are', () => {
    fakeMain({});
    const { container } = show(
      <Markdown
        text={
          '<img src=x onerror=alert(1)> ![pic](https://example.org/a.png) <script>alert(2)</script>\n\n# Not a title'
        }
      />,
    );
    expect(container.querySelector('img, script, h1')).toBeNull();
    expect(container.textContent).toContain('<script>alert(2)</script>');
  });

  it('makes no link of an address that runs or reads something', () => {
    fakeMain({});
    const { container } = show(
      <Markdown text={'[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) [d](vbscript:x)'} />,
    );
    expect(container.querySelector('a')).toBeNull();
  });

  it('shows the whole address before anything is opened', async () => {
    const main = fakeMain({});
    show(
      <ConfirmAddressProvider>
        <Markdown text="[a short name](https://example.org/with/a/long/path?and=more)" />
      </ConfirmAddressProvider>,
    );
    fireEvent.click(screen.getByText('a short name'));
    expect(await screen.findByText('https://example.org/with/a/long/path?and=more')).toBeTruthy();
    expect(main.inputsOf('openAddress')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Open address' }));
    expect(main.inputsOf('openAddress')).toEqual([{ url: 'https://example.org/with/a/long/path?and=more' }]);
  });
});
